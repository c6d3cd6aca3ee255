using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Parsing.Inspection;

/// <summary>What a file is and how reading it ended; its rows went to <see cref="SheetsJson"/> meanwhile and count only if it was read.</summary>
/// <param name="Kind">E.g. <c>xlsx</c>, <c>csv</c>, <c>pdf</c>.</param>
/// <param name="Encoding">Of a text file; null for any other.</param>
/// <param name="Separator">Of a text file; null for one of a single column, and for any other kind.</param>
/// <param name="Refusal">Why it was not read; null if it was.</param>
/// <param name="Findings">What is odd in a file that was read; that one refusal in any other.</param>
public sealed record InspectedFile(string Kind, string? Encoding, string? Separator, Rejection? Refusal, IReadOnlyList<Rejection> Findings)
{
    /// <summary>True if its rows were read to the end, whatever a form says of them.</summary>
    public bool HasSheets { get; init; } = Refusal is null;

    /// <summary>For the log: kind and place of an exception nobody foresaw; null otherwise.</summary>
    public string? UnforeseenFault { get; init; }
}
