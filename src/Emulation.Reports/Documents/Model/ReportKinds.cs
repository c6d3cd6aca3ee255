using Emulation.Plan;

namespace Emulation.Reports.Documents.Model;

/// <summary>The stable names of the kinds of report in tables, file names and message ids.</summary>
public static class ReportKinds
{
    private static readonly Dictionary<ReportKind, string> Names = new()
    {
        [ReportKind.MonthlyProgress] = "monthly-progress",
        [ReportKind.WaveInterim] = "wave-interim",
        [ReportKind.Final] = "final",
        [ReportKind.Reminder] = "reminder",
    };

    public static string ToName(this ReportKind kind) => Names[kind];

    /// <summary>The kind of that stable name; null if there is none.</summary>
    public static ReportKind? FromName(string name) =>
        Names.Where(pair => pair.Value == name).Select(pair => (ReportKind?)pair.Key).SingleOrDefault();
}
