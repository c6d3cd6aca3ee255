using System.Text.Json;
using System.Text.Json.Serialization;
using Emulation.Jobs.Demo.Storage;

namespace Emulation.Jobs.Demo;

/// <summary>What a demo reports at its end; the names stand in <c>--json</c>.</summary>
/// <param name="Dropped">Files that people put into the share (a lock file is nobody's).</param>
/// <param name="Seconds">Real seconds played, rounded to one place.</param>
public sealed record DemoSummary(
    int Dropped, long Receipts, long Accepted, long Rejected, long Duplicates, IReadOnlyList<DemoClosing> Waves, long Reports, long Mails, double Seconds)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { NumberHandling = JsonNumberHandling.Strict };

    public static DemoSummary Of(int dropped, DemoTotals totals, IReadOnlyList<DemoClosing> closings, double seconds) => new(
        dropped, totals.Receipts, totals.Accepted, totals.Rejected, totals.Duplicates, closings, totals.Reports, totals.Mails, Math.Round(seconds, 1));

    /// <summary>One JSON object on one line.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);
}
