using Emulation.Plan;

namespace Emulation.Jobs.Demo.Scenario;

/// <summary>How much of a thing happens in an ordinary commune in an ordinary month, where no target says so. Invented, plausible in order of size only.</summary>
public static class Magnitudes
{
    private const decimal Ordinary = 2m;

    /// <summary>Communes a unit without communes of its own is reckoned to have, so that it reports something.</summary>
    private const int SizeWithoutCommunes = 4;

    private static readonly Dictionary<string, decimal> PerCommuneAndMonth = new(StringComparer.Ordinal)
    {
        ["A01"] = 96m,
        ["A02"] = 96m,
        ["A03"] = 0.05m,
        ["B01"] = 0.2m,
        ["B02"] = 0.2m,
        ["B04"] = 0.08m,
        ["B09"] = 0.9m,
        ["B12"] = 55m,
        ["B13"] = 17m,
        ["B15"] = 6m,
        ["B17"] = 6.5m,
        ["B18"] = 215m,
        ["B19"] = 62m,
        ["B20"] = 0.01m,
        ["B21"] = 0.004m,
        ["B23"] = 0.006m,
        ["DD2"] = 0.004m,
        ["DD3"] = 15m,
        ["D01"] = 1m,
        ["D02"] = 5m,
        ["DD1"] = 5m,
    };

    /// <summary>The unit's size in communes.</summary>
    public static int SizeOf(Unit unit) => unit.Communes ?? SizeWithoutCommunes;

    /// <summary>The expected count (or denominator) of a month.</summary>
    public static decimal MonthlyOf(Indicator indicator, Unit unit) =>
        PerCommuneAndMonth.GetValueOrDefault(indicator.Code.Value, Ordinary) * SizeOf(unit);
}
