using System.ComponentModel.DataAnnotations;

namespace Emulation.Jobs.Hosting;

/// <summary>Whether and how this host works the schedule.</summary>
public sealed record ScheduleOptions
{
    public const string Section = "Schedule";

    /// <summary>False registers the recurring jobs without ever firing them; they can still be triggered by hand.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>How long a host that fell silent keeps a slot.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:30:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true,
        ErrorMessage = "Schedule:Lease must be between 00:00:01 and 00:30:00.")]
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>A slot that is open for longer is told of.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "1.00:00:00", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true,
        ErrorMessage = "Schedule:OverdueAfter must be between 00:05:00 and 1.00:00:00.")]
    public TimeSpan OverdueAfter { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The mail address that is told when something due did not happen; null: the plan's own (<c>issuer: mail</c>).</summary>
    [RegularExpression(@"[^\s@<>,;]+@[^\s@<>,;]+", ErrorMessage = "Schedule:Owner must be one plain mail address.")]
    public string? Owner { get; init; }

    /// <summary>How many ingest jobs run side by side in this host.</summary>
    [Range(1, 16, ErrorMessage = "Schedule:IngestWorkers must be between 1 and 16.")]
    public int IngestWorkers { get; init; } = 4;

    /// <summary>A further ingest job is started for every so many waiting files.</summary>
    [Range(1, 10_000, ErrorMessage = "Schedule:FilesPerIngestJob must be between 1 and 10000.")]
    public int FilesPerIngestJob { get; init; } = 25;
}
