using System.Drawing;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Emulation.Ingest.Workbooks;

namespace Emulation.Ingest.Answers.Returned;

/// <summary>The boxes in which a spreadsheet shows comments, in the old drawing language that it still asks for.</summary>
internal sealed class NoteShapes
{
    private const string BoxType = "_x0000_t202";

    private static readonly XNamespace Vml = "urn:schemas-microsoft-com:vml";
    private static readonly XNamespace Office = "urn:schemas-microsoft-com:office:office";
    private static readonly XNamespace Excel = "urn:schemas-microsoft-com:office:excel";

    private int lastId;

    private NoteShapes(XDocument document)
    {
        Document = document;
        lastId = document.Descendants(Vml + "shape").Select(shape => IdOf((string?)shape.Attribute("id"))).DefaultIfEmpty(1024).Max();
    }

    public XDocument Document { get; }

    public static NoteShapes Load(PackageParts parts, string? part)
    {
        try
        {
            return new NoteShapes(part is null ? New() : parts.Load(part));
        }
        catch (XmlException)
        {
            // Some programs write this part as HTML; without reading it, nothing can be added safely.
            throw new NotReturnedException(WhyNotReturned.NotCopyable);
        }
    }

    public void Add(CellMark mark)
    {
        if (!Document.Descendants(Vml + "shapetype").Any(type => (string?)type.Attribute("id") == BoxType))
        {
            Document.Root!.Add(BoxDefinition());
        }

        lastId++;
        Document.Root!.Add(Box(mark, lastId));
    }

    public void Remove((int Row, int Column) place) =>
        Document.Descendants(Vml + "shape")
            .Where(shape => shape.Element(Excel + "ClientData") is { } data && (string?)data.Attribute("ObjectType") == "Note"
                && (int?)data.Element(Excel + "Row") == place.Row - 1 && (int?)data.Element(Excel + "Column") == place.Column - 1)
            .Remove();

    private static XDocument New() => new(new XElement(
        "xml",
        new XAttribute(XNamespace.Xmlns + "v", Vml), new XAttribute(XNamespace.Xmlns + "o", Office), new XAttribute(XNamespace.Xmlns + "x", Excel),
        new XElement(Office + "shapelayout", new XAttribute(Vml + "ext", "edit"), new XElement(Office + "idmap", new XAttribute(Vml + "ext", "edit"), new XAttribute("data", 1)))));

    private static XElement BoxDefinition() => new(
        Vml + "shapetype",
        new XAttribute("id", BoxType), new XAttribute("coordsize", "21600,21600"), new XAttribute(Office + "spt", 202), new XAttribute("path", "m,l,21600r21600,l21600,xe"),
        new XElement(Vml + "stroke", new XAttribute("joinstyle", "miter")),
        new XElement(Vml + "path", new XAttribute("gradientshapeok", "t"), new XAttribute(Office + "connecttype", "rect")));

    private static XElement Box(CellMark mark, int id)
    {
        var colour = ColorTranslator.ToHtml(MarkStyles.FillOf(mark.Severity)).ToLowerInvariant();
        var rows = Math.Clamp((int)Math.Ceiling(RowHeight.Of(mark.Text, 46, 10) / 15), 3, 20);
        return new XElement(
            Vml + "shape",
            new XAttribute("id", Text($"_x0000_s{id}")), new XAttribute("type", "#" + BoxType), new XAttribute("style", "position:absolute;visibility:hidden"),
            new XAttribute("fillcolor", colour), new XAttribute(Office + "insetmode", "auto"),
            new XElement(Vml + "fill", new XAttribute("color2", colour)),
            new XElement(Vml + "shadow", new XAttribute("on", "t"), new XAttribute("color", "black"), new XAttribute("obscured", "t")),
            new XElement(Vml + "path", new XAttribute(Office + "connecttype", "none")),
            new XElement(Vml + "textbox", new XAttribute("style", "mso-direction-alt:auto"), new XElement("div", new XAttribute("style", "text-align:left"))),
            new XElement(
                Excel + "ClientData", new XAttribute("ObjectType", "Note"),
                new XElement(Excel + "MoveWithCells"), new XElement(Excel + "SizeWithCells"),
                new XElement(Excel + "Anchor", Text($"{mark.Column}, 15, {Math.Max(0, mark.Row - 2)}, 10, {mark.Column + 5}, 15, {Math.Max(0, mark.Row - 2) + rows}, 4")),
                new XElement(Excel + "AutoFill", "False"),
                new XElement(Excel + "Row", mark.Row - 1), new XElement(Excel + "Column", mark.Column - 1)));
    }

    private static int IdOf(string? id) =>
        id is not null && id.StartsWith("_x0000_s", StringComparison.Ordinal) && int.TryParse(id.AsSpan(8), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1024;

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
