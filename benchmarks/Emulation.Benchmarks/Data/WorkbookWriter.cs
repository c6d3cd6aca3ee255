using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Emulation.Benchmarks.Data;

/// <summary>Writes a workbook of one sheet as Excel stores it: shared strings, a style for decimals, rows with addresses.</summary>
/// <remarks>Written by hand, so that the file is not made by any of the libraries it is read with.</remarks>
internal static class WorkbookWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly string[] Header = ["Mã đơn vị", "Mã chỉ tiêu", "Năm", "Tháng", "Thực hiện", "Ghi chú"];

    /// <summary>Writes a header row and <paramref name="keys"/>, one a row in 6 columns: unit, indicator, year, month, value with two places, note.</summary>
    public static void Write(string path, Sample sample, IEnumerable<FigureKey> keys) => Write(path, Header, keys.Select(key => CellsOf(sample, key)));

    /// <summary>Writes a header row and rows of texts and numbers; null leaves a cell out.</summary>
    public static void Write(string path, IReadOnlyList<string> header, IEnumerable<object?[]> rows)
    {
        var strings = new SharedText();
        using var file = File.Create(path);
        using var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: false, Encoding.UTF8);
        WritePart(zip, "[Content_Types].xml", ContentTypes);
        WritePart(zip, "_rels/.rels", RootRelations);
        WritePart(zip, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="Số liệu" sheetId="1" r:id="rId1"/></sheets></workbook>""");
        WritePart(zip, "xl/_rels/workbook.xml.rels", WorkbookRelations);
        WritePart(zip, "xl/styles.xml", Styles);
        using (var sheet = Part(zip, "xl/worksheets/sheet1.xml"))
        {
            WriteSheet(sheet, strings, header, rows);
        }

        WritePart(zip, "xl/sharedStrings.xml", strings.ToXml());
    }

    private static object?[] CellsOf(Sample sample, FigureKey key) =>
    [
        BenchPlan.UnitCode(key.Unit), BenchPlan.IndicatorCode(key.Indicator), 2020d, key.Month + 1d,
        sample.Count(key.Unit, key.Indicator, key.Month) + (key.Indicator * 0.25), Sample.Note(key.Unit, key.Indicator, key.Month),
    ];

    private static void WriteSheet(StreamWriter sheet, SharedText strings, IReadOnlyList<string> header, IEnumerable<object?[]> rows)
    {
        sheet.Write($"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="{Main}"><sheetData>""");
        var row = 0;
        foreach (var cells in rows.Prepend([.. header]))
        {
            row++;
            sheet.Write($"<row r=\"{row}\">{string.Concat(cells.Select((cell, column) => Cell(strings, row, column, cell)))}</row>");
        }

        sheet.Write("</sheetData></worksheet>");
    }

    private static string Cell(SharedText strings, int row, int column, object? cell) => cell switch
    {
        null => "",
        string text => Text(strings, row, column, text),
        double number => Number(row, column, number, style: number == Math.Truncate(number) ? 0 : 1),
        _ => throw new ArgumentException($"A cell cannot hold a {cell.GetType()}.", nameof(cell)),
    };

    private static string Text(SharedText strings, int row, int column, string text) =>
        $"<c r=\"{(char)('A' + column)}{row}\" t=\"s\"><v>{strings.IndexOf(text)}</v></c>";

    private static string Number(int row, int column, double value, int style) =>
        string.Create(CultureInfo.InvariantCulture, $"<c r=\"{(char)('A' + column)}{row}\" s=\"{style}\"><v>{value}</v></c>");

    private static StreamWriter Part(ZipArchive zip, string name) => new(zip.CreateEntry(name, CompressionLevel.Optimal).Open(), new UTF8Encoding(false), 1 << 16);

    private static void WritePart(ZipArchive zip, string name, string xml)
    {
        using var part = Part(zip, name);
        part.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + xml);
    }

    private const string ContentTypes = """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>
        """;

    private const string RootRelations = $"""
        <Relationships xmlns="{Relations}"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>
        """;

    private const string WorkbookRelations = $"""
        <Relationships xmlns="{Relations}"><Relationship Id="rId1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Office}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="{Office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>
        """;

    private const string Styles = $"""
        <styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.00"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Times New Roman"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>
        """;

    /// <summary>The workbook's table of distinct texts.</summary>
    private sealed class SharedText
    {
        private readonly Dictionary<string, int> indexes = new(StringComparer.Ordinal);
        private int uses;

        public int IndexOf(string text)
        {
            uses++;
            return indexes.TryGetValue(text, out var index) ? index : indexes[text] = indexes.Count;
        }

        public string ToXml() =>
            $"<sst xmlns=\"{Main}\" count=\"{uses}\" uniqueCount=\"{indexes.Count}\">"
            + string.Concat(indexes.Keys.Select(text => $"<si><t>{System.Security.SecurityElement.Escape(text)}</t></si>")) + "</sst>";
    }
}
