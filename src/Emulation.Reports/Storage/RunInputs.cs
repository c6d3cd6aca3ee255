using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Plan.Storage;
using Emulation.Reports.Scoring;
using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>The frozen inputs of a run, all but the figures themselves (<see cref="RunFigures"/>).</summary>
/// <param name="FileHashes">Of every received form, in their order; lower-case hex, empty where nothing was archived.</param>
internal sealed record RunInputs(RunData Data, IReadOnlyList<string> FileHashes)
{
    /// <summary>The number of the rules the run keeps (<see cref="ComputingRules"/>); null if it was made before they were numbered.</summary>
    public int? ComputedBy { get; init; }

    /// <summary>SHA-256 over unit, form, period, version and file hash of every input, the refusals, the adjustments with the file hash of their evidence, and what other plan versions ask for, sorted by code: the data version.</summary>
    public byte[] Hash()
    {
        var lines = Data.Received.Select((form, index) => string.Create(CultureInfo.InvariantCulture, $"input\t{form.Unit}\t{form.Form}\t{form.Period}\t{form.Version}\t{FileHashes[index]}"))
            .Concat(Data.Refused.Select(form => Line("refused", form.Unit, form.Form, form.Period)))
            .Concat(Data.Adjustments.Select(entry => Line([
                "adjusted", entry.Unit, entry.Period, CanonicalResult.Normalise(entry.Points), entry.Reason, entry.Evidence, .. entry.File is { } file ? [file.Hash] : Array.Empty<object>()])))
            .Concat(Data.OwedOtherwise.Select(owed => Line("owed", owed.Duty, owed.Occurrence.Period.Code, owed.Form, owed.Occurrence.DueOn.DayNumber, Codes(owed.Owing), Codes(owed.Exempt))))
            .Order(StringComparer.Ordinal);
        return SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
    }

    /// <summary>Notes what counts now as the inputs of the run.</summary>
    public static async Task FreezeAsync(NpgsqlTransaction transaction, long runId, DateTimeOffset dataAsOf, RunScope scope, CancellationToken cancellationToken)
    {
        await RunSql.ExecuteAsync(transaction, "freeze_run_scope", cancellationToken, [new("run_id", runId), .. scope.LookedAt()]);
        await RunSql.ExecuteAsync(transaction, "freeze_run_inputs", cancellationToken, new("run_id", runId), scope.UnitIds);
        await RunSql.ExecuteAsync(transaction, "freeze_run_refusals", cancellationToken, new("run_id", runId), scope.UnitIds);
        await RunSql.ExecuteAsync(
            transaction, "freeze_run_adjustments", cancellationToken,
            new("run_id", runId), new("plan_code", scope.Plan.Plan.Code), new("period_ids", scope.AdjustmentPeriodIds));
        await RunSurroundings.FreezeAsync(transaction, runId, dataAsOf, scope, cancellationToken);
    }

    /// <summary>Reads what a run has frozen, now or years later.</summary>
    /// <param name="rules">The rules to compute it by; null for its own.</param>
    public static async Task<RunInputs> ReadAsync(
        NpgsqlTransaction transaction, long runId, DateTimeOffset dataAsOf, RunScope scope, int? rules, CancellationToken cancellationToken)
    {
        var received = await RunSql.ListAsync(transaction, "list_run_inputs", reader => Received(scope, reader), cancellationToken, new NpgsqlParameter("run_id", runId));
        var refused = await RunSql.ListAsync(
            transaction, "list_run_refusals",
            reader => new RefusedForm(scope.UnitOf(reader.GetInt32(0)), RunScope.FormOf(reader.GetString(1)), scope.PeriodOf(reader.GetInt32(2))),
            cancellationToken, new NpgsqlParameter("run_id", runId));
        var adjustments = await AdjustmentsAsync(transaction, runId, scope.Plan.Ids, cancellationToken);
        var kept = await RunSurroundings.RulesOfAsync(transaction, runId, cancellationToken);
        var outages = await RunSurroundings.OutagesAsync(transaction, runId, dataAsOf, isNumbered: kept is not null, cancellationToken);
        var data = new RunData(
            scope.Plan.Plan.TimeZone.DateOf(dataAsOf), [], [.. received.Select(input => input.Form)], refused, outages, adjustments)
        {
            OwedOtherwise = await RunSurroundings.OwedAsync(transaction, runId, scope, cancellationToken),
            Rules = rules ?? kept ?? ComputingRules.Current,
        };
        return new RunInputs(data, [.. received.Select(input => input.FileHash)]) { ComputedBy = kept };
    }

    /// <summary>The bonus and penalty entries a run counted, in order of entry.</summary>
    public static Task<List<Adjustment>> AdjustmentsAsync(NpgsqlTransaction transaction, long runId, PlanIds ids, CancellationToken cancellationToken)
    {
        var units = ids.Units.ToDictionary(pair => pair.Value, pair => pair.Key);
        var periods = ids.Periods.ToDictionary(pair => pair.Value, pair => pair.Key);
        return RunSql.ListAsync(
            transaction, "list_run_adjustments",
            reader => new Adjustment(units[reader.GetInt32(0)], periods[reader.GetInt32(1)], reader.GetDecimal(2), reader.GetString(3), reader.GetString(4))
            {
                File = EvidenceRows.Read(reader, 5),
            },
            cancellationToken, new NpgsqlParameter("run_id", runId));
    }

    private static (ReceivedForm Form, string FileHash) Received(RunScope scope, NpgsqlDataReader reader) => (
        new ReceivedForm(
            scope.UnitOf(reader.GetInt32(0)), RunScope.FormOf(reader.GetString(1)), scope.PeriodOf(reader.GetInt32(2)),
            reader.GetFieldValue<DateTimeOffset>(4), reader.GetInt32(3)),
        reader.IsDBNull(5) ? "" : Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(5)));

    private static string Codes(IEnumerable<UnitCode> units) => string.Join(' ', units.Select(unit => unit.Value).Order(StringComparer.Ordinal));

    private static string Line(params object[] parts) =>
        string.Join('\t', parts.Select(part => Convert.ToString(part, CultureInfo.InvariantCulture)!.Replace('\t', ' ').Replace('\n', ' ')));
}
