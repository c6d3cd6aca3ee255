using System.Globalization;
using System.Text;
using Emulation.Plan;

namespace Emulation.Jobs.Demo.OfficerFiles;

/// <summary>A form saved as text: by Excel, with the separator of the officer's machine.</summary>
public static class CsvFile
{
    public static byte[] Write(OfficerSheet sheet, OfficerStyle style)
    {
        var separator = style.Format switch { OfficerFormat.CsvComma => ',', OfficerFormat.CsvTabUtf16 => '\t', _ => ';' };
        var text = new StringBuilder();
        Append(text, separator, HeaderOf(sheet));
        foreach (var row in sheet.Rows)
        {
            Append(text, separator, FieldsOf(sheet, style, row));
        }

        Encoding encoding = style.Format == OfficerFormat.CsvTabUtf16 ? new UnicodeEncoding(bigEndian: false, byteOrderMark: true) : new UTF8Encoding(true);
        return [.. encoding.GetPreamble(), .. encoding.GetBytes(text.ToString())];
    }

    private static IEnumerable<string> HeaderOf(OfficerSheet sheet)
    {
        var form = OfficerForm.Of(sheet.Form);
        var header = form.CsvPrefix.Concat(form.Columns.Select(column => column.Name));
        return sheet.AsOf is null ? header : header.Append("Số liệu đến ngày");
    }

    private static IEnumerable<string> FieldsOf(OfficerSheet sheet, OfficerStyle style, OfficerRow row)
    {
        yield return sheet.Unit.Code.Value;
        yield return sheet.Form is FormKind.Figures or FormKind.WaveReport
            ? PeriodWords.Of(sheet.Period, style.PeriodWords)
            : sheet.Period.To.Year.ToString(CultureInfo.InvariantCulture);
        if (row.Kind is not null)
        {
            yield return row.Kind;
        }

        foreach (var cell in row.Cells)
        {
            yield return cell.Text;
        }

        if (sheet.AsOf is not null)
        {
            yield return OfficerCell.Of(sheet.AsOf).Text;
        }
    }

    private static void Append(StringBuilder text, char separator, IEnumerable<string> fields) =>
        text.AppendJoin(separator, fields.Select(field => Quoted(field, separator))).Append("\r\n");

    private static string Quoted(string field, char separator) =>
        field.Contains(separator, StringComparison.Ordinal) || field.Contains('"', StringComparison.Ordinal) || field.Contains('\n', StringComparison.Ordinal)
            ? '"' + field.Replace("\"", "\"\"", StringComparison.Ordinal) + '"'
            : field;
}
