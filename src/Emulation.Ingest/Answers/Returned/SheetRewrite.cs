using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Emulation.Ingest.Answers.Returned;

/// <summary>What is changed in one sheet; all else is copied as a stream.</summary>
internal sealed record SheetChange
{
    public static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>Shown when the workbook is opened; only one sheet may be, or typing would go into all of them.</summary>
    public required bool IsShown { get; init; }

    /// <summary>Colours for cells, as finished elements.</summary>
    public IReadOnlyList<XElement> Colours { get; init; } = [];

    /// <summary>Link to the drawing of the comments, if the sheet has none yet.</summary>
    public string? DrawingLink { get; init; }

    /// <summary>Texts put into cells that are blank, by row and column.</summary>
    public IReadOnlyDictionary<(int Row, int Column), string> Added { get; init; } = new Dictionary<(int, int), string>();

    /// <summary>Widths for a sheet that says nothing of its columns.</summary>
    public IReadOnlyDictionary<int, double> Widths { get; init; } = new Dictionary<int, double>();

    /// <summary>The address of the table whose numbers stand as text on purpose; null for none.</summary>
    public string? TextNumbers { get; init; }
}

/// <summary>Copies a sheet's XML and changes it on the way: never the value, formula or format of a cell that holds something.</summary>
internal static class SheetRewrite
{
    // The order the schema demands of what follows the cells.
    private static readonly string[] Order =
    [
        "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells",
        "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks",
        "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture",
        "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
    ];

    public static void Run(PackageParts parts, string part, SheetChange change)
    {
        using var reader = parts.Open(part);
        reader.MoveToContent();
        if (reader.NamespaceURI != SheetChange.Main.NamespaceName || reader.IsEmptyElement)
        {
            throw new NotReturnedException(WhyNotReturned.NotCopyable);
        }

        parts.Save(part, writer => Copy(reader, writer, change));
    }

    private static void Copy(XmlReader reader, XmlWriter writer, SheetChange change)
    {
        writer.WriteStartDocument(standalone: true);
        writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        writer.WriteAttributes(reader, defattr: true);
        reader.Read();
        var after = new List<XElement>();
        var (isAfter, hasColumns) = (false, false);
        while (reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                reader.Read();
            }
            else if (reader.LocalName == "sheetData")
            {
                WriteWidths(writer, hasColumns, change);
                SheetCellsCopy.Run(reader, writer, change.Added);
                isAfter = true;
            }
            else if (isAfter)
            {
                after.Add((XElement)XNode.ReadFrom(reader));
            }
            else
            {
                hasColumns |= reader.LocalName == "cols";
                Before((XElement)XNode.ReadFrom(reader), change).WriteTo(writer);
            }
        }

        After(after, change).ForEach(element => element.WriteTo(writer));
        writer.WriteEndElement();
    }

    private static void WriteWidths(XmlWriter writer, bool hasColumns, SheetChange change)
    {
        if (!hasColumns && change.Widths.Count > 0)
        {
            var main = SheetChange.Main;
            new XElement(main + "cols", change.Widths.OrderBy(width => width.Key).Select(width => new XElement(
                main + "col", new XAttribute("min", width.Key), new XAttribute("max", width.Key), new XAttribute("width", width.Value), new XAttribute("customWidth", 1)))).WriteTo(writer);
        }
    }

    private static XElement Before(XElement element, SheetChange change)
    {
        foreach (var view in element.Name.LocalName == "sheetViews" ? element.Elements().Where(one => one.Name.LocalName == "sheetView") : [])
        {
            view.SetAttributeValue("tabSelected", change.IsShown ? "1" : null);
        }

        return element;
    }

    private static List<XElement> After(List<XElement> elements, SheetChange change)
    {
        Colouring.RemoveOurs(elements);
        if (change.Colours.Count > 0)
        {
            Colouring.MakeRoom(elements, change.Colours.Count);
        }

        foreach (var colour in change.Colours)
        {
            Insert(elements, colour);
        }

        if (change.DrawingLink is { } link)
        {
            Insert(elements, new XElement(SheetChange.Main + "legacyDrawing", new XAttribute(PartLinks.Ids + "id", link)));
        }

        if (change.TextNumbers is { } table && !elements.Exists(element => element.Name.LocalName == "ignoredErrors"))
        {
            Insert(elements, new XElement(
                SheetChange.Main + "ignoredErrors",
                new XElement(SheetChange.Main + "ignoredError", new XAttribute("sqref", table), new XAttribute("numberStoredAsText", "1"))));
        }

        return elements;
    }

    private static void Insert(List<XElement> elements, XElement added)
    {
        var rank = Array.IndexOf(Order, added.Name.LocalName);
        var at = elements.FindIndex(element => Array.IndexOf(Order, element.Name.LocalName) > rank);
        elements.Insert(at < 0 ? elements.Count : at, added);
    }
}
