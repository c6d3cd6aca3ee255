using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Emulation.Reports.Documents.Document.Filling;

/// <summary>One text in place of a control, in the look of the text that stood there.</summary>
internal static class SlotText
{
    public static void Fill(SdtElement control, string text)
    {
        var paragraph = control as SdtRun is null ? null : control.Ancestors<Paragraph>().FirstOrDefault();
        if (control is SdtRun)
        {
            control.Parent!.InsertBefore(PlainText.Run(LookOf(control), text), control);
        }
        else
        {
            paragraph = Unwrap(control, text);
        }

        control.Remove();
        if (text.Length == 0 && paragraph is not null)
        {
            RemoveIfEmpty(paragraph);
        }
    }

    /// <summary>Replaces what a paragraph says; its look is that of its first run.</summary>
    public static void Set(Paragraph paragraph, string text)
    {
        var look = paragraph.Descendants<Run>().FirstOrDefault()?.RunProperties;
        foreach (var child in paragraph.ChildElements.Where(child => child is not ParagraphProperties).ToList())
        {
            child.Remove();
        }

        paragraph.AppendChild(PlainText.Run(Plain(look), text));
    }

    // A control around a paragraph or a cell: the first paragraph takes the text, others of the control go.
    private static Paragraph Unwrap(SdtElement control, string text)
    {
        var content = TemplateFilling.Content(control);
        var first = content.Descendants<Paragraph>().First();
        foreach (var other in content.Descendants<Paragraph>().Skip(1).ToList())
        {
            other.Remove();
        }

        Set(first, text);
        foreach (var child in content.ChildElements.ToList())
        {
            child.Remove();
            control.Parent!.InsertBefore(child, control);
        }

        return first;
    }

    private static RunProperties? LookOf(SdtElement control) => Plain(TemplateFilling.Content(control).Descendants<Run>().FirstOrDefault()?.RunProperties);

    /// <summary>The look without Word's grey of a control nobody has filled.</summary>
    private static RunProperties? Plain(RunProperties? look)
    {
        var copy = look?.CloneNode(true) as RunProperties;
        if (copy?.RunStyle?.Val?.Value?.Contains("Placeholder", StringComparison.OrdinalIgnoreCase) == true)
        {
            copy.RunStyle.Remove();
        }

        return copy;
    }

    private static void RemoveIfEmpty(Paragraph paragraph)
    {
        var isNeeded = paragraph.Parent is null or TableCell { } && paragraph.Parent?.Elements<Paragraph>().Count() == 1;
        if (!isNeeded && paragraph.InnerText.Length == 0 && paragraph.ParagraphProperties?.SectionProperties is null && !paragraph.Descendants<Drawing>().Any())
        {
            paragraph.Remove();
        }
    }
}
