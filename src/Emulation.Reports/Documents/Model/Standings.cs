using Emulation.Reports.Scoring;

namespace Emulation.Reports.Documents.Model;

/// <summary>The stable names of standings in the stored model, and their words.</summary>
public static class Standings
{
    private static readonly Dictionary<Standing, string> Names = new()
    {
        [Standing.OnTime] = "on-time",
        [Standing.Late] = "late",
        [Standing.NeedsFixing] = "needs-fixing",
        [Standing.Missing] = "missing",
        [Standing.Exempt] = "exempt",
        [Standing.NotYetDue] = "not-yet-due",
    };

    /// <summary>All names, in the order of a legend.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Names.Values];

    public static string ToName(this Standing standing) => Names[standing];

    /// <summary>The Vietnamese word, e.g. <c>Đúng hạn</c>.</summary>
    public static string Word(string name) => Texts.Get("Standing." + name);
}

/// <summary>The stable names of report states in the table of reports.</summary>
public static class ReportStatuses
{
    public static string ToName(this ReportStatus status) => status switch
    {
        ReportStatus.Draft => "draft",
        ReportStatus.Provisional => "provisional",
        _ => "final",
    };
}
