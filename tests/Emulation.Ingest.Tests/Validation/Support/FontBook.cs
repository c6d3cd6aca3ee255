using System.Security;
using Emulation.Ingest.Tests.Parsing.Letters;

namespace Emulation.Ingest.Tests.Validation.Support;

/// <summary>Workbooks whose cells stand in old fonts.</summary>
internal static class FontBook
{
    public const int Unicode = 0;
    public const int Tcvn3 = 3;
    public const int Tcvn3Capitals = 4;
    public const int Vni = 5;

    private const string Styles = """
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts>
        <fonts count="4"><font><name val="Times New Roman"/></font><font><name val=".VnTime"/></font><font><name val=".VnTimeH"/></font><font><name val="VNI-Times"/></font></fonts>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="0" fontId="1"/><xf numFmtId="0" fontId="2"/><xf numFmtId="0" fontId="3"/></cellXfs></styleSheet>
        """;

    /// <summary>A cell with characters as stored, in a style.</summary>
    public static TestCell Cell(string stored, int style) =>
        new($"t=\"inlineStr\" s=\"{style}\"", $"<is><t xml:space=\"preserve\">{SecurityElement.Escape(stored)}</t></is>");

    /// <summary>A cell that shows a text in a font of an old encoding.</summary>
    public static TestCell Shown(string text, int style) => Cell(style == Unicode ? text : OldLetters.InFont(text, style == Vni), style);

    public static TestWorkbook Book(IEnumerable<object?[]> rows, string name = "Biểu 1")
    {
        var workbook = new TestWorkbook().Sheet(name, rows);
        workbook.Parts["xl/styles.xml"] = Styles;
        return workbook;
    }

    /// <summary>The rows with every text in a font.</summary>
    public static IEnumerable<object?[]> InFont(IEnumerable<object?[]> rows, int style) =>
        rows.Select(row => row.Select(cell => cell is string text ? Shown(text, style) : cell).ToArray());
}
