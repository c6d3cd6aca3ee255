using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Emulation.Reports.Documents.Document.Filling;
using Emulation.Reports.Documents.Document.Template;

namespace Emulation.Reports.Documents.Document.Checking;

/// <summary>Holds the controls of a template against the slots of the report.</summary>
internal static class SlotFaults
{
    public static IEnumerable<TemplateFault> Of(MainDocumentPart main, Body body)
    {
        var controls = body.Descendants<SdtElement>().ToLookup(TagOf);
        if (!controls.Any(group => Slots.Find(group.Key) is not null))
        {
            return [TemplateFault.Of(TemplateFaultKind.Empty, null)];
        }

        var aside = main.HeaderParts.SelectMany(part => part.Header!.Descendants<SdtElement>()).Concat(main.FooterParts.SelectMany(part => part.Footer!.Descendants<SdtElement>())).Select(TagOf).ToHashSet();
        return Slots.All.SelectMany(slot => Of(slot, [.. controls[slot.Tag]], aside.Contains(slot.Tag)))
            .Concat(controls.Where(group => group.Key is not null && Slots.Find(group.Key) is null).Select(group => TemplateFault.Of(TemplateFaultKind.Unknown, group.Key, Shown(group.Key!))));
    }

    private static IEnumerable<TemplateFault> Of(Slot slot, IReadOnlyList<SdtElement> controls, bool isAside) => controls switch
    {
        [] when isAside => [Fault(TemplateFaultKind.WrongPlace, slot)],
        [] => [Fault(TemplateFaultKind.Missing, slot)],
        [var control] when !IsRightControl(slot.Kind, control) => [Fault(TemplateFaultKind.WrongControl, slot, Texts.Get($"Template.Control.{slot.Kind}"))],
        [var control] when ParentOf(control) != slot.Parent => [Fault(TemplateFaultKind.WrongPlace, slot, Where(slot))],
        [_] => [],
        _ => [Fault(TemplateFaultKind.Doubled, slot, VietnameseFormat.Number(controls.Count))],
    };

    private static bool IsRightControl(SlotKind kind, SdtElement control) => kind switch
    {
        SlotKind.Text => control is SdtRun or SdtBlock or SdtCell && (control is SdtRun || HasParagraph(control)) && !control.Descendants<Table>().Any(),
        SlotKind.Rows => control is SdtRow && control.Descendants<TableRow>().Any(),
        SlotKind.Cells => control is SdtCell && control.Descendants<TableCellWidth>().Any(width => int.TryParse(width.Width?.Value, out _)),
        _ => control is SdtBlock && HasParagraph(control),
    };

    private static bool HasParagraph(SdtElement control) => TemplateFilling.Content(control).Descendants<Paragraph>().Any();

    /// <summary>The nearest repeated control around it.</summary>
    private static string? ParentOf(SdtElement control) => control.Ancestors<SdtElement>().Select(TagOf).FirstOrDefault(tag => Slots.Find(tag) is not null);

    private static string Where(Slot slot) => slot.Parent is null ? Texts.Get("Template.Outside") : Texts.Get("Template.Inside", Slots.Find(slot.Parent)!.Title, slot.Parent);

    private static TemplateFault Fault(TemplateFaultKind kind, Slot slot, string detail = "") => TemplateFault.Of(kind, slot.Tag, slot.Title, slot.Tag, detail);

    private static string? TagOf(SdtElement control) => control.SdtProperties?.GetFirstChild<Tag>()?.Val?.Value;

    private static string Shown(string tag) => PlainText.Clean(tag.Length > 60 ? tag[..60] + "…" : tag);
}
