namespace Emulation.Reports.Tests.Scoring;

internal static class Cents
{
    public static decimal ToCents(this decimal points) => Math.Round(points, 2, MidpointRounding.AwayFromZero);
}
