using System.Globalization;
using Emulation.Ingest.Intake;
using Emulation.Jobs.Demo;
using Emulation.Jobs.Jobs;
using Emulation.Jobs.Slots.Storage;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Emulation.Jobs.Hosting;

/// <summary>Whether this host can do its work now: database, schema, share, last sweep, what is due.</summary>
public sealed class HealthChecks(NpgsqlDataSource database, WorkStore work, IntakeOptions intake, StableFiles files, CalendarChecks calendar, IOptions<ScheduleOptions> schedule, IOptions<DataOptions> data)
{
    /// <summary>A sweep silent for longer is an alarm: it should beat every minute.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(5);

    public async Task<IReadOnlyList<SelfCheck>> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            return [await DatabaseAsync(cancellationToken), await SchemaAsync(cancellationToken), Share(), Inbox(), await SweepAsync(cancellationToken), await calendar.SlotsAsync(cancellationToken)];
        }
        catch (NpgsqlException exception)
        {
            return [new SelfCheck("database", exception.Message, "Start PostgreSQL, or correct ConnectionStrings__Emulation.")];
        }
    }

    private async Task<SelfCheck> DatabaseAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return new SelfCheck("database", "PostgreSQL " + connection.PostgreSqlVersion, connection.PostgreSqlVersion.Major >= 15 ? null : "Use PostgreSQL 15 or newer.");
    }

    private async Task<SelfCheck> SchemaAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select array_agg(scriptname::text) from emulation.schema_versions");
        var run = await command.ExecuteScalarAsync(cancellationToken) as string[] ?? [];
        var missing = Migrator.ScriptNames.Except(run).ToList();
        return missing.Count == 0
            ? new SelfCheck("schema", $"{run.Length.ToString(CultureInfo.InvariantCulture)} scripts run", null)
            : new SelfCheck("schema", "not run: " + string.Join(", ", missing), "Start the host with ConnectionStrings__EmulationMigrator, whose role may change the schema.");
    }

    private SelfCheck Share()
    {
        using var root = ShareRoot.TryOpen(intake.Share);
        return root is not null
            ? new SelfCheck("share", intake.Share, null)
            : new SelfCheck("share", $"{intake.Share} cannot be read or has no marker", "Mount the share, correct Share:Path, or run 'emulation share init' for a new one.");
    }

    // Files that somebody still writes are his business; those we may not open are ours.
    private SelfCheck Inbox()
    {
        var held = files.HeldTooLong.Where(file => file.Hindrance == Hindrance.Unreadable).ToList();
        return held is [var first, ..]
            ? new SelfCheck("inbox", $"{held.Count.ToString(CultureInfo.InvariantCulture)} files cannot be opened, e.g. {first.Name} in {first.Folder}", "Give the service the right to read what the units write (docs/runbook.md, Samba).")
            : new SelfCheck("inbox", "every file can be opened", null);
    }

    private async Task<SelfCheck> SweepAsync(CancellationToken cancellationToken)
    {
        var beats = await work.ReadHeartbeatsAsync(cancellationToken);
        if (!schedule.Value.Enabled)
        {
            return new SelfCheck("sweep", "the schedule is off (Schedule:Enabled)", null);
        }

        if (!beats.TryGetValue(SweepJob.Heartbeat, out var silence))
        {
            return new SelfCheck("sweep", "never", "Start the host with 'emulation serve'.");
        }

        var ago = $"{silence.TotalSeconds.ToString("F0", CultureInfo.InvariantCulture)} s ago";
        return silence <= LongestSilence ? new SelfCheck("sweep", ago, null)
            : new DemoFolder(data.Value.Path).ReadPosition() is { IsFinished: true } ? new SelfCheck("sweep", $"{ago}; a played demo waits for nothing", null)
            : new SelfCheck("sweep", ago, "No sweep ran: see /jobs and the log; restart the host.");
    }
}
