using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Emulation.Reports.Documents.Document.Template;

namespace Emulation.Reports.Documents.Document.Filling;

/// <summary>Puts values into the content controls of a template. The controls vanish, their looks stay; only places to write in remain controls.</summary>
internal static class TemplateFilling
{
    public static void Fill(OpenXmlElement scope, SlotValues values)
    {
        foreach (var (control, slot) in Controls(scope).ToList())
        {
            if (slot.Kind != SlotKind.Write)
            {
                Replace(control, slot, values);
            }
        }
    }

    /// <summary>The outermost controls of known tag, in document order.</summary>
    private static IEnumerable<(SdtElement Control, Slot Slot)> Controls(OpenXmlElement scope)
    {
        foreach (var child in scope.ChildElements)
        {
            if (child is SdtElement control && Slots.Find(control.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value) is { } slot)
            {
                yield return (control, slot);
                continue;
            }

            foreach (var found in Controls(child))
            {
                yield return found;
            }
        }
    }

    private static void Replace(SdtElement control, Slot slot, SlotValues values)
    {
        switch (slot.Kind)
        {
            case SlotKind.Text:
                SlotText.Fill(control, string.Join('\n', values.LinesOf(slot.Tag)));
                break;
            case SlotKind.Lines:
                Repeat(control, values.LinesOf(slot.Tag), SetLine);
                break;
            case SlotKind.Cells:
                var cells = values.ItemsOf(slot.Tag);
                Repeat(control, cells, (content, cell) => FillCell(content, cell, cells.Count));
                break;
            default:
                Repeat(control, values.ItemsOf(slot.Tag), Fill);
                break;
        }
    }

    /// <summary>Puts one copy of the control's content in its place for every item; none if there is no item.</summary>
    private static void Repeat<T>(SdtElement control, IReadOnlyList<T> items, Action<OpenXmlElement, T> fill)
    {
        var content = Content(control);
        Unmark(content);
        var parent = control.Parent!;
        foreach (var item in items)
        {
            var copy = content.CloneNode(true);
            fill(copy, item);
            foreach (var child in copy.ChildElements.ToList())
            {
                child.Remove();
                parent.InsertBefore(child, control);
            }
        }

        control.Remove();
        KeepCellValid(parent);
        RemoveBareHeadings(parent);
    }

    private static void SetLine(OpenXmlElement content, string line) => SlotText.Set(content.Descendants<Paragraph>().First(), line);

    private static void FillCell(OpenXmlElement content, SlotValues values, int count)
    {
        foreach (var width in content.Descendants<TableCellWidth>())
        {
            width.Width = (int.Parse(width.Width!.Value!, System.Globalization.CultureInfo.InvariantCulture) / count).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        Fill(content, values);
    }

    internal static OpenXmlElement Content(SdtElement control) => control.ChildElements.Single(child => child.LocalName == "sdtContent");

    /// <summary>Takes out what may stand in a document only once: bookmarks, comments and paragraph numbers.</summary>
    private static void Unmark(OpenXmlElement content)
    {
        foreach (var mark in content.Descendants().Where(element => element is BookmarkStart or BookmarkEnd or CommentRangeStart or CommentRangeEnd or CommentReference).ToList())
        {
            mark.Remove();
        }

        foreach (var paragraph in content.Descendants<Paragraph>())
        {
            (paragraph.ParagraphId, paragraph.TextId) = (null, null);
        }

        foreach (var row in content.Descendants<TableRow>())
        {
            (row.ParagraphId, row.TextId) = (null, null);
        }
    }

    /// <summary>A table of which only the heading is left says nothing.</summary>
    private static void RemoveBareHeadings(OpenXmlElement parent)
    {
        if (parent is Table table && table.Descendants<TableRow>().All(row => row.TableRowProperties?.GetFirstChild<TableHeader>() is not null))
        {
            table.Remove();
        }
    }

    /// <summary>A table cell must end with a paragraph, also if its list has no line.</summary>
    private static void KeepCellValid(OpenXmlElement parent)
    {
        if (parent is TableCell && parent.LastChild is not Paragraph)
        {
            parent.AppendChild(new Paragraph());
        }
    }
}
