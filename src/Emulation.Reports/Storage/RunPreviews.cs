using System.Data;
using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Scoring;
using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>Runs that are computed to be looked at. Every method rolls back what it wrote.</summary>
public sealed class RunPreviews(NpgsqlDataSource dataSource)
{
    /// <summary>What a run over the data accepted now would say, and which ranks files that have not come can still change.</summary>
    public Task<(RunResult Result, IReadOnlyList<SensitiveRanks> Sensitive)> OutlookAsync(
        StoredPlan plan, Period period, DateTimeOffset now, CancellationToken cancellationToken) =>
        InsideAsync(
            async transaction =>
            {
                var ranges = new PointRanges();
                var result = (await RunMaking.NewRunAsync(transaction, new RunScope(plan, period), RunKind.Provisional, now, cancellationToken, ranges)).Result;
                return (result, SensitiveRanks.Of(plan.Plan, result, ranges.All));
            },
            cancellationToken);

    /// <summary>Which ranks of a provisional run files that had not come can still change; from the run's frozen inputs, so that it fits what the run printed.</summary>
    public Task<IReadOnlyList<SensitiveRanks>> SensitiveAsync(
        long runId, StoredPlan plan, Period period, DateTimeOffset dataAsOf, CancellationToken cancellationToken) =>
        InsideAsync(
            async transaction =>
            {
                var ranges = new PointRanges();
                var result = (await RunMaking.AgainAsync(transaction, runId, dataAsOf, new RunScope(plan, period), cancellationToken, ranges)).Result;
                return SensitiveRanks.Of(plan.Plan, result, ranges.All);
            },
            cancellationToken);

    /// <summary>What a draft rule set would have said of the same data: of the frozen inputs if the period is closed, else of what is accepted now.</summary>
    /// <param name="plan">The version the standing result was, or would be, computed with.</param>
    /// <param name="draft">The same plan with the draft rules.</param>
    public Task<(RunResult Standing, RunResult Trial)> TrialAsync(
        StoredPlan plan, StoredPlan draft, Period period, long? closedRunId, DateTimeOffset now, CancellationToken cancellationToken) =>
        InsideAsync(
            async transaction =>
            {
                var (runId, dataAsOf, standing) = await StandingAsync(transaction, new RunScope(plan, period), closedRunId, now, cancellationToken);
                var trial = (await RunMaking.AgainAsync(transaction, runId, dataAsOf, new RunScope(draft, period), cancellationToken)).Result;
                return (standing, trial);
            },
            cancellationToken);

    /// <summary>What a draft of the whole plan would have said: of the frozen inputs if the period is closed, else of all it asks for among what is accepted now.</summary>
    /// <param name="plan">The version the standing result was, or would be, computed with.</param>
    /// <param name="draft">The draft in its place (<see cref="StoredPlan.Drafted"/>).</param>
    public Task<(RunResult Standing, RunResult Trial)> TrialOfPlanAsync(
        StoredPlan plan, StoredPlan draft, PeriodCode period, long? closedRunId, DateTimeOffset now, CancellationToken cancellationToken) =>
        InsideAsync(
            async transaction =>
            {
                var tried = new RunScope(draft, draft.Plan.Period(period));
                var (runId, dataAsOf, standing) = await StandingAsync(transaction, new RunScope(plan, plan.Plan.Period(period)), closedRunId, now, cancellationToken);
                var trial = closedRunId is null
                    ? (await RunMaking.NewRunAsync(transaction, tried, RunKind.Provisional, now, cancellationToken)).Result
                    : (await RunMaking.AgainAsync(transaction, runId, dataAsOf, tried, cancellationToken)).Result;
                return (standing, trial);
            },
            cancellationToken);

    private static async Task<(long RunId, DateTimeOffset DataAsOf, RunResult Result)> StandingAsync(
        NpgsqlTransaction transaction, RunScope scope, long? closedRunId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (closedRunId is not { } runId)
        {
            var made = await RunMaking.NewRunAsync(transaction, scope, RunKind.Provisional, now, cancellationToken);
            return (made.RunId, made.DataAsOf, made.Result);
        }
        var row = await RunRow.FindAsync(transaction, "find_run", cancellationToken, new NpgsqlParameter("run_id", runId))
            ?? throw new ArgumentException($"There is no run {runId}.", nameof(closedRunId));
        return (row.RunId, row.DataAsOf, CanonicalResult.Read(row.Bytes).Result);
    }

    private async Task<T> InsideAsync<T>(Func<NpgsqlTransaction, Task<T>> look, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var seen = await look(transaction);
        await transaction.RollbackAsync(cancellationToken);
        return seen;
    }
}
