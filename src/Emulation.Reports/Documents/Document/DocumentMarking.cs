namespace Emulation.Reports.Documents.Document;

/// <summary>The word across every page of a document.</summary>
public enum DocumentMarking
{
    /// <summary>None: a report that may go out.</summary>
    None,

    /// <summary>DỰ THẢO: the period it sums up is open, or nobody has released it.</summary>
    Draft,

    /// <summary>THỬ NGHIỆM: a test send; wins over every other.</summary>
    Trial,
}
