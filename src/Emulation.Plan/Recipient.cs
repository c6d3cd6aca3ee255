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

/// <summary>The stable names of the kinds of report in files, SQL and logs.</summary>
public static class ReportKinds
{
    private static readonly Dictionary<ReportKind, string> Names = new()
    {
        [ReportKind.MonthlyProgress] = "monthly-progress",
        [ReportKind.WaveInterim] = "wave-interim",
        [ReportKind.Final] = "final",
        [ReportKind.Reminder] = "reminder",
    };

    /// <summary>The kind's stable name, e.g. <c>wave-interim</c>.</summary>
    public static string ToName(this ReportKind kind) => Names[kind];

    /// <summary>The kind of that stable name; null if there is none.</summary>
    public static ReportKind? FromName(string name) =>
        Names.Where(pair => pair.Value == name).Select(pair => (ReportKind?)pair.Key).SingleOrDefault();
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
/// <param name="Replaces">The code of the recipient whose mails this deputy gets instead while it is valid; null if it stands for itself.</param>
public sealed record Recipient(
    string Code,
    string Name,
    RecipientKind Kind,
    IReadOnlyList<string> Addresses,
    IReadOnlyList<ReportKind> Reports,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    Basis Basis,
    string? Replaces = null)
{
    /// <summary>True on the days from <see cref="ValidFrom"/> to <see cref="ValidTo"/>.</summary>
    public bool IsValidOn(DateOnly day) => (ValidFrom is null || day >= ValidFrom) && (ValidTo is null || day <= ValidTo);
}
