using System.Buffers;
using System.Text;
using Emulation.Reports.Documents.Model;

namespace Emulation.Reports.Documents.Twin;

/// <summary>The report for machines: the model as JSON, and every number as a row of CSV.</summary>
/// <remarks>docs/formats/report.md, docs/formats/report.schema.json.</remarks>
public static class ReportTwin
{
    private const string Header = "part;unit;code;column;value;text";
    private static readonly SearchValues<char> MustBeQuoted = SearchValues.Create(";\"\r\n");
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.,");

    /// <summary>UTF-8 without a mark, as JSON asks.</summary>
    public static byte[] Json(ReportModel model) => Encoding.UTF8.GetBytes(ReportModelJson.Write(model));

    /// <summary>UTF-8 with a mark, semicolons, CR LF: what spreadsheets with Vietnamese settings open by a double click.</summary>
    public static byte[] Csv(ReportModel model)
    {
        var text = new StringBuilder(Header).Append("\r\n");
        foreach (var row in TwinRows.Of(model))
        {
            Field(text, row.Part).Append(';');
            Field(text, row.Unit).Append(';');
            Field(text, row.Code).Append(';');
            Field(text, row.Column).Append(';');
            Field(text, row.Value).Append(';');
            Field(text, row.Text).Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>Text that a spreadsheet could take for a formula gets an apostrophe before it; numbers are left alone.</summary>
    private static StringBuilder Field(StringBuilder text, string field)
    {
        var safe = field.Length > 0 && "=+-@\t\r\n＝＋－＠".Contains(field[0], StringComparison.Ordinal) && !IsNumber(field) ? "'" + field : field;
        return safe.AsSpan().ContainsAny(MustBeQuoted)
            ? text.Append('"').Append(safe.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"')
            : text.Append(safe);
    }

    private static bool IsNumber(string field) =>
        field.AsSpan(1).ContainsAny(Digits) && !field.AsSpan(1).ContainsAnyExcept(Digits);
}
