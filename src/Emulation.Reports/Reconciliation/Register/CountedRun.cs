using Emulation.Plan;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Reconciliation.Register;

/// <summary>What the checks of single figures know of a run: the plan, and which files came.</summary>
public sealed class CountedRun
{
    private readonly Lazy<HashSet<(UnitCode, FormKind, PeriodCode)>> received;
    private readonly ILookup<UnitCode, LastYearFigure> lastYear;

    public CountedRun(EmulationPlan plan, Period period, RunData data)
    {
        (Plan, Period, Data) = (plan, period, data);
        received = new(() => [.. data.Received.Select(form => (form.Unit, form.Form, form.Period))]);
        lastYear = CarriedLastYear.With(plan).ToLookup(figure => figure.Unit);
        Added = [.. plan.Indicators.Where(UnitSums.IsAdded)];
    }

    public EmulationPlan Plan { get; }

    public Period Period { get; }

    public RunData Data { get; }

    /// <summary>Indicators whose figures are added up over time and over units.</summary>
    public IReadOnlyList<Indicator> Added { get; }

    public bool HasReceived(UnitCode unit, FormKind form, PeriodCode period) => received.Value.Contains((unit, form, period));

    public IEnumerable<LastYearFigure> LastYearOf(UnitCode unit) => lastYear[unit];
}
