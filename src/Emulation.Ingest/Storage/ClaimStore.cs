using Emulation.Ingest.Intake;
using Emulation.Plan.Storage;
using Npgsql;
using static Emulation.Ingest.Storage.IngestSql;

namespace Emulation.Ingest.Storage;

/// <summary>Makes a submission of each dropped file, once.</summary>
public sealed class ClaimStore(NpgsqlDataSource database, IntakeOptions options)
{
    /// <summary>Claims the files in the order given. A path that is claimed already, here or by another host, is left to its claim.</summary>
    /// <returns>How many were new.</returns>
    public async Task<int> ClaimAsync(StoredPlan plan, IReadOnlyList<DroppedFile> files, DateTimeOffset seenAt, CancellationToken cancellationToken)
    {
        if (files.Count == 0)
        {
            return 0;
        }

        var claimed = await database.Query(
            "claim_files",
            With("plan_code", plan.Plan.Code),
            With("seen_at", seenAt),
            With("folders", files.Select(file => file.Folder).ToArray()),
            With("unit_ids", files.Select(file => UnitOf(file, plan)).ToArray()),
            With("names", files.Select(file => file.Name.Text).ToArray()),
            With("name_bytes", files.Select(file => file.Name.Bytes).ToArray()),
            With("inodes", files.Select(file => file.Stamp.Inode).ToArray()),
            With("sizes", files.Select(file => file.Stamp.Size).ToArray())).ReadAsync(reader => reader.GetInt64(0), cancellationToken);
        return claimed.Count;
    }

    /// <summary>Remembers when files were first seen that are not taken yet.</summary>
    public async Task RememberAsync(IReadOnlyList<DroppedFile> files, DateTimeOffset seenAt, CancellationToken cancellationToken)
    {
        if (files.Count > 0)
        {
            await database.Query(
                "remember_sightings",
                With("seen_at", seenAt),
                With("folders", files.Select(file => file.Folder).ToArray()),
                With("name_bytes", files.Select(file => file.Name.Bytes).ToArray()),
                With("inodes", files.Select(file => file.Stamp.Inode).ToArray())).RunAsync(cancellationToken);
        }
    }

    public Task ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        database.Query("forget_sightings", With("before", before)).RunAsync(cancellationToken);

    private int? UnitOf(DroppedFile file, StoredPlan plan) =>
        DropPlace.Of(file.Folder, plan.Plan, options).Unit is { } unit ? plan.Ids.Units[unit.Code] : null;
}
