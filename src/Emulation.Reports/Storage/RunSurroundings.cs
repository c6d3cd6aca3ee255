using Emulation.Plan;
using Emulation.Reports.Reconciliation;
using Emulation.Reports.Scoring;
using Npgsql;
using NpgsqlTypes;

namespace Emulation.Reports.Storage;

/// <summary>What a run keeps beside its inputs so that it can be computed again: the number of its rules, the outages it knew, and what is owed by other versions than its own.</summary>
internal static class RunSurroundings
{
    /// <summary>Notes the outages known now, and what the versions that hold for the parts of the run's period ask for: nothing where one version holds for all.</summary>
    public static async Task FreezeAsync(NpgsqlTransaction transaction, long runId, DateTimeOffset dataAsOf, RunScope scope, CancellationToken cancellationToken)
    {
        await RunSql.ExecuteAsync(transaction, "freeze_run_outages", cancellationToken, new("run_id", runId), new("known_at", dataAsOf));
        foreach (var owed in scope.OwedOtherwise)
        {
            await RunSql.ExecuteAsync(
                transaction, "freeze_run_duty", cancellationToken,
                new("run_id", runId), new("duty", owed.Duty), new("period_id", scope.Plan.Ids.Periods[owed.Occurrence.Period.Code]), new("form", owed.Form.ToName()),
                Day("opens_on", owed.Occurrence.OpensOn), Day("cutoff_on", owed.Occurrence.CutoffOn), Day("due_on", owed.Occurrence.DueOn), Day("locks_on", owed.Occurrence.LocksOn),
                new("owing_unit_ids", Ids(scope, owed.Owing)), new("exempt_unit_ids", Ids(scope, owed.Exempt)));
        }
    }

    /// <summary>The outages as the run knew them; of a run from before rules were numbered, as they are on record.</summary>
    public static Task<List<Outage>> OutagesAsync(NpgsqlTransaction transaction, long runId, DateTimeOffset dataAsOf, bool isNumbered, CancellationToken cancellationToken) => RunSql.ListAsync(
        transaction, isNumbered ? "list_run_outages" : "list_outages_before",
        reader => new Outage(reader.GetFieldValue<DateTimeOffset>(0), reader.ValueOrNull<DateTimeOffset>(1)),
        cancellationToken, isNumbered ? new NpgsqlParameter("run_id", runId) : new NpgsqlParameter("known_at", dataAsOf));

    /// <summary>What was owed by other versions when the run was made.</summary>
    public static Task<List<OwedOtherwise>> OwedAsync(NpgsqlTransaction transaction, long runId, RunScope scope, CancellationToken cancellationToken) => RunSql.ListAsync(
        transaction, "list_run_duties",
        reader => new OwedOtherwise(
            reader.GetString(0), RunScope.FormOf(reader.GetString(2)),
            new DutyOccurrence(
                scope.Plan.Plan.PeriodByCode(scope.PeriodOf(reader.GetInt32(1))),
                reader.GetFieldValue<DateOnly>(3), reader.GetFieldValue<DateOnly>(4), reader.GetFieldValue<DateOnly>(5), reader.GetFieldValue<DateOnly>(6)),
            Codes(scope, reader.GetFieldValue<int[]>(7)), Codes(scope, reader.GetFieldValue<int[]>(8))),
        cancellationToken, new NpgsqlParameter("run_id", runId));

    /// <summary>The number of the rules the run was computed by (<see cref="ComputingRules"/>); null if it was made before they were numbered.</summary>
    public static async Task<int?> RulesOfAsync(NpgsqlTransaction transaction, long runId, CancellationToken cancellationToken) =>
        (await RunSql.ListAsync(transaction, "find_run_rules", reader => reader.ValueOrNull<short>(0), cancellationToken, new NpgsqlParameter("run_id", runId))).SingleOrDefault();

    private static int[] Ids(RunScope scope, IReadOnlySet<UnitCode> units) => [.. units.Select(unit => scope.Plan.Ids.Units[unit]).Order()];

    private static HashSet<UnitCode> Codes(RunScope scope, int[] ids) => [.. ids.Select(scope.UnitOf)];

    private static NpgsqlParameter Day(string name, DateOnly day) => new(name, NpgsqlDbType.Date) { Value = day };
}
