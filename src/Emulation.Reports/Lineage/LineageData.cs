using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Documents.Model;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;

namespace Emulation.Reports.Lineage;

/// <summary>A file that a run looked at, or that came and could not be accepted.</summary>
/// <param name="Version">Of the version that counts; null for a refused file.</param>
/// <param name="ReceivedAt">Of the first accepted version; of a refused file its own.</param>
/// <param name="FileHash">SHA-256 of the archived original; empty if it was refused unopened.</param>
/// <param name="ReceiptFile">Null until it is written.</param>
public sealed record RunFile(
    UnitCode Unit, FormKind Form, PeriodCode Period, int? Version, DateTimeOffset ReceivedAt, string FileName, string FileHash, string? ReceiptFile);

/// <summary>Everything a printed number can lead to: the report, its run, the plan version, files, figures and decisions. Values only.</summary>
public sealed record LineageData
{
    public required StoredPlan Plan { get; init; }

    public required ComputedRun Run { get; init; }

    public required ReportModel Model { get; init; }

    /// <summary>Figures the run counted, of the units and indicators that were asked for.</summary>
    public required ILookup<UnitCode, TracedFigure> Figures { get; init; }

    public required ILookup<(UnitCode, FormKind, PeriodCode), RunFile> Files { get; init; }

    public required ILookup<UnitCode, Adjustment> Adjustments { get; init; }

    /// <summary>As they stood when the report was made.</summary>
    public required ILookup<UnitCode, ScoreOpinion> Opinions { get; init; }

    public RunResult Result => Run.Result;

    public RunSpan Span => RunSpan.Of(Plan.Plan, Plan.Plan.PeriodByCode(Result.Period));

    public UnitResult ResultOf(UnitCode unit) => Result.Units.Single(result => result.Unit == unit);

    /// <summary>Null where the unit does not report the indicator.</summary>
    public IndicatorResult? IndicatorOf(UnitCode unit, IndicatorCode indicator) =>
        Result.Indicators.SingleOrDefault(result => result.Unit == unit && result.Indicator == indicator);

    public IEnumerable<DutyStanding> DutiesOf(UnitCode unit, string duty) => Result.Duties.Where(standing => standing.Unit == unit && standing.Duty == duty);
}
