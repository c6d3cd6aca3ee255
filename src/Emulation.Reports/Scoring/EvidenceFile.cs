using System.Diagnostics.CodeAnalysis;

namespace Emulation.Reports.Scoring;

/// <summary>The file behind a decision, as it is kept in the archive.</summary>
/// <param name="Number">By which it is fetched.</param>
/// <param name="Hash">SHA-256 of its content, lower-case hex.</param>
public sealed record EvidenceFile(long Number, string Name, string Hash)
{
    /// <summary>The first 12 digits of the hash, for people.</summary>
    public string Short => Hash[..12];

    /// <summary>What proves a decision, as score cards print it: its words, and its file where there is one.</summary>
    /// <returns>Null if there is neither.</returns>
    [return: NotNullIfNotNull(nameof(words))]
    public static string? Said(string? words, EvidenceFile? file) => file is null
        ? words
        : (words is null ? "" : words + "; ") + RunTexts.Get("CardEvidenceFile", file.Number, file.Name, file.Short);
}
