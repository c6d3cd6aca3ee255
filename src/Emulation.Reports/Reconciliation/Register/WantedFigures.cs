using Emulation.Plan;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Reconciliation.Register;

/// <summary>The figures that must be read one by one to enter a run into the register: where a check of single figures may find something, and the cells behind what the run found. Wanting too many costs time, wanting too few would miss a mismatch.</summary>
/// <remarks>docs/adr/0019-mismatch-register.md. An indicator is wanted whole, over all forms and periods, so that every check sees what it would see of everything.</remarks>
public sealed class WantedFigures
{
    private readonly CountedRun run;
    private readonly RunFindings findings;
    private readonly ILookup<UnitCode, ReceivedForm> received;
    private readonly ILookup<UnitCode, IndicatorCode> behindFound;
    private readonly HashSet<UnitCode> shared;
    private readonly HashSet<(FormKind, PeriodCode)> addedUp;
    private readonly List<IndicatorCode> ratios;
    private readonly List<IndicatorCode> boundRatios;

    public WantedFigures(CountedRun run, RunFindings findings)
    {
        (this.run, this.findings) = (run, findings);
        var plan = run.Plan;
        received = findings.Data.Received.Where(form => form.Form.IsOfFigures()).ToLookup(form => form.Unit);
        behindFound = findings.Overall.SelectMany(mismatch => mismatch.Stated.Sources.Concat(mismatch.Compared.Sources)).ToLookup(source => source.Unit, source => source.Indicator);
        shared = plan.Units.Where(unit => unit.ReportsFor is not null).Select(total => (Total: total, Parts: UnitSums.PartsOf(plan, total)))
            .Where(pair => pair.Parts.Count > 0).SelectMany(pair => pair.Parts.Append(pair.Total)).Select(unit => unit.Code).ToHashSet();
        addedUp = [.. RunSpan.Of(plan, run.Period).Slots.SelectMany(AddedUp)];
        var catalogue = plan.Indicators.Select(indicator => indicator.Code).ToHashSet();
        var all = plan.Indicators.Where(indicator => indicator.Kind == IndicatorKind.Ratio)
            .Select(ratio => (Ratio: ratio.Code, Parts: new[] { ratio.NumeratorOf, ratio.DenominatorOf }.OfType<IndicatorCode>().Where(catalogue.Contains).ToList())).ToList();
        ratios = [.. all.SelectMany(ratio => ratio.Parts.Append(ratio.Ratio)).Distinct()];
        boundRatios = [.. all.Where(ratio => ratio.Parts.Count > 0).SelectMany(ratio => ratio.Parts.Append(ratio.Ratio)).Distinct()];
    }

    /// <summary>True for an office that reports for units of other kinds, and for these units: their figures are compared with each other.</summary>
    public bool IsShared(UnitCode unit) => shared.Contains(unit);

    /// <summary>Empty if nothing of the unit can disagree.</summary>
    public IReadOnlySet<IndicatorCode> Of(UnitCode unit)
    {
        var wanted = new HashSet<IndicatorCode>();
        var forms = received[unit].ToList();
        if (forms.Count == 0)
        {
            return wanted;
        }
        wanted.UnionWith(behindFound[unit]);
        wanted.UnionWith(boundRatios);
        if (findings.DoubtfulParts.Contains(unit) || forms.Exists(form => !addedUp.Contains((form.Form, form.Period))))
        {
            wanted.UnionWith(ratios);
        }
        if (IsShared(unit) || forms.Exists(form => form.Form == FormKind.WaveReport))
        {
            wanted.UnionWith(run.Added.Select(indicator => indicator.Code));
        }
        if (run.Plan.Swing is not null)
        {
            wanted.UnionWith(run.LastYearOf(unit).Select(before => before.Indicator));
        }
        return wanted;
    }

    private static IEnumerable<(FormKind, PeriodCode)> AddedUp(SpanSlot slot) =>
        slot.Months.Select(month => (FormKind.Figures, month.Code)).Concat(slot.CountsWaveReport ? [(FormKind.WaveReport, slot.Wave.Period.Code)] : []);
}
