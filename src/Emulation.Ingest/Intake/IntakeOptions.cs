namespace Emulation.Ingest.Intake;

/// <summary>Where files come from and how they are taken; the section <c>Intake</c> of the configuration.</summary>
public sealed record IntakeOptions
{
    public const string Section = "Intake";

    public const string ShareKey = "Share:Path";

    /// <summary>Root of the share; the key <c>Share:Path</c>, by default <c>share</c> in the data folder.</summary>
    public string Share { get; set; } = "";

    /// <summary>Root of the content-addressed archive; on one file system; by default <c>archive</c> in the data folder.</summary>
    public string Archive { get; set; } = "";

    /// <summary>Folder of a unit in which files are dropped.</summary>
    public string Inbox { get; init; } = "nop";

    /// <summary>Folder in which answers appear.</summary>
    public string Results { get; init; } = "ket-qua";

    /// <summary>Folder to which taken files go.</summary>
    public string Taken { get; init; } = "da-nhan";

    /// <summary>Folder of a unit in which files are dropped to be tried, without being handed in.</summary>
    public string Check { get; init; } = "kiem-tra";

    /// <summary>Folder to which tried files go.</summary>
    public string Checked { get; init; } = "da-kiem-tra";

    /// <summary>Folder of the pre-filled templates.</summary>
    public string Templates { get; init; } = "bieu-mau";

    /// <summary>Days before a duty opens from which its template lies ready.</summary>
    public int TemplateDaysAhead { get; init; } = 31;

    /// <summary>Days after a duty's lock until which an untouched template stays.</summary>
    public int TemplateDaysKept { get; init; } = 31;

    /// <summary>Looks, one a sweep, at which a file must be unchanged before it is taken; 1 takes what is seen.</summary>
    public int Looks { get; init; } = 3;

    /// <summary>Least time by our own monotonic clock between the first and the last of these looks.</summary>
    public TimeSpan StableFor { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>If no host looked at the share for longer, by the database's clock, that is an outage of ours; null for never.</summary>
    public TimeSpan? SilentAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Largest file of a unit, in bytes.</summary>
    public long MaxFileBytes { get; init; } = 20L * 1024 * 1024;

    /// <summary>Largest file of an office that reports for others, in bytes.</summary>
    public long MaxOfficeFileBytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>Largest file that comes back as a marked workbook, in bytes.</summary>
    public long MaxReturnedBytes { get; init; } = 4L * 1024 * 1024;

    /// <summary>Largest file that proves a decision, in bytes.</summary>
    public int MaxEvidenceBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>Batches worked on side by side in one drain.</summary>
    public int Workers { get; init; } = 2;

    /// <summary>Most files in a batch.</summary>
    public int BatchFiles { get; init; } = 50;

    /// <summary>Most bytes in a batch of several files: a larger file goes alone.</summary>
    public long BatchBytes { get; init; } = 32L * 1024 * 1024;

    /// <summary>How long a lease holds by the database clock; renewed at a third of it.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Attempts that may end in the death of the process before a file is set aside.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>How long a file waits that was being changed, or could not be opened, when its turn came.</summary>
    public TimeSpan PostponeFor { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>After this time a file that is held up (locked, unreadable) is told of: an error in the log, a fault of <c>/health</c> if it cannot be read.</summary>
    public TimeSpan TellUnreadableAfter { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Age after which a file of the archive that no submission names, and a marker without its file, is removed.</summary>
    public TimeSpan OrphanAge { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Files of the archive read again at each housekeeping.</summary>
    public int ScrubSample { get; init; } = 500;
}
