using Emulation.Ingest.Intake;
using Emulation.Plan;

namespace Emulation.Ingest.PersonalData;

/// <summary>A row that speaks of people: where it stands and what it holds. Personal data.</summary>
/// <param name="Source">registrations, initiatives, award_proposals, explanations or evidence_files.</param>
/// <param name="SubmissionId">Of an evidence file its number.</param>
/// <param name="Name">Of an explanation its whole text, of an evidence file its file name: free words, which may name people.</param>
/// <param name="Others">Further names in the row, as written; null if none.</param>
/// <param name="Kept">The whole row as JSON.</param>
public sealed record PersonRow(
    string Source, long SubmissionId, int RowNumber, int? UnitId, string Name, string? Others, Fingerprint? Hash, string Folder, string FileName, string Kept)
{
    private const string FreeWords = "explanations";
    private const string Evidence = "evidence_files";

    /// <summary>True for the file behind a decision, which belongs to no submission.</summary>
    public bool IsEvidence => Source == Evidence;

    /// <summary>True if the row is about that person: its name, or one of the names beside it. Spelling is compared as names are everywhere; a file name without any marks is compared without marks.</summary>
    public bool IsAbout(string nameKey) =>
        Source switch
        {
            FreeWords => Holds(Name, nameKey),
            Evidence => Holds(Name, nameKey) || (Name.All(char.IsAscii) && Holds(Name, NameKey.WithoutMarks(nameKey))),
            _ => IsNamed(nameKey),
        };

    private static bool Holds(string text, string key) => Words(text).Contains($" {key} ", StringComparison.Ordinal);

    private bool IsNamed(string nameKey) =>
        NameKey.Of(Name) == nameKey
        || (Others ?? "").Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Any(other => NameKey.Of(other) == nameKey);

    // Names stand between commas and brackets there.
    private static string Words(string text) =>
        $" {NameKey.Of(string.Concat(text.Normalize().Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')))} ";
}

/// <summary>What an erasure did, and what is left for people to do.</summary>
/// <param name="Rows">Rows that lost their person.</param>
/// <param name="OriginalsErased">Archived originals given up.</param>
/// <param name="OriginalsKept">Submissions whose archived original still holds the name.</param>
/// <param name="EvidenceKept">Evidence files that lost their name and are still in the archive.</param>
/// <param name="InShare">Files of the units' folders that hold the name and are theirs to remove, as <c>folder: submission</c>.</param>
public sealed record ErasedPerson(long ErasureId, int Rows, int OriginalsErased, IReadOnlyList<long> OriginalsKept, IReadOnlyList<long> EvidenceKept, IReadOnlyList<string> InShare);
