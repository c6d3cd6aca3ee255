using Emulation.Ingest.Forms;
using Emulation.Ingest.Validation;
using Emulation.Plan;
using Emulation.Plan.Storage;

namespace Emulation.Ingest.Templates;

/// <summary>What a unit last said in a form before the period of a template.</summary>
/// <param name="SubmissionId">The submission that counts; 0 if there is none.</param>
/// <param name="Period">The period it spoke of; null if there is none.</param>
/// <param name="ByIndicator">Its figures by indicator id.</param>
public sealed record EarlierSubmission(long SubmissionId, Period? Period, IReadOnlyDictionary<int, Figure> ByIndicator)
{
    public static EarlierSubmission None { get; } = new(0, null, new Dictionary<int, Figure>());
}

/// <summary>How the folders of a unit are called, for the guide.</summary>
public sealed record UnitFolders(string Inbox, string Results, string Templates, string Check);

/// <summary>Everything that goes into one template.</summary>
public sealed record TemplateContent(StoredPlan Stored, TemplateSubject Subject, EarlierSubmission Earlier, UnitFolders Folders)
{
    private readonly ILookup<(IndicatorCode, PeriodCode), Target> targets = Stored.Plan.TargetsInForce.ToLookup(target => (target.Indicator, target.Period));

    public EmulationPlan Plan => Stored.Plan;

    public FormDefinition Form => Subject.Form;

    public Unit Unit => Subject.Unit;

    public Period Period => Subject.Period;

    public TemplateStamp Stamp { get; } = TemplateStamp.Of(Subject.Form, Stored.Plan, Subject.Unit, Subject.Period);

    public bool IsOfFigures => Form.Kind is FormKind.Figures or FormKind.WaveReport;

    /// <summary>The rows of a form of figures.</summary>
    public IReadOnlyList<Indicator> Indicators { get; } = AskedIndicators.Of(Subject.Form.Kind, Stored.Plan, Subject.Unit);

    /// <summary>The period whose targets stand beside the rows: of a month its wave's.</summary>
    public Period TargetPeriod => Period.Kind == PeriodKind.Month
        ? Plan.Waves.FirstOrDefault(wave => wave.Period.Contains(Period.To))?.Period ?? Plan.YearPeriod
        : Period;

    /// <summary>What the unit reported a year before for the same period, or its predecessors, by indicator; empty if the plan does not know.</summary>
    /// <remarks>The very values a report is held against when its figures swing.</remarks>
    public IReadOnlyDictionary<IndicatorCode, decimal> LastYear { get; } = LastYearOf(Stored, Subject);

    /// <summary>The last figure of the indicator; null if there is none.</summary>
    public Figure? EarlierFigure(Indicator indicator) =>
        Earlier.ByIndicator.TryGetValue(Stored.Ids.Indicators[indicator.Code], out var figure) ? figure : null;

    /// <summary>What the plan asks of the unit over <see cref="TargetPeriod"/>; null if it sets nothing.</summary>
    /// <remarks>Where only the year has a target it stands for a part of the year if it holds there as well: 98 % does, 120 sessions do not.</remarks>
    public Target? TargetOf(Indicator indicator) =>
        LineOf(indicator, TargetPeriod) ?? (LineOf(indicator, Plan.YearPeriod) is { } year && (TargetsByUnit.IsSameInEveryPeriod(indicator) || year.ExemptReason is not null) ? year : null);

    private static Dictionary<IndicatorCode, decimal> LastYearOf(StoredPlan stored, TemplateSubject subject)
    {
        var index = PlanIndex.Of(stored);
        return index.LastYearOf(index.UnitOf(subject.Unit), index.PeriodOf(subject.Period)).ToDictionary(one => one.Indicator.Value.Code, one => one.Value);
    }

    private Target? LineOf(Indicator indicator, Period period)
    {
        var lines = targets[(indicator.Code, period.Code)].ToList();
        return lines.Find(line => line.Units == Unit.Code.Value) ?? lines.Find(line => line.Units == Unit.Block)
            ?? lines.Find(line => line.Units == Unit.Kind) ?? lines.Find(line => line.Units == "*");
    }
}
