using System.Globalization;
using System.Text;
using Emulation.Ingest.Validation;
using Emulation.Plan;

namespace Emulation.Ingest.Tests.Validation.Support;

/// <summary>A file as an officer might send it, belonging to a numbered row of a list of bad inputs.</summary>
/// <param name="Row">The row it proves, e.g. <c>17</c>, <c>B25</c>.</param>
/// <param name="What">What is special about it, in a few words.</param>
internal sealed record Sample(
    string Row, string What, Func<byte[]> Content, string Unit = Reading.KrongPac, DateOnly? Today = null, Func<ReadingContext, ReadingContext>? With = null)
{
    public SubmissionVerdict Read()
    {
        var context = Reading.Context(Unit, Today ?? Reading.MarchDay);
        return SubmissionReader.Read(Content(), With?.Invoke(context) ?? context);
    }

    /// <summary>Everything the system makes of the samples, to be approved: figures with their cells, findings with whole sentences.</summary>
    public static string Describe(IEnumerable<Sample> samples)
    {
        var text = new StringBuilder();
        foreach (var sample in samples)
        {
            text.Append(CultureInfo.InvariantCulture, $"# {sample.Row}: {sample.What}\n").Append(Describe(sample.Read())).Append('\n');
        }

        return text.ToString();
    }

    public static string Describe(SubmissionVerdict verdict)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{(verdict is ReadSubmission ? "taken" : "refused")}: {verdict.FileKind} | {verdict.Form?.ToName() ?? "-"} | {verdict.Period?.Code.Value ?? "-"} | {verdict.RowCount} rows");
        text.Append(verdict is RefusedSubmission { NamesAnotherUnit: true } ? " | security event\n" : "\n");
        if (verdict is ReadSubmission read)
        {
            foreach (var figure in read.Figures)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {UnitOf(figure)}{CodeOf(figure)} = {Say(figure)} at {Address(figure.Source)}\n");
            }

            text.Append(read.DataAsOf is { } day ? $"  as of {day:yyyy-MM-dd}\n" : "");
            text.Append(EntriesOf(read));
        }

        foreach (var finding in verdict.Findings)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {finding.Code}: {finding.Message}\n    {finding.Cure}\n");
        }

        return text.ToString();
    }

    private static string EntriesOf(ReadSubmission read)
    {
        var count = read.Registrations.Count + read.Initiatives.Count + read.AwardProposals.Count;
        var days = read.Initiatives.Count == 0 ? "" : $"  recognised {string.Join(", ", read.Initiatives.Select(one => $"{one.RecognisedOn:yyyy-MM-dd}"))}\n";
        return count == 0 ? "" : days + $"  {count} entries at lines {string.Join(", ", read.Registrations.Select(one => one.RowNumber).Concat(read.Initiatives.Select(one => one.RowNumber)).Concat(read.AwardProposals.Select(one => one.RowNumber)))}\n";
    }

    private static string UnitOf(Figure figure) =>
        Reading.Plan.Ids.Units.Single(pair => pair.Value == figure.UnitId).Key.Value is var code && code == Reading.KrongPac ? "" : code + " ";

    private static string CodeOf(Figure figure) => Reading.Plan.Ids.Indicators.Single(pair => pair.Value == figure.IndicatorId).Key.Value;

    private static string Address(CellAddress source) => source.Sheet == 0 ? $"line {source.Row}, column {source.Column}" : source.ToString();

    private static string Say(Figure figure)
    {
        if (figure.State != FigureState.Value)
        {
            return figure.State.ToString();
        }

        var value = figure.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? figure.Value!.Value.ToString(CultureInfo.InvariantCulture);
        var parts = figure.Numerator is { } above ? string.Create(CultureInfo.InvariantCulture, $" ({above} of {figure.Denominator})") : "";
        return value + parts + (figure.Estimated is { } estimated ? string.Create(CultureInfo.InvariantCulture, $", estimated {estimated}") : "");
    }
}
