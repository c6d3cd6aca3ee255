using System.Xml.Linq;
using Emulation.Ingest.Parsing.Workbooks;

namespace Emulation.Ingest.Answers.Returned;

/// <summary>The comments of one sheet with ours added; those of an earlier answer are taken away, the officer's own stay.</summary>
internal sealed class CellNotes
{
    private const string Author = "Phiếu trả lời";

    /// <summary>The line over our text, by which it is known: LibreOffice forgets authors, and a cell may have the officer's own comment above it.</summary>
    private const string Heading = "――― Phiếu trả lời ―――";

    private readonly XElement root;
    private readonly NoteShapes shapes;

    private CellNotes(XElement root, NoteShapes shapes) => (this.root, this.shapes) = (root, shapes);

    private static XNamespace Main => SheetChange.Main;

    private XElement Authors => root.Element(Main + "authors")!;

    private XElement List => root.Element(Main + "commentList")!;

    /// <returns>The link to the drawing, if the sheet must name it; null if it does already.</returns>
    public static string? Write(PackageParts parts, string sheetPart, string? drawingId, IReadOnlyList<CellMark> marks)
    {
        var links = new PartLinks(parts, sheetPart);
        var commentsPart = links.OfType("/comments");
        var drawingPart = drawingId is null ? null : links.Target(drawingId);
        if (marks.Count == 0 && commentsPart is null)
        {
            return null;
        }

        var comments = commentsPart is null ? New() : parts.Load(commentsPart);
        var notes = new CellNotes(comments.Root!, NoteShapes.Load(parts, drawingPart));
        notes.Check();
        notes.RemoveOurs();
        marks.ToList().ForEach(notes.Add);
        parts.Save(Named(parts, links, commentsPart, "comments", "xl/comments", ".xml", ContentTypes.Comments, out _), comments);
        var drawing = Named(parts, links, drawingPart, "vmlDrawing", "xl/drawings/vmlDrawing", ".vml", ContentTypes.Drawing, out var link);
        parts.Save(drawing, notes.shapes.Document);
        return link;
    }

    private static XDocument New() => new(new XElement(Main + "comments", new XElement(Main + "authors"), new XElement(Main + "commentList")));

    private static string Named(PackageParts parts, PartLinks links, string? known, string type, string prefix, string suffix, string contentType, out string? link)
    {
        link = null;
        if (known is not null)
        {
            return known;
        }

        var name = parts.FreeName(prefix, suffix);
        link = links.Add(type, name);
        ContentTypes.Set(parts, name, contentType);
        return name;
    }

    private void Check()
    {
        if (root.Name != Main + "comments" || root.Element(Main + "authors") is null || root.Element(Main + "commentList") is null)
        {
            throw new NotReturnedException(WhyNotReturned.NotCopyable);
        }
    }

    private void RemoveOurs()
    {
        foreach (var comment in List.Elements(Main + "comment").ToList())
        {
            if (CutOurs(comment) && string.IsNullOrWhiteSpace(string.Concat(comment.Descendants(Main + "t").Select(text => text.Value))))
            {
                shapes.Remove(PlaceOf(comment));
                comment.Remove();
            }
        }
    }

    /// <returns>True if something of ours was in it.</returns>
    private static bool CutOurs(XElement comment)
    {
        var isOurs = false;
        foreach (var text in comment.Descendants(Main + "t").ToList())
        {
            var at = text.Value.IndexOf(Heading, StringComparison.Ordinal);
            text.Value = isOurs ? "" : at < 0 ? text.Value : text.Value[..at].TrimEnd('\n', '\r');
            isOurs |= at >= 0;
        }

        comment.Descendants(Main + "r").Where(run => run.Element(Main + "t") is { Value.Length: 0 }).Remove();
        return isOurs;
    }

    private void Add(CellMark mark)
    {
        var known = List.Elements(Main + "comment").FirstOrDefault(comment => (string?)comment.Attribute("ref") == mark.Address);
        if (known is not null)
        {
            Append(known, mark);
            return;
        }

        var comment = new XElement(
            Main + "comment", new XAttribute("ref", mark.Address), new XAttribute("authorId", AuthorId()), new XElement(Main + "text", Run($"{Heading}\n{mark.Text}")));
        var next = List.Elements(Main + "comment").FirstOrDefault(one => IsBehind(one, mark));
        if (next is null)
        {
            List.Add(comment);
        }
        else
        {
            next.AddBeforeSelf(comment);
        }

        shapes.Add(mark);
    }

    // A thread's text is kept elsewhere, and this is only its shadow; the guide sheet names the finding.
    private void Append(XElement comment, CellMark mark)
    {
        var author = Authors.Elements().ElementAtOrDefault((int?)comment.Attribute("authorId") ?? 0)?.Value ?? "";
        if (!author.StartsWith("tc=", StringComparison.Ordinal) && comment.Element(Main + "text") is { } text)
        {
            text.Add(Run($"\n{Heading}\n{mark.Text}"));
        }
    }

    private int AuthorId()
    {
        var index = Authors.Elements().ToList().FindIndex(author => author.Value == Author);
        if (index < 0)
        {
            index = Authors.Elements().Count();
            Authors.Add(new XElement(Main + "author", Author));
        }

        return index;
    }

    private static XElement Run(string text) => new(
        Main + "r",
        new XElement(Main + "rPr", new XElement(Main + "sz", new XAttribute("val", 10)), new XElement(Main + "color", new XAttribute("indexed", 81)), new XElement(Main + "rFont", new XAttribute("val", "Tahoma"))),
        new XElement(Main + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), GuideSheet.Plain(text)));

    private static bool IsBehind(XElement comment, CellMark mark) => PlaceOf(comment) is var (row, column) && (row > mark.Row || (row == mark.Row && column > mark.Column));

    private static (int Row, int Column) PlaceOf(XElement comment)
    {
        var address = (string?)comment.Attribute("ref") ?? "";
        var column = CellReader.ParseColumn(address, out var length);
        return (int.TryParse(address.AsSpan(length), System.Globalization.CultureInfo.InvariantCulture, out var row) ? row : 0, column);
    }
}
