using System.Globalization;
using Emulation.Plan;
using Emulation.Reports.Documents.Places;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;

namespace Emulation.Reports.Lineage;

/// <summary>Where a lineage ends: cells, files, plan lines, decisions, and what never came.</summary>
internal static class Leaves
{
    /// <param name="value">The part of the figure that counts: its value, numerator, denominator or estimated part.</param>
    public static LineageNode Figure(TracedFigure figure, decimal? value, string part = "") => new(
        LineageStep.Figure,
        Text($"{figure.Indicator}{part} of {figure.Period} in {figure.Form.ToName()} version {figure.Version}: {Place(figure)} of {figure.FileName}, sha256 {Convert.ToHexStringLower(figure.FileHash)}, received {figure.ReceivedAt:yyyy-MM-dd HH:mm}Z, receipt {figure.ReceiptFile ?? "not yet written"}"),
        value, [])
    { Figure = figure };

    public static LineageNode File(RunFile file) => new(
        LineageStep.Receipt,
        Text($"{file.Form.ToName()} of {file.Unit} for {file.Period}{(file.Version is { } version ? Text($", version {version}") : ", refused")}: {file.FileName}, sha256 {file.FileHash}, received {file.ReceivedAt:yyyy-MM-dd HH:mm}Z, receipt {file.ReceiptFile ?? "not yet written"}"),
        null, []);

    public static LineageNode Absence(string says) => new(LineageStep.Absence, says, null, []);

    public static LineageNode Decision(string says, decimal? value) => new(LineageStep.Decision, says, value, []);

    /// <param name="file">Of the plan folder.</param>
    public static LineageNode PlanLine(LineageData data, string file, string says, decimal? value) => new(
        LineageStep.PlanLine,
        Text($"{file} of plan {data.Plan.Plan.Code} version {data.Plan.VersionNumber} (sha256 {Convert.ToHexStringLower(data.Plan.ContentHash)[..12]}): {says}"),
        value, []);

    public static LineageNode Rule(LineageData data, ScoringRule rule) => PlanLine(
        data, "scoring.yaml", Text($"rule {rule.Code}, {rule.Function}, {rule.MaxPoints} points"), rule.MaxPoints);

    public static LineageNode Group(LineageData data, string group)
    {
        var found = data.Plan.Plan.Scoring.Groups.Single(entry => entry.Code == group);
        return PlanLine(data, "scoring.yaml", Text($"group {found.Code}, {found.Points} points"), found.Points);
    }

    public static LineageNode Duty(LineageData data, string duty, PeriodCode period, DateOnly dueOn) =>
        PlanLine(data, "plan.yaml", Text($"duty {duty} for {period}, due on {dueOn:yyyy-MM-dd}"), null);

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Place(TracedFigure figure) => figure.Sheet == 0
        ? Text($"line {figure.Row}, column {figure.Column}")
        : Text($"sheet {figure.Sheet}, cell {CellNames.Of(figure.Row, figure.Column)}");
}
