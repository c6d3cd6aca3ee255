using Emulation.Ingest.Answers.Returned;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Intake;

/// <summary>A file of a batch on its way from the inbox to its answer; one worker's alone.</summary>
public sealed class FileInHand(Claim claim, DropPlace place)
{
    public Claim Claim { get; } = claim;

    public DropPlace Place { get; } = place;

    /// <summary>Null while not read, and for what is refused unopened.</summary>
    public Fingerprint? Hash { get; set; } = claim.FileHash;

    /// <summary>The bytes as archived; null where they are not needed or not to be had.</summary>
    public byte[]? Content { get; set; }

    /// <summary>True if it is being tried again after its processing died.</summary>
    public bool IsSuspect => Claim is { IsDecided: false, Attempts: > 1 };

    /// <summary>True once the inbox holds the file no more.</summary>
    public bool HasLeft { get; set; } = claim.HasLeft;

    /// <summary>True if its owner took it away before we had it.</summary>
    public bool IsWithdrawn { get; set; }

    /// <summary>True if reading it ended the process too often.</summary>
    public bool IsSetAside { get; set; }

    /// <summary>The name of the file this one takes back; null for an ordinary file.</summary>
    public string? Withdraws => Place.IsInbox && Verdict is null ? WithdrawalMarker.TargetOf(Claim.Name.Text) : null;

    /// <summary>What reading gave, or why it was not read; null until then.</summary>
    public SubmissionVerdict? Verdict { get; set; }

    /// <summary>The workbook that goes back to its owner with the places marked.</summary>
    public ReturnedFile Returned { get; set; } = ReturnedFile.None;

    /// <summary>A kind of security event this file gives rise to; null for none.</summary>
    public string? SecurityEvent { get; set; }
}
