using System.Globalization;
using System.Text.RegularExpressions;
using ExcelDataReader;

namespace Emulation.Reports.Tests.Documents.Faces;

/// <summary>Reads the workbook with a library that did not write it, by its sheet names and headings as an official would. A number that nobody reads fails.</summary>
internal sealed partial class WorkbookFace
{
    private readonly FaceValues values = new("workbook");
    private readonly JsonFace names;
    private readonly Dictionary<string, List<Cell?[]>> sheets = [];
    private readonly HashSet<Cell> read = [];

    private WorkbookFace(byte[] workbook, JsonFace names)
    {
        this.names = names;
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(workbook));
        do
        {
            var rows = sheets[reader.Name] = [];
            while (reader.Read())
            {
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column) is { } value ? new Cell(value, reader.GetNumberFormatString(column)) : null)]);
            }
        }
        while (reader.NextResult());
    }

    public static FaceValues Read(byte[] workbook, JsonFace names)
    {
        var face = new WorkbookFace(workbook, names);
        face.Cover();
        face.Board();
        face.Results();
        face.Targets();
        face.Indicators();
        face.Lists();
        face.Trend();
        face.Changes();
        face.EveryNumberIsRead();
        return face.values;
    }

    private void Cover()
    {
        foreach (var row in sheets["Bìa"])
        {
            if (row[0]?.Value is string text && text.StartsWith("• ", StringComparison.Ordinal))
            {
                // The distribution list has bullets too; its names hold no sentence of the summary.
                MailSentences.Read(values, names, text[2..]);
            }

            foreach (var column in new[] { 0, 2 }.Where(column => row.Length > column + 1 && row[column]?.Value is string && row[column + 1]?.Value is string))
            {
                MailSentences.Fact(values, (string)row[column]!.Value, (string)row[column + 1]!.Value);
            }
        }
    }

    private void Board()
    {
        var codes = names.Root.GetProperty("completeness").GetProperty("duties").EnumerateArray().Select(duty => $"{duty.GetProperty("duty")}@{duty.GetProperty("period")}").ToList();
        var counts = new Dictionary<string, string> { ["Đến hạn"] = "expected", ["Đúng hạn"] = "on-time", ["Gửi chậm"] = "late", ["Cần sửa"] = "needs-fixing", ["Chưa gửi"] = "missing", ["Được miễn"] = "exempt" };
        foreach (var row in Below("Tình hình báo cáo", "STT").Where(row => row[1]?.Value is string))
        {
            var label = (string)row[1]!.Value;
            foreach (var (index, code) in codes.Index().Where(code => row[3 + code.Index] is not null))
            {
                var cell = row[3 + index]!;
                if (row[0] is null)
                {
                    Number($"duties;;{code};{counts[label]}", cell);
                }
                else
                {
                    values.Printed($"board;{names.Units[label]};{code};days-late", Late().Match((string)cell.Value) is { Success: true } late ? late.Groups[1].Value : "0");
                }
            }
        }

        foreach (var row in Below("Chưa gửi - gửi chậm", "STT").Where(row => row[0]?.Value is double))
        {
            Number($"board;{names.Units[(string)row[1]!.Value]};{names.Duties[$"{row[2]!.Value} ({row[3]!.Value})"]};days-late", row[7]);
        }
    }

    private void Results()
    {
        var labels = names.Root.GetProperty("movements").EnumerateArray().ToDictionary(group => group.GetProperty("label").GetString()!, group => group.GetProperty("code").GetString()!);
        var rows = sheets["Kết quả theo phong trào"].SkipWhile(row => row[0]?.Value as string != "STT").ToList();
        var groups = rows[0].Index().Where(cell => cell.Item?.Value is string text && text.EndsWith(" điểm)", StringComparison.Ordinal)).ToList();
        foreach (var (column, heading) in groups)
        {
            values.Machine($"movements;;{labels[((string)heading!.Value).Split(' ')[0]]};max-points", decimal.Parse(MaxPoints().Match((string)heading.Value).Groups[1].Value.Replace(',', '.'), CultureInfo.InvariantCulture));
        }

        var first = groups.Max(group => group.Index) + 2;
        foreach (var row in rows.Skip(2).Where(row => row[0]?.Value is double))
        {
            var unit = names.Units[(string)row[1]!.Value];
            foreach (var (column, heading) in groups)
            {
                var group = labels[((string)heading!.Value).Split(' ')[0]];
                Number($"results;{unit};{group};points", row[column]);
                Number($"results;{unit};{group};percent", row[column + 1]);
            }

            Number($"results;{unit};;bonus", row[first]);
            Number($"results;{unit};;penalty", row[first + 1]);
            Number($"results;{unit};;points", row[first + 2]);
        }
    }

    private void Targets()
    {
        var labels = names.Root.GetProperty("movements").EnumerateArray().ToDictionary(group => group.GetProperty("label").GetString()!, group => group.GetProperty("code").GetString()!);
        labels["Tất cả phong trào"] = "";
        var rows = sheets["Chỉ tiêu theo đơn vị"].SkipWhile(row => row[0]?.Value as string != "STT").ToList();
        foreach (var row in rows.Skip(2).Where(row => row[0]?.Value is double))
        {
            foreach (var (column, heading) in rows[0].Index().Skip(3).Where(cell => cell.Item is not null))
            {
                var address = $"results;{names.Units[(string)row[1]!.Value]};{labels[(string)heading!.Value]};";
                if (row[column]!.Value is string counts && counts.Split('/') is [var met, var set])
                {
                    values.Printed(address + "met-targets", met);
                    values.Printed(address + "set-targets", set);
                }

                Number(address + "met-percent", row[column + 1]);
            }
        }
    }

    private void Indicators()
    {
        var hasProvince = sheets["Chỉ tiêu"].Single(row => row[0]?.Value as string == "Mã")[6]?.Value is "Chỉ tiêu của tỉnh";
        foreach (var row in Below("Chỉ tiêu", "Mã").Where(row => row[3]?.Value is string))
        {
            var code = (string)row[0]!.Value;
            var reported = ((string)row[3]!.Value).Split('/');
            values.Printed($"indicators;;{code};reported-units", reported[0]);
            values.Printed($"indicators;;{code};expected-units", reported[1]);
            var isOwn = hasProvince && row[6]?.Value is double or int;
            string[] targets = hasProvince ? ["target", isOwn ? "units-target" : "target"] : ["target"];
            Numbers(row, 4, $"indicators;;{code};", ["value", "estimated", .. targets, "achieved-percent", "units-met", "units-short", "units-missing"]);
        }

        foreach (var note in Below("Chỉ tiêu", "Mã").Select(row => row[0]?.Value as string).Where(text => text?.StartsWith('[') == true))
        {
            var indicator = note!.Split(' ')[1].TrimEnd(':');
            foreach (var found in Adjusted().Matches(note).AsEnumerable())
            {
                var address = $"figures;{names.Units[found.Groups[1].Value]};{indicator};";
                values.Printed(address + "assigned-target", found.Groups[2].Value);
                values.Printed(address + "target", found.Groups[3].Value);
            }
        }

        foreach (var row in Below("Số liệu đơn vị", "Đơn vị").Where(row => row[2]?.Value is string))
        {
            Numbers(row, 5, $"figures;{names.Units[(string)row[0]!.Value]};{row[2]!.Value};", "value", "estimated", "target", "achieved-percent");
        }
    }

    private void Lists()
    {
        foreach (var row in Below("Xếp hạng", "Cụm, khối").Where(row => row[2]?.Value is string))
        {
            var address = $"ranking;{names.Units[(string)row[2]!.Value]};{names.Codes[(string)row[0]!.Value]};";
            Number(address + "rank", row[1]);
            Number(address + "points", row[3]);
        }

        foreach (var row in Below("Bảng điểm", "Đơn vị").Where(row => row[2]?.Value is string))
        {
            var address = $"score-cards;{names.Units[(string)row[0]!.Value]};{row[2]!.Value};";
            Numbers(row, 5, address, "max-points", "points");
            Numbers(row, 8, address, "self-points", "council-points");
        }

        foreach (var row in Below("Bảng điểm", "Đơn vị").Where(row => row[2] is null && row[6] is not null))
        {
            Number($"results;{names.Units[(string)row[0]!.Value]};;points", row[6]);
        }

        foreach (var row in Below("Khen thưởng", "STT").Where(row => row[0]?.Value is double))
        {
            var code = $"{((string)row[2]!.Value == "Tập thể" ? "collective" : "person")}: {row[3]!.Value}";
            Numbers(row, 4, $"awards;{names.Units[(string)row[1]!.Value]};{code};", "count", "ready", "needs-person", "blocked", "decided", "granted");
        }
    }

    private void Trend()
    {
        if (!sheets.TryGetValue("Diễn biến theo tháng", out var sheet))
        {
            return;
        }

        var counts = new Dictionary<string, string> { ["Đơn vị gửi đủ"] = "complete-units", ["Đơn vị phải gửi"] = "expected-units", ["Chỉ tiêu đạt"] = "met-targets", ["Chỉ tiêu được đánh giá"] = "judged-targets" };
        var months = sheet.First(row => row[0]?.Value as string == "STT").Skip(2).OfType<Cell>().Select(cell => names.Codes[(string)cell.Value]).ToList();
        foreach (var row in Below("Diễn biến theo tháng", "STT").Where(row => row[1]?.Value is string))
        {
            var label = (string)row[1]!.Value;
            foreach (var (index, month) in months.Index())
            {
                Number(row[0] is null ? $"trend;;{month};{counts[label]}" : $"trend;{names.Units[label]};{month};points", row[2 + index]);
            }
        }
    }

    private void Changes()
    {
        foreach (var row in Below("Thay đổi", "STT").Where(row => row[0]?.Value is double))
        {
            MailHtmlFace.Change(values, names, (string)row[1]!.Value, (string)row[2]!.Value, (string)row[3]!.Value, (string)row[4]!.Value);
        }
    }

    /// <summary>All but the running numbers of the first column.</summary>
    private void EveryNumberIsRead() => Assert.All(sheets, sheet => Assert.Empty(sheet.Value
        .SelectMany(row => row.Skip(1)).OfType<Cell>().Where(cell => cell.Value is double or int && !read.Contains(cell)).Select(cell => $"{sheet.Key}: {cell.Value} is read by nobody.")));

    private IEnumerable<Cell?[]> Below(string sheet, string firstHeading) =>
        sheets.TryGetValue(sheet, out var rows) ? rows.SkipWhile(row => row[0]?.Value as string != firstHeading).Skip(1) : [];

    private void Numbers(Cell?[] row, int column, string address, params string[] columns) =>
        columns.Index().ToList().ForEach(name => Number(address + name.Item, row[column + name.Index]));

    /// <summary>A number as the cell's format shows it; there must be nothing behind the shown decimals.</summary>
    private void Number(string address, Cell? cell)
    {
        if (cell?.Value is not (double or int))
        {
            return;
        }

        read.Add(cell);
        var value = decimal.Parse(Convert.ToDouble(cell.Value, CultureInfo.InvariantCulture).ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
        var point = cell.Format.IndexOf('.', StringComparison.Ordinal);
        var places = point < 0 ? 0 : cell.Format.Length - point - 1;
        Assert.True(decimal.Round(value, places) == value, $"workbook: {address} is {value} and shows {places} decimals.");
        values.Add(address, new Shown(value, places));
    }

    [GeneratedRegex(@"^Chậm ([\d.]+) ngày$")]
    private static partial Regex Late();

    [GeneratedRegex(@"(?:: |; )([^;:]+) giao ([\d.,]+), điều chỉnh ([\d.,]*\d)")]
    private static partial Regex Adjusted();

    [GeneratedRegex(@"\(([\d.,]+) điểm\)$")]
    private static partial Regex MaxPoints();

    /// <summary>Compared by identity: two cells may hold the same number.</summary>
    private sealed class Cell(object value, string? format)
    {
        public object Value => value;

        public string Format => format ?? "General";
    }
}
