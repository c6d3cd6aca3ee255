using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Emulation.Reports.Tests.Documents.Faces;

/// <summary>Reads the document: its appendices table by table, told by their headings, and the sentences of its sections that name a value.</summary>
internal sealed partial class DocumentFace
{
    private readonly FaceValues values = new("document");
    private readonly JsonFace names;

    private DocumentFace(JsonFace names) => this.names = names;

    public static FaceValues Read(byte[] document, JsonFace names)
    {
        var face = new DocumentFace(names);
        using var file = WordprocessingDocument.Open(new MemoryStream(document), false);
        var body = file.MainDocumentPart!.Document!.Body!;
        foreach (var table in body.Descendants<Table>())
        {
            face.Read([.. table.Descendants<TableRow>().Select(row => row.Descendants<TableCell>().Select(TextOf).ToList())]);
        }

        foreach (var paragraph in body.Descendants<Paragraph>())
        {
            face.Sentence(paragraph.InnerText);
        }

        return face.values;
    }

    private void Read(List<List<string>> rows)
    {
        switch (rows.FirstOrDefault())
        {
            case ["Mã", "Chỉ tiêu", _, "Thực hiện", "Giao", "Đạt (%)", "Kỳ trước"]:
                rows.Skip(1).Where(row => row.Count > 5).ToList().ForEach(Total);
                break;
            case ["STT", "Đơn vị", .. var codes] when codes.All(code => IndicatorCode().IsMatch(code)):
                rows.Skip(1).ToList().ForEach(row => Figures([.. codes.Select(code => IndicatorCode().Match(code).Value)], row));
                break;
            case ["Hạng", "Đơn vị", .. var labels, "Cộng", "Trừ", "Tổng điểm", "Xếp loại"]:
                rows.Skip(1).ToList().ForEach(row => Ranked(labels, row));
                break;
            default:
                Lists(rows);
                break;
        }
    }

    private void Total(List<string> row)
    {
        values.Printed($"indicators;;{row[0]};value", row[3].TrimEnd('*'));
        values.Printed($"indicators;;{row[0]};target", row[4].Replace("(tỉnh)", "", StringComparison.Ordinal));
        values.Printed($"indicators;;{row[0]};achieved-percent", row[5]);
        values.Printed($"indicators;;{row[0]};previous", row[6]);
    }

    private void Figures(List<string> codes, List<string> row)
    {
        foreach (var (code, text) in codes.Zip(row.Skip(2)).Where(cell => cell.Second.Length > 0 && cell.Second is not ("Có" or "Không" or "KPS" or "Chưa BC") && !Day().IsMatch(cell.Second)))
        {
            values.Printed(row[1] == "Toàn ngành" ? $"indicators;;{code};value" : $"figures;{names.Units[row[1]]};{code};value", text.TrimEnd('*'));
        }
    }

    private void Ranked(List<string> labels, List<string> row)
    {
        var unit = names.Units[row[1]];
        var (block, groups) = (names.Blocks[unit], names.Root.GetProperty("movements").EnumerateArray().ToDictionary(group => group.GetProperty("label").GetString()!, group => group.GetProperty("code").GetString()!));
        values.Printed($"ranking;{unit};{block};rank", row[0]);
        foreach (var (index, label) in labels.Index())
        {
            values.Printed($"results;{unit};{groups[label]};points", row[2 + index]);
        }

        values.Printed($"results;{unit};;bonus", row[2 + labels.Count]);
        values.Printed($"results;{unit};;penalty", row[3 + labels.Count]);
        values.Printed($"results;{unit};;points", row[4 + labels.Count]);
        values.Printed($"ranking;{unit};{block};points", row[4 + labels.Count]);
    }

    /// <summary>Appendices III and IV: awards in counts, reports that are owed.</summary>
    private void Lists(List<List<string>> rows)
    {
        foreach (var row in rows.Skip(1).Where(row => row.Count > 6 && names.Units.ContainsKey(row[1])))
        {
            if (row.Count >= 8 && row[3] is "Tập thể" or "Cá nhân")
            {
                string[] columns = ["count", "ready", "needs-person", "blocked"];
                var code = $"{(row[3] == "Tập thể" ? "collective" : "person")}: {row[2]}";
                columns.Index().ToList().ForEach(column => values.Printed($"awards;{names.Units[row[1]]};{code};{column.Item}", row[4 + column.Index]));
            }
            else if (names.Duties.ContainsKey($"{row[2]} ({row[3]})"))
            {
                MailSentences.Outstanding(values, names, row[1], $"{row[2]} ({row[3]})", row[5]);
            }
        }
    }

    private void Sentence(string text)
    {
        if (Coverage().Match(text) is { Success: true } coverage)
        {
            values.Printed("cover;;;complete-units", coverage.Groups[1].Value);
            values.Printed("cover;;;expected-units", coverage.Groups[2].Value);
        }
        else if (Overall().Match(text) is { Success: true } overall)
        {
            values.Printed("indicators;;sum;met", overall.Groups[1].Value);
            values.Printed("indicators;;sum;judged", overall.Groups[2].Value);
        }
        else if (OfProvince().Match(text) is { Success: true } own)
        {
            values.Printed("indicators;;sum;province-met", own.Groups[1].Value);
            values.Printed("indicators;;sum;province-judged", own.Groups[2].Value);
        }
        else if (text.StartsWith("Số giao cho các đơn vị, nơi khác chỉ tiêu của tỉnh: ", StringComparison.Ordinal))
        {
            UnitsTarget().Matches(text).ToList().ForEach(one => values.Printed($"indicators;;{one.Groups[1].Value};units-target", one.Groups[2].Value));
        }
        else if (Indicator().Match(text) is { Success: true } indicator && names.Codes.TryGetValue(indicator.Groups[1].Value, out var code))
        {
            values.Printed($"indicators;;{code};value", indicator.Groups[2].Value);
            values.Printed($"indicators;;{code};target", indicator.Groups[3].Value);
            values.Printed($"indicators;;{code};achieved-percent", indicator.Groups[4].Value);
            values.Printed($"indicators;;{code};units-target", OfUnits().Match(text).Groups[1].Value);
        }
    }

    private static string TextOf(TableCell cell) => string.Join('\n', cell.Descendants<Paragraph>().Select(paragraph => paragraph.InnerText)).Trim();

    [GeneratedRegex(@"^[A-Z]{1,2}\d{1,3}")]
    private static partial Regex IndicatorCode();

    [GeneratedRegex(@"^\d\d/\d\d$")]
    private static partial Regex Day();

    [GeneratedRegex(@"^Đến .*, ([\d.]+)/([\d.]+) đơn vị đã gửi đủ")]
    private static partial Regex Coverage();

    [GeneratedRegex(@"^Tính chung toàn ngành, ([\d.]+)/([\d.]+) chỉ tiêu")]
    private static partial Regex Overall();

    [GeneratedRegex(@"^- (.+): ([\d.,]+)%? ?.*; chỉ tiêu (?:giao|của tỉnh) ([\d.,]+)[^;]*, đạt ([\d.,]+)% chỉ tiêu")]
    private static partial Regex Indicator();

    [GeneratedRegex(@"^Trong đó so với chỉ tiêu của tỉnh: ([\d.]+)/([\d.]+) chỉ tiêu")]
    private static partial Regex OfProvince();

    [GeneratedRegex(@"\(giao cho các đơn vị (?:cộng lại )?([\d.,]+)")]
    private static partial Regex OfUnits();

    [GeneratedRegex(@"([A-Z]{1,2}\d{1,3}) ([\d.,]*\d)")]
    private static partial Regex UnitsTarget();
}
