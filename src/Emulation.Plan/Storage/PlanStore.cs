using System.Text.Json;
using Emulation.Plan.Files;
using Npgsql;
using NpgsqlTypes;

namespace Emulation.Plan.Storage;

/// <summary>What came of applying a plan folder.</summary>
/// <param name="Stored">The version with that content.</param>
/// <param name="WasAppliedBefore">True if the same content was stored already, so nothing changed.</param>
public sealed record AppliedPlan(StoredPlan Stored, bool WasAppliedBefore);

/// <summary>The versions of plans in the database. A version is immutable; applying the same content again changes nothing.</summary>
public sealed class PlanStore(NpgsqlDataSource database, TimeProvider time)
{
    private static readonly SqlText Sql = new(typeof(PlanStore).Assembly);

    /// <summary>Stores the content as the plan's next version and gives ids to what has none, in one transaction. Safe to run twice or at once.</summary>
    /// <exception cref="ArgumentException">The content has faults; check it first (<see cref="PlanFolder.Load(IReadOnlyDictionary{string, string})"/>).</exception>
    public async Task<AppliedPlan> ApplyAsync(PlanContent content, string appliedBy, CancellationToken cancellationToken)
    {
        var reading = PlanFolder.Load(content.Files);
        if (reading.Plan is not { } plan)
        {
            throw new ArgumentException($"The plan has {reading.Faults.Count} faults, the first: {reading.Faults[0]}", nameof(content));
        }

        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await LockAsync(connection, plan.Code, cancellationToken);
        var known = await FindByContentAsync(connection, plan.Code, content.Hash, cancellationToken);
        var versionId = known ?? await AddVersionAsync(connection, plan, content, appliedBy, cancellationToken);
        FailPoint.Reach("plan-version-added");
        await AddIdsAsync(connection, plan, cancellationToken);
        FailPoint.Reach("plan-ids-added");
        await transaction.CommitAsync(cancellationToken);
        return new AppliedPlan(await LoadAsync(versionId, cancellationToken), WasAppliedBefore: known is not null);
    }

    /// <summary>The stored version of that id.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public async Task<StoredPlan> LoadAsync(long versionId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(Sql.Get("get_plan_version"), connection);
        command.Parameters.AddWithValue("plan_version_id", versionId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            throw new ArgumentException($"There is no plan version {versionId}.", nameof(versionId));
        }

