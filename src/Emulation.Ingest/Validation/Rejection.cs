namespace Emulation.Ingest.Validation;

/// <summary>How much a finding weighs.</summary>
public enum Severity
{
    /// <summary>The file needs fixing; nothing of it counts.</summary>
    Error,

    /// <summary>Taken, with a remark.</summary>
    Warning,

    /// <summary>Taken, and the unit owes an explanation.</summary>
    NeedsExplanation,
}

/// <summary>Why a row or a file gave no figure, or gave one with a remark: the place, what was found, what was expected and how to mend it.</summary>
/// <param name="Code">Code of the catalogue, e.g. <c>E-NUMBER</c>.</param>
/// <param name="Sheet">Sheet name; null for a text file or a whole file.</param>
/// <param name="RowNumber">1-based row or line; null for a whole file.</param>
/// <param name="Address">Cell, e.g. <c>C7</c>, or <c>dòng 7, cột 3</c>; null for a whole row or file.</param>
/// <param name="Found">What stood there, clipped to 60 characters; null where it could be a person's name.</param>
/// <param name="Expected">What should stand there, in Vietnamese.</param>
/// <param name="Message">One Vietnamese sentence.</param>
/// <param name="Cure">What to do, one Vietnamese sentence.</param>
public sealed record Rejection(
    Severity Severity,
    string Code,
    string? Sheet,
    int? RowNumber,
    string? Address,
    string? Found,
    string? Expected,
    string Message,
    string Cure);
