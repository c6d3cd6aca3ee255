using Emulation.Plan;
using Emulation.Reports.Lineage;
using Emulation.Reports.Storage;

namespace Emulation.Reports.Scoring;

/// <summary>The cells behind a score card: every line names file and cell, the files are told once at the end.</summary>
internal sealed class CardSources
{
    private readonly EmulationPlan plan;
    private readonly RunSpan span;
    private readonly IReadOnlyList<TracedFigure> figures;
    private readonly List<TracedFigure> files;

    public CardSources(EmulationPlan plan, ComputedRun run, IReadOnlyList<TracedFigure> figures)
    {
        (this.plan, span, this.figures) = (plan, RunSpan.Of(plan, plan.PeriodByCode(run.Result.Period)), figures);
        files = [.. plan.Scoring.Rules.SelectMany(Spoken).DistinctBy(figure => figure.SubmissionId).OrderBy(figure => figure.ReceivedAt).ThenBy(figure => figure.SubmissionId)];
    }

    /// <summary>One line a cell; a duty needs none, its input is the time of arrival.</summary>
    public IEnumerable<string> Of(ScoringRule rule) => Spoken(rule).Select(figure => RunTexts.Get(
        "CardSource", NumberOf(figure), figure.FileName,
        figure.Sheet == 0
            ? RunTexts.Get("CardLineNumber", figure.Row, figure.Column)
            : RunTexts.Get("CardCell", figure.Sheet, ColumnName(figure.Column) + figure.Row)));

    /// <summary>The files with version, time of arrival and the beginning of their SHA-256; empty if nothing came.</summary>
    public IEnumerable<string> Files() => files.Count == 0 ? [] : files
        .Select(file => RunTexts.Get(
            "CardFile", NumberOf(file), file.FileName, file.Version, VietnameseNumber.Instant(plan.TimeZone, file.ReceivedAt), Convert.ToHexStringLower(file.FileHash)[..12]))
        .Prepend(RunTexts.Get("CardFiles"))
        .Prepend("");

    private IEnumerable<TracedFigure> Spoken(ScoringRule rule)
    {
        var code = rule.Indicator ?? new IndicatorCode(rule.Code);
        return SpokenFigures.Of(span, figures.Where(figure => rule.Duty is null && figure.Indicator == code));
    }

    private int NumberOf(TracedFigure figure) => files.FindIndex(file => file.SubmissionId == figure.SubmissionId) + 1;

    private static string ColumnName(int column) =>
        column <= 26 ? ((char)('A' + column - 1)).ToString() : ColumnName((column - 1) / 26) + (char)('A' + ((column - 1) % 26));
}
