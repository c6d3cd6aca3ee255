using Emulation.Ingest.Validation.Values;
using Emulation.Plan;
using Emulation.Plan.Storage;

namespace Emulation.Ingest.Validation;

/// <summary>The plan versions one file is read by: what speaks of a period by the version that holds for it, the rest by today's.</summary>
/// <remarks>Of nearly all files all is read by one version; a bulk file may speak of periods on both sides of a change (docs/adr/0028).</remarks>
internal sealed class PlanIndexes
{
    private readonly Dictionary<PeriodCode, PlanIndex> others;
    private (Indexed<Period>? Period, PlanIndex Index) last;

    public PlanIndexes(PlanVersions versions)
    {
        Today = PlanIndex.Of(versions.Today);
        others = versions.Others.ToDictionary(pair => pair.Key, pair => PlanIndex.Of(pair.Value));
        last = (null, Today);
    }

    /// <summary>The version in force on the day.</summary>
    public PlanIndex Today { get; }

    /// <summary>The version by which a period is read; today's while none is known.</summary>
    public PlanIndex Of(Indexed<Period>? period)
    {
        if (others.Count == 0 || period is null)
        {
            return Today;
        }

        // Rows follow each other that speak of the same period.
        if (!ReferenceEquals(period, last.Period))
        {
            last = (period, others.GetValueOrDefault(period.Value.Code, Today));
        }

        return last.Index;
    }

    /// <summary>The period a text names, as the version has it that holds for it; null if today's plan has none such.</summary>
    public Indexed<Period>? Find(ReadOnlySpan<char> text) =>
        PeriodGrammar.Read(text, Today.Plan) is { } found ? others.GetValueOrDefault(found.Code, Today).PeriodOf(found) : null;
}
