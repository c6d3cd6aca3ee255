namespace Emulation.Reports.Scoring;

/// <summary>The names by which a plan refers to a unit's own counts where an indicator could stand.</summary>
public static class UnitCounts
{
    public const string Communes = "communes";

    public const string RuralCommunes = "rural-communes";
}
