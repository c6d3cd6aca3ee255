using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Emulation.Ingest.Tests.Validation.Support;

/// <summary>One cell of a test workbook, as XML below <c>c</c>.</summary>
/// <param name="Attributes">E.g. <c>t="s" s="1"</c>.</param>
internal sealed record TestCell(string Attributes, string Inner)
{
    public static TestCell Number(string digits, int style = 0) => new(style == 0 ? "" : $"s=\"{style}\"", $"<v>{digits}</v>");

    public static TestCell Percent(string digits) => Number(digits, TestWorkbook.PercentStyle);

    public static TestCell Date(int serial) => Number(serial.ToString(CultureInfo.InvariantCulture), TestWorkbook.DateStyle);

    public static TestCell Error(string text) => new("t=\"e\"", $"<v>{text}</v>");

    public static TestCell Formula(string formula, string? cached) => new("", $"<f>{formula}</f>" + (cached is null ? "" : $"<v>{cached}</v>"));

    public static TestCell Inline(string text) => new("t=\"inlineStr\"", $"<is><t>{SecurityElement.Escape(text)}</t></is>");
}

/// <summary>Writes workbooks part by part, so that tests can make what no library writes. Deterministic.</summary>
internal sealed class TestWorkbook
{
    public const int PercentStyle = 1;
    public const int DateStyle = 2;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private readonly List<(string Name, string State, string Xml)> sheets = [];
    private readonly List<string> strings = [];

    public bool Is1904 { get; init; }

    public string WorkbookAttributes { get; init; } = "";

    /// <summary>Parts by name, added or put in place of our own.</summary>
    public Dictionary<string, string> Parts { get; } = [];

    /// <summary>Adds a sheet of rows; a cell is null (blank), a string (shared text), a number or a <see cref="TestCell"/>.</summary>
    public TestWorkbook Sheet(string name, IEnumerable<object?[]> rows, string state = "", string after = "")
    {
        var xml = new StringBuilder("<sheetData>");
        var number = 0;
        foreach (var row in rows)
        {
            number++;
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{number}\">");
            for (var index = 0; index < row.Length; index++)
            {
                Append(xml, row[index], Address(index + 1, number));
            }

            xml.Append("</row>");
        }

        return SheetXml(name, xml.Append("</sheetData>").Append(after).ToString(), state);
    }

    /// <summary>Adds a sheet by what stands inside <c>worksheet</c>.</summary>
    public TestWorkbook SheetXml(string name, string inner, string state = "")
    {
        sheets.Add((name, state, $"<worksheet xmlns=\"{Main}\">{inner}</worksheet>"));
        return this;
    }

    public byte[] ToBytes(CompressionLevel level = CompressionLevel.Optimal)
    {
        var parts = AllParts();
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, xml) in parts)
            {
                var entry = zip.CreateEntry(name, level);
                entry.LastWriteTime = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var stream = entry.Open();
                stream.Write(Encoding.UTF8.GetBytes(xml));
            }
        }

        return memory.ToArray();
    }

    public static string Address(int column, int row)
    {
        var letters = "";
        for (var rest = column; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters + row.ToString(CultureInfo.InvariantCulture);
    }

    private void Append(StringBuilder xml, object? cell, string address)
    {
        switch (cell)
        {
            case null:
                break;
            case TestCell raw:
                xml.Append(CultureInfo.InvariantCulture, $"<c r=\"{address}\" {raw.Attributes}>{raw.Inner}</c>");
                break;
            case string text:
                strings.Add(text);
                xml.Append(CultureInfo.InvariantCulture, $"<c r=\"{address}\" t=\"s\"><v>{strings.Count - 1}</v></c>");
                break;
            default:
                xml.Append(CultureInfo.InvariantCulture, $"<c r=\"{address}\"><v>{Convert.ToString(cell, CultureInfo.InvariantCulture)}</v></c>");
                break;
        }
    }

    private Dictionary<string, string> AllParts()
    {
        const string package = "http://schemas.openxmlformats.org/package/2006/relationships";
        var parts = new Dictionary<string, string>
        {
            ["[Content_Types].xml"] = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>",
            ["_rels/.rels"] = $"<Relationships xmlns=\"{package}\"><Relationship Id=\"rId1\" Type=\"{Relationships}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
            ["xl/workbook.xml"] = $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relationships}\"><workbookPr {(Is1904 ? "date1904=\"true\"" : "")}/><sheets>"
                + string.Concat(sheets.Select((sheet, index) => $"<sheet name=\"{SecurityElement.Escape(sheet.Name)}\" sheetId=\"{index + 1}\" r:id=\"rId{index + 1}\" {(sheet.State.Length > 0 ? $"state=\"{sheet.State}\"" : "")}/>"))
                + "</sheets></workbook>",
            ["xl/_rels/workbook.xml.rels"] = $"<Relationships xmlns=\"{package}\">"
                + string.Concat(sheets.Select((_, index) => $"<Relationship Id=\"rId{index + 1}\" Type=\"{Relationships}/worksheet\" Target=\"worksheets/sheet{index + 1}.xml\"/>"))
                + $"<Relationship Id=\"rS\" Type=\"{Relationships}/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"rT\" Type=\"{Relationships}/styles\" Target=\"styles.xml\"/></Relationships>",
            ["xl/sharedStrings.xml"] = $"<sst xmlns=\"{Main}\">" + string.Concat(strings.Select(text => $"<si><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></si>")) + "</sst>",
            ["xl/styles.xml"] = $"<styleSheet xmlns=\"{Main}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"0.0%\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>",
        };
        for (var index = 0; index < sheets.Count; index++)
        {
            parts[$"xl/worksheets/sheet{index + 1}.xml"] = sheets[index].Xml;
        }

        foreach (var (name, xml) in Parts)
        {
            parts[name] = xml;
        }

        return parts;
    }
}
