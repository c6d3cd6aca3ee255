namespace Emulation.Jobs.Pages.Storage;

/// <summary>A file that was dropped, with what became of it.</summary>
/// <param name="UnitId">Null where the folder belongs to no unit.</param>
public sealed record SubmissionRow(
    long SubmissionId, int? UnitId, string Folder, string FileName, DateTimeOffset SeenAt, string State, string? Form, string? PeriodCode,
    string? VerdictCode, int FigureCount, int Errors, bool HasReceipt);

/// <summary>A finished run of a period: the closing one where the period is closed.</summary>
/// <param name="ClosedAt">Null while the period is open.</param>
public sealed record RunRow(
    long RunId, string PeriodCode, string Kind, DateTimeOffset ComputedAt, DateTimeOffset DataAsOf, byte[] Hash, DateTimeOffset? ClosedAt, int Units);

/// <summary>A unit's outcome in a run, as frozen.</summary>
public sealed record UnitResultRow(
    int UnitId, string Block, decimal Points, decimal Bonus, decimal Penalty, int? Rank, bool IsTied, string Grade, IReadOnlyList<string> Gates);

/// <summary>A report that was made, with its mails by fate.</summary>
/// <param name="FileNames">Without the pictures of the mail's body.</param>
public sealed record ReportRow(
    long ReportId, string Kind, string PeriodCode, int Edition, string Status, string Subject, IReadOnlyList<string> FileNames, DateTimeOffset MadeAt,
    int Accepted, int Waiting, int Stopped);

/// <summary>A file of a report, without its content.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="ContentId">Null unless the mail's body shows it.</param>
/// <param name="Stage"><c>draft</c>: the marked twin of a final document; <c>after-release</c>: that document and its print; null: any other file.</param>
/// <param name="MayLeave">False while the file waits for the release of its report.</param>
public sealed record ReportFileRow(int Position, string Name, string MediaType, long Size, byte[] Hash, bool IsAttached, string? ContentId, string? Stage, bool MayLeave);

/// <summary>A mail to one address.</summary>
public sealed record DeliveryRow(
    long DeliveryId, string Subject, string Recipient, string Address, string State, int Attempts, DateTimeOffset CreatedAt,
    DateTimeOffset? SettledAt, DateTimeOffset NextAttemptAt, string? LastAnswer);

/// <summary>A report as its page shows it.</summary>
/// <param name="Reason">Why it replaces the edition before; null for the first.</param>
/// <param name="NewerReportId">The edition that replaced it; null while it stands.</param>
/// <param name="IsHeld">True while the newest word of a person is to hold its mails.</param>
/// <param name="SendAt">Until when its mails wait for a look; null if they did not.</param>
/// <param name="IfUnanswered">What silence until then means: send, keep; null likewise.</param>
public sealed record ReportHead(
    long ReportId, string Kind, string PeriodCode, int Edition, string Status, string Subject, DateTimeOffset MadeAt, string? Reason,
    long? NewerReportId, bool IsHeld, DateTimeOffset? SendAt, string? IfUnanswered);

/// <summary>What a person decided about the mails of a report.</summary>
/// <param name="Decision">hold, release, resend.</param>
/// <param name="Reason">Null for a release.</param>
public sealed record ReportDecisionRow(long DecisionId, string Decision, string? Reason, string DecidedBy, DateTimeOffset DecidedAt);

/// <summary>A mail of a report.</summary>
/// <param name="IsAgain">True if a person ordered it beside the first.</param>
public sealed record ReportMailRow(
    long DeliveryId, string Recipient, string RecipientKind, string Address, string State, bool IsHeldWithReport, int Attempts,
    DateTimeOffset NextAttemptAt, DateTimeOffset? SettledAt, string? LastAnswer, bool IsAgain)
{
    /// <summary>True if a release sends it: held with its report, or waiting for the send time.</summary>
    public bool AwaitsRelease => IsHeldWithReport || (State == "queued" && Attempts == 0);
}

/// <summary>A mail as its page shows it.</summary>
/// <param name="ReportId">Null for a mail of no report.</param>
/// <param name="IsReplaced">True if a newer edition of its report stands.</param>
public sealed record DeliveryHead(
    long DeliveryId, long? ReportId, string Subject, string Recipient, string Address, string MessageId, string State, bool IsHeldWithReport, int Attempts,
    DateTimeOffset CreatedAt, DateTimeOffset? SettledAt, string? LastAnswer, bool IsReplaced)
{
    /// <summary>True if a person may have it handed over (again); a mail that waits with its report is released with it.</summary>
    public bool MayBeSent => !IsReplaced && !IsHeldWithReport && State is ("held" or "refused" or "bounced" or "uncertain");

    /// <summary>True if a person may write down what became of it.</summary>
    public bool MayBeSettled => State is "uncertain" or "accepted";
}

/// <summary>Something that happened to a mail.</summary>
/// <param name="DecidedBy">Null for the system.</param>
public sealed record DeliveryEventRow(DateTimeOffset HappenedAt, string State, int Attempt, string? Answer, string? DecidedBy);
