namespace Emulation.Reports.Documents.Document.Template;

/// <summary>What a content control of the template is filled with, and so where it must stand.</summary>
public enum SlotKind
{
    /// <summary>One text, inside a paragraph or around one; the control's own look stays.</summary>
    Text,

    /// <summary>Around one paragraph, which is repeated for every line of text.</summary>
    Lines,

    /// <summary>Around paragraphs and tables that are repeated as a whole, with the slots inside.</summary>
    Block,

    /// <summary>Around one table row (or more) that is repeated.</summary>
    Rows,

    /// <summary>Around one table cell that is repeated; its width is shared out.</summary>
    Cells,

    /// <summary>A marked place for people to write in; stays a control in the finished document.</summary>
    Write,
}

/// <summary>A place of the template that the report fills.</summary>
/// <param name="Tag">The control's tag: the only thing a restyled template may not change.</param>
/// <param name="Title">What Word shows over the control.</param>
/// <param name="Parent">Tag of the repeated control around it; null if it stands in the document itself.</param>
public sealed record Slot(string Tag, string Title, SlotKind Kind, string? Parent = null);