        var (number, hash, code) = (reader.GetInt32(1), reader.GetFieldValue<byte[]>(2), reader.GetString(3));
        var files = JsonSerializer.Deserialize<Dictionary<string, string>>(reader.GetString(4))!;
        await reader.DisposeAsync();
        return new StoredPlan(versionId, number, hash, PlanFolder.Reload(files), await IdsOfAsync(connection, code, cancellationToken));
    }

    /// <summary>A stored version with another rule set, read and checked like any plan and stored nowhere: for a trial.</summary>
    /// <returns>The draft, or the faults of the whole.</returns>
    /// <exception cref="ArgumentException">There is no such version.</exception>
    public async Task<(StoredPlan? Draft, IReadOnlyList<PlanFault> Faults)> DraftAsync(long versionId, string scoring, CancellationToken cancellationToken)
    {
        var stored = await LoadAsync(versionId, cancellationToken);
        var files = new Dictionary<string, string>(await FilesOfAsync(versionId, cancellationToken)) { [PlanFiles.Scoring] = scoring };
        var reading = PlanFolder.Load(files);
        return (reading.Plan is { } plan ? stored with { Plan = plan } : null, reading.Faults);
    }

    /// <summary>The texts of a stored version, as they were applied.</summary>
    /// <exception cref="ArgumentException">There is no such version.</exception>
    public async Task<PlanContent> ContentAsync(long versionId, CancellationToken cancellationToken) =>
        PlanContent.Of(await FilesOfAsync(versionId, cancellationToken));

    private async Task<Dictionary<string, string>> FilesOfAsync(long versionId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Get("get_plan_version"));
        command.Parameters.AddWithValue("plan_version_id", versionId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? JsonSerializer.Deserialize<Dictionary<string, string>>(reader.GetString(4))!
            : throw new ArgumentException($"There is no plan version {versionId}.", nameof(versionId));
    }

    /// <summary>The newest version that holds on that business day; null if none does.</summary>
    public async Task<StoredPlan?> InForceAsync(string planCode, DateOnly day, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Get("find_plan_version_on"));
        command.Parameters.AddWithValue("plan_code", planCode);
        command.Parameters.AddWithValue("day", day);
        return await command.ExecuteScalarAsync(cancellationToken) is long id ? await LoadAsync(id, cancellationToken) : null;
    }

    /// <summary>The id of the newest version that holds now, by the plan's own days; null if none does.</summary>
    public async Task<long?> FindCurrentIdAsync(string planCode, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Get("find_plan_version_at"));
        command.Parameters.AddWithValue("plan_code", planCode);
        command.Parameters.AddWithValue("instant", time.GetUtcNow());
        return await command.ExecuteScalarAsync(cancellationToken) as long?;
    }

    /// <summary>The time zone of the newest version that holds now, without reading the plan; null if none does.</summary>
    public async Task<TimeZoneInfo?> FindCurrentZoneAsync(string planCode, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Get("find_plan_version_at"));
        command.Parameters.AddWithValue("plan_code", planCode);
        command.Parameters.AddWithValue("instant", time.GetUtcNow());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? TimeZoneInfo.FindSystemTimeZoneById(reader.GetString(1)) : null;
    }

    /// <summary>The id of the version by which a period that ended on <paramref name="day"/> is computed now; null if none is in force.</summary>
    /// <remarks>The newest that held on that day; where none did yet, the one that holds earliest (docs/adr/0017-plan-versions.md).</remarks>
    public async Task<long?> FindIdForAsync(string planCode, DateOnly day, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Get("find_plan_version_for"));
        command.Parameters.AddWithValue("plan_code", planCode);
        command.Parameters.AddWithValue("day", day);
        command.Parameters.AddWithValue("instant", time.GetUtcNow());
        return await command.ExecuteScalarAsync(cancellationToken) as long?;
    }

    /// <summary>The same for many days at once, by day; empty if no version is in force.</summary>
    public async Task<IReadOnlyDictionary<DateOnly, long>> FindIdsForAsync(string planCode, DateOnly[] days, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Get("find_plan_versions_for"));
        command.Parameters.AddWithValue("plan_code", planCode);
        command.Parameters.AddWithValue("days", days);
        command.Parameters.AddWithValue("instant", time.GetUtcNow());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var ids = new Dictionary<DateOnly, long>();
        while (await reader.ReadAsync(cancellationToken))
        {
            ids[reader.GetFieldValue<DateOnly>(0)] = reader.GetInt64(1);
        }

        return ids;
    }

    /// <summary>The id of the version of that number.</summary>
    /// <exception cref="ArgumentException">The plan has no such version.</exception>
    public async Task<long> IdOfVersionAsync(string planCode, int versionNumber, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Get("find_plan_version_by_number"));
        command.Parameters.AddWithValue("plan_code", planCode);
        command.Parameters.AddWithValue("version_number", versionNumber);
        return await command.ExecuteScalarAsync(cancellationToken) as long?
            ?? throw new ArgumentException($"Plan '{planCode}' has no version {versionNumber}.");
    }

    private static async Task LockAsync(NpgsqlConnection connection, string planCode, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sql.Get("lock_plan"), connection);
        command.Parameters.AddWithValue("plan_code", planCode);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<long?> FindByContentAsync(
        NpgsqlConnection connection, string planCode, byte[] hash, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sql.Get("find_plan_version_by_content"), connection);
        command.Parameters.AddWithValue("plan_code", planCode);
        command.Parameters.AddWithValue("content_hash", hash);
        return await command.ExecuteScalarAsync(cancellationToken) as long?;
    }

    private async Task<long> AddVersionAsync(
        NpgsqlConnection connection, EmulationPlan plan, PlanContent content, string appliedBy, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sql.Get("add_plan_version"), connection);
        command.Parameters.AddWithValue("plan_code", plan.Code);
        command.Parameters.AddWithValue("content_hash", content.Hash);
        command.Parameters.AddWithValue("holds_from", plan.HoldsFrom);
        command.Parameters.AddWithValue("time_zone", plan.TimeZone.Id);
        command.Parameters.AddWithValue("legal_basis", plan.LegalBasis);
        command.Parameters.AddWithValue("files", NpgsqlDbType.Jsonb, JsonSerializer.Serialize(content.Files));
        command.Parameters.AddWithValue("applied_at", time.GetUtcNow());
        command.Parameters.AddWithValue("applied_by", appliedBy);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task AddIdsAsync(NpgsqlConnection connection, EmulationPlan plan, CancellationToken cancellationToken)
    {
        await AddCodesAsync(connection, "add_units", plan.Code, [.. plan.Units.Select(unit => unit.Code.Value)], cancellationToken);
        await AddCodesAsync(connection, "add_indicators", plan.Code, [.. plan.Indicators.Select(indicator => indicator.Code.Value)], cancellationToken);
        await using var command = new NpgsqlCommand(Sql.Get("put_periods"), connection);
        command.Parameters.AddWithValue("plan_code", plan.Code);
        command.Parameters.AddWithValue("codes", plan.Periods.Select(period => period.Code.Value).ToArray());
        command.Parameters.AddWithValue("kinds", plan.Periods.Select(period => KindName(period.Kind)).ToArray());
        command.Parameters.AddWithValue("from_days", plan.Periods.Select(period => period.From).ToArray());
        command.Parameters.AddWithValue("to_days", plan.Periods.Select(period => period.To).ToArray());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task AddCodesAsync(
        NpgsqlConnection connection, string statement, string planCode, string[] codes, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Sql.Get(statement), connection);
        command.Parameters.AddWithValue("plan_code", planCode);
        command.Parameters.AddWithValue("codes", codes);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<PlanIds> IdsOfAsync(NpgsqlConnection connection, string planCode, CancellationToken cancellationToken)
    {
        var (units, indicators, periods) = (new Dictionary<UnitCode, int>(), new Dictionary<IndicatorCode, int>(), new Dictionary<PeriodCode, int>());
        await using var command = new NpgsqlCommand(Sql.Get("list_ids"), connection);
        command.Parameters.AddWithValue("plan_code", planCode);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var (kind, code, id) = (reader.GetString(0), reader.GetString(1), reader.GetInt32(2));
            _ = kind switch
            {
                "unit" => units.TryAdd(new UnitCode(code), id),
                "indicator" => indicators.TryAdd(new IndicatorCode(code), id),
                _ => periods.TryAdd(new PeriodCode(code), id),
            };
        }

        return new PlanIds(units, indicators, periods);
    }

    private static string KindName(PeriodKind kind) => kind switch
    {
        PeriodKind.Month => "month",
        PeriodKind.Wave => "wave",
        PeriodKind.Year => "year",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
