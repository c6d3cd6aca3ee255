using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Emulation.Reports.Documents.Document.Filling;
using Emulation.Reports.Documents.Document.Template;

namespace Emulation.Reports.Documents.Document.Restoring;

/// <summary>Gives the controls back to a template that was saved by a program that does not keep them, by the words in square brackets that stood in them.</summary>
/// <remarks>docs/adr/0031-template-saved-by-another-program.md. LibreOffice drops the tags of controls in a paragraph, and whole controls around tables, rows and cells.</remarks>
internal static class LostControls
{
    /// <returns>How many controls were given back; 0 for a template that lost none in this way.</returns>
    public static int GiveBack(MainDocumentPart main)
    {
        var body = main.Document!.Body!;
        if (HasControlsOfTables(body))
        {
            return 0;
        }

        StyleIds.GiveBack(main);
        Sections.GiveBack(main);
        var before = Known(body);
        foreach (var slot in Slots.All.Where(slot => !IsContainer(slot)))
        {
            Mark(body, slot);
        }

        foreach (var slot in Slots.All.Where(IsContainer).OrderByDescending(Depth))
        {
            Enclose(body, slot);
        }

        return Known(body) - before;
    }

    // Word keeps what it does not understand. Whoever lost one control by hand still has others around rows and cells.
    private static bool HasControlsOfTables(Body body) => body.Descendants<SdtElement>().Any(control => control is SdtRow or SdtCell && Slots.Find(TagOf(control)) is not null);

    private static int Known(Body body) => body.Descendants<SdtElement>().Count(control => Slots.Find(TagOf(control)) is not null);

    private static bool IsContainer(Slot slot) => slot.Kind is SlotKind.Block or SlotKind.Rows or SlotKind.Cells;

    private static int Depth(Slot slot) => slot.Parent is { } parent ? 1 + Depth(Slots.Find(parent)!) : 0;

    /// <summary>A text, a repeated paragraph or a place to write in.</summary>
    private static void Mark(Body body, Slot slot)
    {
        var words = ShippedSlots.WordsOf(slot);
        var controls = body.Descendants<SdtRun>().Where(control => control.InnerText.Trim() == words).ToList();
        if (slot.Kind == SlotKind.Text && controls is [var control])
        {
            control.ReplaceChild(Properties(slot), control.SdtProperties!);
            return;
        }

        if (body.Descendants<Paragraph>().Where(candidate => candidate.InnerText.Trim() == words).ToList() is not [var paragraph])
        {
            return;
        }

        Unwrap(paragraph);
        if (slot.Kind == SlotKind.Text)
        {
            var runs = paragraph.ChildElements.Where(child => child is not ParagraphProperties).ToList();
            Wrap(slot, runs, new SdtRun(), new SdtContentRun());
        }
        else
        {
            Wrap(slot, [paragraph], new SdtBlock(), new SdtContentBlock());
        }
    }

    /// <summary>What is repeated as a whole: from the first to the last of the slots inside, and the fixed words that belong to it.</summary>
    private static void Enclose(Body body, Slot slot)
    {
        var inner = Slots.All.Where(candidate => candidate.Parent == slot.Tag).Select(candidate => candidate.Tag).ToHashSet();
        var controls = body.Descendants<SdtElement>().Where(control => TagOf(control) is { } tag && inner.Contains(tag)).ToList();
        if (controls.Count != inner.Count || RangeOf(slot.Kind, controls) is not { Count: > 0 } range)
        {
            return;
        }

        switch (slot.Kind)
        {
            case SlotKind.Cells:
                Wrap(slot, range, new SdtCell(), new SdtContentCell());
                break;
            case SlotKind.Rows:
                Wrap(slot, range, new SdtRow(), new SdtContentRow());
                break;
            default:
                Wrap(slot, ShippedSlots.WithFixedWords(slot, range), new SdtBlock(), new SdtContentBlock());
                break;
        }
    }

    /// <summary>Neighbours that hold all the controls; null if they stand in different tables, rows or places.</summary>
    private static List<OpenXmlElement>? RangeOf(SlotKind kind, List<SdtElement> controls)
    {
        var holders = controls.Select(control => control.Ancestors().Prepend(control).FirstOrDefault(element => kind switch
        {
            SlotKind.Cells => element is TableCell,
            SlotKind.Rows => element.Parent is Table,
            _ => element.Parent is Body,
        })).Distinct().ToList();
        if (holders.Any(holder => holder is null) || holders.Select(holder => holder!.Parent).Distinct().Count() != 1 || (kind == SlotKind.Cells && holders.Count > 1))
        {
            return null;
        }

        var siblings = holders[0]!.Parent!.ChildElements.ToList();
        var places = holders.Select(holder => siblings.IndexOf(holder!)).ToList();
        return siblings[places.Min()..(places.Max() + 1)];
    }

    private static void Wrap(Slot slot, List<OpenXmlElement> elements, SdtElement control, OpenXmlCompositeElement content)
    {
        elements[0].Parent!.InsertBefore(control, elements[0]);
        control.Append(Properties(slot), content);
        foreach (var element in elements)
        {
            element.Remove();
            content.AppendChild(element);
        }
    }

    private static void Unwrap(Paragraph paragraph)
    {
        foreach (var control in paragraph.Descendants<SdtRun>().ToList())
        {
            foreach (var child in TemplateFilling.Content(control).ChildElements.ToList())
            {
                child.Remove();
                control.Parent!.InsertBefore(child, control);
            }

            control.Remove();
        }
    }

    private static SdtProperties Properties(Slot slot) => new(new SdtAlias { Val = slot.Title }, new Tag { Val = slot.Tag });

    private static string? TagOf(SdtElement control) => control.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value;
}
