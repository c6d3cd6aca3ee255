using static Emulation.Reports.Documents.Document.Template.TemplateXml;

namespace Emulation.Reports.Documents.Document.Template;

/// <summary>Tables with a repeated heading row and one row that is repeated.</summary>
internal static class TemplateTables
{
    /// <param name="rows">Tag of the repeated row; each cell's tag is this and its name.</param>
    /// <param name="headings">Names of the heading texts.</param>
    /// <param name="numbers">Cells whose content stands to the right.</param>
    public static string Plain(string rows, int[] widths, string[] headings, string[] cells, string[] numbers) => Table(
        "BangKe", widths, Headings(widths, headings), Control(rows, Row([.. cells.Zip(widths, (cell, width) => Body(rows, cell, width, numbers))])));

    public static string Headings(int[] widths, string[] headings) => HeadingRow([.. headings.Zip(widths, Heading)]);

    public static string Heading(string heading, int width) => Cell(width, Words("BangDauDe", Texts.Get(heading)));

    public static string Body(string rows, string cell, int width, params string[] numbers) =>
        Cell(width, TextLine(numbers.Contains(cell) ? "BangSo" : cell is "stt" or "ma" or "hang" or "chi-tieu" ? "BangGiua" : "BangChu", $"{rows}.{cell}"));

    /// <summary>A heading cell that is repeated.</summary>
    public static string HeadingCells(string tag, int width) => Control(tag, Cell(width, TextLine("BangDauDe", tag + ".ten")));

    /// <summary>A number cell that is repeated.</summary>
    public static string NumberCells(string tag, int width) => Control(tag, Cell(width, TextLine("BangSo", tag + ".gia-tri")));
}
