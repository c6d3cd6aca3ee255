using System.Globalization;
using System.Text;
using Emulation.Ingest.Validation;
using Emulation.Plan;

namespace Emulation.Ingest.Tests.Intake;

/// <summary>A reader of files as simple as tests of intake need: <c>figures 2020-03</c>, then lines <c>B11=12</c>. Anything else is refused.</summary>
internal static class LineReader
{
    public static SubmissionVerdict Read(ReadOnlyMemory<byte> content, ReadingContext context)
    {
        var lines = Encoding.UTF8.GetString(content.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var head = lines.Length == 0 ? [] : lines[0].Split(' ');
        if (head is ["throw"])
        {
            throw new InvalidOperationException("The reader has a fault.");
        }

        return head is [var form, var period] && FormKinds.FromName(form) is { } kind ? Accept(lines, kind, new PeriodCode(period), context) : Refuse(lines.Length);
    }

    public static byte[] File(string form, string period, params string[] figures) =>
        Encoding.UTF8.GetBytes($"{form} {period}\n" + string.Join('\n', figures));

    private static ReadSubmission Accept(string[] lines, FormKind form, PeriodCode code, ReadingContext context)
    {
        var ids = context.Plan.Ids;
        var unit = ids.Units[context.Unit.Code];
        var figures = lines.Skip(1).Select((line, index) => (Parts: line.Split('='), Row: index + 2)).Select(line => new Figure(
            unit, ids.Indicators[new IndicatorCode(line.Parts[0])], ids.Periods[code], FigureState.Value,
            decimal.Parse(line.Parts[1], CultureInfo.InvariantCulture), null, null, null, null, new CellAddress(0, line.Row, 6))).ToList();
        return new ReadSubmission
        {
            FileKind = "csv",
            Form = form,
            Period = context.Plan.Plan.PeriodByCode(code),
            RowCount = figures.Count,
            Findings = [],
            Covers = [(unit, ids.Periods[code])],
            Figures = figures,
        };
    }

    private static RefusedSubmission Refuse(int rows) => new()
    {
        FileKind = rows == 0 ? "empty" : "text",
        RowCount = rows,
        Findings = [new Rejection(Severity.Error, "E-TYPE", null, null, null, null, null, "Tệp không đúng biểu mẫu.", "Hãy dùng biểu mẫu.")],
    };
}
