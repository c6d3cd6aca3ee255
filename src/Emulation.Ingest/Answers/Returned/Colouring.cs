using System.Globalization;
using System.Xml.Linq;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Answers.Returned;

/// <summary>Colours laid over cells by conditional formats: the cells' own formats stay as they are, and the colours can be told and taken away again.</summary>
internal static class Colouring
{
    /// <summary>True always; the text tells our colours from the officer's own conditional formats.</summary>
    public const string Sign = "LEN(\"PHIEU-TRA-LOI\")>0";

    // A range list has a length limit that no one states; this is far below it.
    private const int MostCells = 200;

    private static XNamespace Main => SheetChange.Main;

    /// <summary>The formats for marks, most severe first.</summary>
    /// <param name="formatOf">The number of the differential format of a severity.</param>
    public static List<XElement> Of(IEnumerable<CellMark> marks, Func<Severity, int> formatOf) =>
        [.. marks
            .GroupBy(mark => mark.Severity).OrderBy(group => CellMark.WeightOf(group.Key))
            .SelectMany(group => group.Chunk(MostCells).Select(cells => (Severity: group.Key, Cells: cells)))
            .Select((one, index) => new XElement(
                Main + "conditionalFormatting",
                new XAttribute("sqref", string.Join(' ', one.Cells.Select(cell => cell.Address))),
                new XElement(
                    Main + "cfRule", new XAttribute("type", "expression"), new XAttribute("dxfId", formatOf(one.Severity)), new XAttribute("priority", index + 1),
                    new XElement(Main + "formula", Sign))))];

    /// <summary>Takes away the colours of an earlier answer.</summary>
    public static void RemoveOurs(List<XElement> elements)
    {
        foreach (var format in elements.Where(element => element.Name.LocalName == "conditionalFormatting"))
        {
            format.Elements(Main + "cfRule").Where(IsOurs).Remove();
        }

        elements.RemoveAll(element => element.Name == Main + "conditionalFormatting" && !element.Elements(Main + "cfRule").Any());
    }

    /// <summary>Moves the officer's own rules behind ours; their order among each other stays.</summary>
    public static void MakeRoom(List<XElement> elements, int count)
    {
        foreach (var rule in elements.SelectMany(element => element.DescendantsAndSelf()).Where(element => element.Name.LocalName == "cfRule"))
        {
            if (rule.Attribute("priority") is { } priority && int.TryParse(priority.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                priority.Value = (number + count).ToString(CultureInfo.InvariantCulture);
            }
        }
    }

    private static bool IsOurs(XElement rule) =>
        rule.Element(Main + "formula") is { } formula && formula.Value.Replace(" ", "", StringComparison.Ordinal) == Sign;
}
