using System.Globalization;
using Emulation.Reports.Documents.Charts;
using Emulation.Reports.Documents.Document;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Emulation.Jobs.Hosting;

/// <summary>What the doctor looks at beyond the health of the moment: checksums, clocks, disks, fonts, the template of documents.</summary>
public sealed class MachineChecks(NpgsqlDataSource database, TimeProvider clock, IOptions<DataOptions> data, DocumentTemplates templates)
{
    private static readonly TimeSpan LargestSkew = TimeSpan.FromSeconds(5);
    private const long LeastFreeBytes = 1L << 30;

    public async Task<IReadOnlyList<SelfCheck>> RunAsync(CancellationToken cancellationToken) =>
        [await ChecksumsAsync(cancellationToken), await ClockAsync(cancellationToken), Disk(), Font(), Template()];

    private async Task<SelfCheck> ChecksumsAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select current_setting('data_checksums'), current_setting('fsync'), current_setting('server_encoding')");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var (checksums, fsync, encoding) = (reader.GetString(0), reader.GetString(1), reader.GetString(2));
        return new SelfCheck("database settings", $"data_checksums {checksums}, fsync {fsync}, encoding {encoding}", (checksums, fsync, encoding) switch
        {
            (_, "off", _) => "Set fsync = on: without it a power cut loses what was acknowledged.",
            (_, _, not "UTF8") => "Create the database with encoding UTF8.",
            ("off", _, _) => "Stop the server and run pg_checksums --enable, so that silent disk faults are found.",
            _ => null,
        });
    }

    private async Task<SelfCheck> ClockAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select clock_timestamp()");
        var theirs = (DateTime)(await command.ExecuteScalarAsync(cancellationToken))!;
        var skew = (clock.GetUtcNow() - new DateTimeOffset(theirs, TimeSpan.Zero)).Duration();
        return new SelfCheck(
            "clock",
            $"{skew.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture)} s from the database's",
            skew <= LargestSkew ? null : "Set both clocks by NTP: what is due is decided by this host's clock, leases by the database's.");
    }

    private static SelfCheck Font() => ChartFont.Name is { } name
        ? new SelfCheck("chart font", name, null)
        : new SelfCheck(
            "chart font", "no font with all Vietnamese letters: mails go without charts, their tables hold the same numbers",
            "Install one (Debian: apt-get install fonts-dejavu-core) and start the server again.", IsWarning: true);

    private SelfCheck Template()
    {
        var chosen = templates.Choose();
        return new SelfCheck(
            "document template",
            chosen.Refused.Count == 0 ? chosen.Path ?? "the shipped one" : string.Join(" ", chosen.Refused.Select(fault => fault.Sentence)),
            chosen.Refused.Count == 0 ? null : "Mend the template ('report template check' names every fault); until then documents are made by the shipped one.");
    }

    private SelfCheck Disk()
    {
        var drive = new DriveInfo(data.Value.Inside());
        var free = drive.AvailableFreeSpace;
        return new SelfCheck(
            "disk",
            $"{(free / (double)(1L << 30)).ToString("F1", CultureInfo.InvariantCulture)} GiB free under {data.Value.Inside()}",
            free >= LeastFreeBytes ? null : "Free at least 1 GiB: intake and database stop without space.");
    }
}
