using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Emulation.Ingest.Validation;
using Emulation.Ingest.Workbooks;

namespace Emulation.Ingest.Answers.Returned;

/// <summary>The sheet that lists every finding with a link to its cell; those without a cell stand only here.</summary>
/// <remarks>Its headings are none of any form's, so that it is never taken for one.</remarks>
internal static partial class GuideSheet
{
    public const string Name = "Hướng dẫn sửa";

    /// <summary>How its first cell begins, wherever it was saved again.</summary>
    public static string Title => Texts.Get("Returned.Title");

    private static XNamespace Main => SheetChange.Main;

    /// <param name="sheet">The form's sheet, to which links of findings without a sheet name lead.</param>
    public static XDocument Build(IReadOnlyList<Rejection> findings, string sheet, int keyColumn, MarkStyles styles)
    {
        var links = new List<XElement>();
        var rows = new List<XElement>
        {
            Row(1, 24, (Title, styles.Title)),
            Row(2, RowHeight.Of(Texts.Get("Returned.Lead"), 126, 11), (Texts.Get("Returned.Lead"), styles.Text)),
            Row(4, 20, (Texts.Get("Returned.Place"), styles.Head), (Texts.Get("Returned.Weight"), styles.Head), (Texts.Get("Returned.What"), styles.Head),
                (Texts.Get("Returned.How"), styles.Head), (Texts.Get("Returned.Code"), styles.Head)),
        };
        foreach (var finding in findings.OrderBy(finding => CellMark.WeightOf(finding.Severity)))
        {
            var number = rows.Count + 2;
            var place = PlaceOf(finding, sheet, keyColumn);
            var height = Math.Max(RowHeight.Of(finding.Message, 70, 11), RowHeight.Of(finding.Cure, 52, 11)) + 4;
            rows.Add(Row(number, height, (place?.Shown ?? "", styles.Link), (CellMark.Word(finding.Severity), styles.WordOf(finding.Severity)), (finding.Message, styles.Text), (finding.Cure, styles.Text), (finding.Code, styles.Text)));
            if (place is { } linked)
            {
                links.Add(new XElement(Main + "hyperlink", new XAttribute("ref", "A" + Invariant(number)), new XAttribute("location", linked.Location), new XAttribute("display", linked.Shown)));
            }
        }

        return new XDocument(new XElement(Main + "worksheet", Parts(rows, links)));
    }

    private static IEnumerable<object?> Parts(List<XElement> rows, List<XElement> links) =>
    [
        new XElement(
            Main + "sheetPr", new XElement(Main + "tabColor", new XAttribute("rgb", "FF8E1A14")), new XElement(Main + "pageSetUpPr", new XAttribute("fitToPage", 1))),
        new XElement(Main + "sheetViews", new XElement(
            Main + "sheetView", new XAttribute("showGridLines", 0), new XAttribute("workbookViewId", 0),
            new XElement(Main + "pane", new XAttribute("ySplit", 4), new XAttribute("topLeftCell", "A5"), new XAttribute("activePane", "bottomLeft"), new XAttribute("state", "frozen")))),
        new XElement(Main + "sheetFormatPr", new XAttribute("defaultRowHeight", 15)),
        new XElement(Main + "cols", new[] { 22d, 18, 60, 44, 18 }.Select((width, index) => new XElement(
            Main + "col", new XAttribute("min", index + 1), new XAttribute("max", index + 1), new XAttribute("width", width), new XAttribute("customWidth", 1)))),
        new XElement(Main + "sheetData", rows),
        new XElement(Main + "mergeCells", new XAttribute("count", 1), new XElement(Main + "mergeCell", new XAttribute("ref", "A2:E2"))),
        links.Count == 0 ? null : new XElement(Main + "hyperlinks", links),
        new XElement(
            Main + "pageMargins", new XAttribute("left", 0.5), new XAttribute("right", 0.5), new XAttribute("top", 0.6), new XAttribute("bottom", 0.6), new XAttribute("header", 0.3), new XAttribute("footer", 0.3)),
        new XElement(Main + "pageSetup", new XAttribute("paperSize", 9), new XAttribute("orientation", "landscape"), new XAttribute("fitToHeight", 0)),
    ];

    private static XElement Row(int number, double height, params (string Text, int Style)[] cells) => new(
        Main + "row",
        new XAttribute("r", number), new XAttribute("ht", Math.Round(height, 1)), new XAttribute("customHeight", 1),
        cells.Select((cell, index) => new XElement(
            Main + "c",
            new XAttribute("r", new CellAddress(1, number, (short)(index + 1)).ToString()), new XAttribute("s", cell.Style),
            cell.Text.Length == 0 ? null : new XAttribute("t", "inlineStr"),
            cell.Text.Length == 0 ? null : new XElement(
                Main + "is", new XElement(Main + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), Plain(cell.Text))))));

    /// <summary>Text that a spreadsheet shows as it is: <c>_x0041_</c> would be taken for a letter.</summary>
    public static string Plain(string text) => Escape().Replace(CellText.Clean(text), "_x005F_$1");

    private static (string Shown, string Location)? PlaceOf(Rejection finding, string sheet, int keyColumn)
    {
        if (CellMark.PlaceOf(finding, keyColumn) is not { } place)
        {
            return null;
        }

        var name = finding.Sheet ?? sheet;
        var cell = new CellAddress(1, place.Row, (short)place.Column).ToString();
        return ($"{name}!{cell}", $"'{name.Replace("'", "''", StringComparison.Ordinal)}'!{cell}");
    }

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("_(x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escape();
}
