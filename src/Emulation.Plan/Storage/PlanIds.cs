using System.Collections.Immutable;

namespace Emulation.Plan.Storage;

/// <summary>The database ids of a plan's units, indicators and periods. Ids are given once per code and never reused.</summary>
public sealed record PlanIds(
    IReadOnlyDictionary<UnitCode, int> Units,
    IReadOnlyDictionary<IndicatorCode, int> Indicators,
    IReadOnlyDictionary<PeriodCode, int> Periods);

/// <summary>A stored plan version: the plan, its database ids and its identity.</summary>
/// <param name="VersionId">plan_versions.plan_version_id.</param>
/// <param name="VersionNumber">1-based, rising with each applied change.</param>
/// <param name="ContentHash">SHA-256 of the plan folder as applied.</param>
public sealed record StoredPlan(long VersionId, int VersionNumber, byte[] ContentHash, EmulationPlan Plan, PlanIds Ids)
{
    /// <summary>The versions that hold for periods for which this one does not, where that was asked (<see cref="CurrentPlan.ForAsync"/>): what is owed for those they say (docs/adr/0033-duties-by-period.md).</summary>
    public IReadOnlyDictionary<PeriodCode, StoredPlan> Beside { get; init; } = ImmutableDictionary<PeriodCode, StoredPlan>.Empty;

    /// <summary>The version with the rules by which a period is scored (<see cref="EmulationPlan.ScoredFor"/>); itself if it has no such period.</summary>
    public StoredPlan ScoredFor(PeriodCode period) =>
        Plan.Periods.FirstOrDefault(entry => entry.Code == period) is { } named && Plan.ScoredFor(named) is var plan && !ReferenceEquals(plan, Plan) ? this with { Plan = plan } : this;

    /// <summary>A draft in the place of this version, for a trial: codes the database does not know get ids that no row has.</summary>
    public StoredPlan Drafted(EmulationPlan draft) => this with
    {
        Plan = draft,
        Ids = new PlanIds(
            With(Ids.Units, draft.Units.Select(unit => unit.Code)),
            With(Ids.Indicators, draft.Indicators.Select(indicator => indicator.Code)),
            With(Ids.Periods, draft.Periods.Select(period => period.Code))),
    };

    private static Dictionary<TCode, int> With<TCode>(IReadOnlyDictionary<TCode, int> known, IEnumerable<TCode> codes)
        where TCode : notnull
    {
        var ids = known.ToDictionary();
        foreach (var code in codes)
        {
            ids.TryAdd(code, -1 - ids.Count);
        }

        return ids;
    }
}
