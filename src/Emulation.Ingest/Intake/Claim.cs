namespace Emulation.Ingest.Intake;

/// <summary>The states of a submission; the stable names stand in the database.</summary>
public enum SubmissionState
{
    /// <summary>Seen and ours; not yet in the archive.</summary>
    Claimed,

    /// <summary>Its original is safe; no verdict yet.</summary>
    Archived,

    Accepted,
    Rejected,

    /// <summary>The same content was accepted before.</summary>
    Duplicate,

    /// <summary>Taken away by its owner before we had it.</summary>
    Withdrawn,

    /// <summary>Set aside: reading it ended the process too often.</summary>
    Quarantined,

    /// <summary>A trial: read and answered, nothing of it counts.</summary>
    Checked,

    /// <summary>A marker that took an earlier submission back.</summary>
    Withdrawal,
}

/// <summary>One dropped file under our lease, as its row says.</summary>
/// <param name="LeaseNumber">Fencing: every effect names it, and none takes place once another lease was given.</param>
/// <param name="Attempts">Attempts at reading begun and not ended, this one included unless it is a suspect's.</param>
/// <param name="Folder">Directory relative to the share.</param>
/// <param name="SeenAt">When our sweep first saw it.</param>
/// <param name="ReceivedAt">What counts: <paramref name="SeenAt"/>, or the beginning of the outage during which it must have been dropped.</param>
/// <param name="FileSize">Bytes when claimed; of the archived content once archived.</param>
/// <param name="FileHash">Null until archived.</param>
public sealed record Claim(
    long SubmissionId,
    int LeaseNumber,
    int Attempts,
    SubmissionState State,
    string Folder,
    RawName Name,
    int? UnitId,
    DateTimeOffset SeenAt,
    DateTimeOffset ReceivedAt,
    long FileSize,
    Fingerprint? FileHash,
    bool HasLeft,
    bool IsAnswered)
{
    public bool IsDecided => State is not (SubmissionState.Claimed or SubmissionState.Archived);
}
