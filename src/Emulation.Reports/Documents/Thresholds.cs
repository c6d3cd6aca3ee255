namespace Emulation.Reports.Documents;

/// <summary>Where the traffic colours of per cents change: a way of showing, not a rule of scoring.</summary>
internal static class Thresholds
{
    /// <summary>Green from here on.</summary>
    public const decimal Good = 80;

    /// <summary>Amber from here on, red below.</summary>
    public const decimal Low = 50;
}
