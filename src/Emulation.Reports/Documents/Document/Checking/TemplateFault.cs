namespace Emulation.Reports.Documents.Document.Checking;

/// <summary>What is wrong with a changed template.</summary>
public enum TemplateFaultKind
{
    // Grave: the report would have a hole, or carry what it must not.
    Unreadable,
    Macros,
    External,
    Tracked,
    Empty,
    Missing,
    Doubled,
    WrongControl,
    WrongPlace,

    // Told, and left to the office.
    Restored,
    Unknown,
    Font,
    Size,
    Weight,
    Margin,
    Paper,
    PageNumber,
}

/// <summary>A fault of a template.</summary>
/// <param name="Tag">The control concerned; null if none is.</param>
/// <param name="Sentence">What is wrong and how to mend it, in Vietnamese, for the person who restyled the template.</param>
public sealed record TemplateFault(TemplateFaultKind Kind, string? Tag, string Sentence)
{
    /// <summary>True if no report may be made with the template.</summary>
    public bool IsGrave => Kind < TemplateFaultKind.Restored;

    internal static TemplateFault Of(TemplateFaultKind kind, string? tag, params string[] values) => new(kind, tag, Texts.Get($"Template.{kind}", values));
}
