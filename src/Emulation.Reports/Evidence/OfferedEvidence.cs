namespace Emulation.Reports.Evidence;

/// <summary>A file that somebody hands in to prove a decision.</summary>
/// <param name="FileName">As the person calls it; a path loses its folders.</param>
/// <param name="Content">Read once, from where it stands.</param>
public sealed record OfferedEvidence(string FileName, Stream Content);

/// <summary>What proves a decision of the council.</summary>
/// <param name="Text">Number and date of the document, or its place; null if none.</param>
/// <param name="File">The document itself; null if none.</param>
public sealed record DecisionProof(string? Text, OfferedEvidence? File);

/// <summary>A file that is safe in the archive, and that a decision may now name.</summary>
/// <param name="Hash">SHA-256, lower-case hex.</param>
public sealed record KeptEvidence(string FileName, string Hash, long Size);
