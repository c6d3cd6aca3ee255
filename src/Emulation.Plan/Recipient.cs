namespace Emulation.Plan;

/// <summary>The kinds of report; the stable names stand in files, SQL and logs.</summary>
public enum ReportKind
{
    /// <summary>Month-end progress (<c>monthly-progress</c>).</summary>
    MonthlyProgress,

    /// <summary>Sơ kết đợt (<c>wave-interim</c>).</summary>
    WaveInterim,

    /// <summary>Tổng kết đợt hoặc năm (<c>final</c>).</summary>
    Final,

    /// <summary>Nhắc việc (<c>reminder</c>).</summary>
    Reminder,
}

/// <summary>How a recipient gets a report.</summary>
public enum RecipientKind
{
    To,
    Cc,

    /// <summary>An archive line ("Lưu: VT"): printed, never mailed.</summary>
    Archive,
}

/// <summary>One line of the distribution list (nơi nhận).</summary>
/// <param name="Code">Code, unique in the plan.</param>
/// <param name="Name">Name as printed in "Nơi nhận".</param>
/// <param name="Kind">To, cc or archive.</param>
/// <param name="Addresses">Mail addresses; empty for an archive line.</param>
/// <param name="Reports">The kinds of report it gets.</param>
/// <param name="ValidFrom">First day; null for no bound.</param>
/// <param name="ValidTo">Last day, inclusive; null for no bound.</param>
public sealed record Recipient(
    string Code,
    string Name,
    RecipientKind Kind,
    IReadOnlyList<string> Addresses,
    IReadOnlyList<ReportKind> Reports,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    Basis Basis);
