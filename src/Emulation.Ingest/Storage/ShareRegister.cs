using Npgsql;
using static Emulation.Ingest.Storage.IngestSql;

namespace Emulation.Ingest.Storage;

/// <summary>What the database knows of the share itself: its identity and its outages.</summary>
public sealed class ShareRegister(NpgsqlDataSource database)
{
    private const string ShareOutage = "share";

    /// <summary>The share laid out at that path; null if none was.</summary>
    public async Task<Guid?> FindAsync(string path, CancellationToken cancellationToken)
    {
        var found = await database.Query("find_share", With("path", path)).ReadAsync(reader => reader.GetGuid(0), cancellationToken);
        return found.Count == 0 ? null : found[0];
    }

    public Task RememberAsync(string path, Guid id, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.Query("remember_share", With("path", path), With("share_id", id), With("initialised_at", at)).RunAsync(cancellationToken);

    /// <summary>Records that somebody looked at the share.</summary>
    /// <returns>When the silence began that this look ended, now recorded as an outage; null if the look before was no longer ago than <paramref name="silentAfter"/>.</returns>
    public async Task<DateTimeOffset?> NoteLookAsync(DateTimeOffset at, TimeSpan silentAfter, CancellationToken cancellationToken)
    {
        var silence = await database.Query("note_look", With("at", at), With("silent_after", silentAfter)).ReadAsync(reader => reader.Instant(0), cancellationToken);
        return silence.Count == 0 ? null : silence[0];
    }

    /// <summary>Records that the share cannot be read.</summary>
    /// <returns>True if that is news.</returns>
    public async Task<bool> BeginOutageAsync(DateTimeOffset at, CancellationToken cancellationToken) =>
        await database.Query("begin_outage", With("kind", ShareOutage), With("at", at)).RunAsync(cancellationToken) == 1;

    /// <summary>Records that the share can be read again.</summary>
    /// <returns>When the outage began; null if there was none.</returns>
    public async Task<DateTimeOffset?> EndOutageAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        var ended = await database.Query("end_outage", With("kind", ShareOutage), With("at", at)).ReadAsync(reader => reader.Instant(0), cancellationToken);
        return ended.Count == 0 ? null : ended[0];
    }
}
