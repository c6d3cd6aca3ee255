using Emulation.Ingest.Storage;
using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports;
using Emulation.Reports.Scoring;
using Npgsql;

namespace Emulation.Jobs.Tests.Interleavings;

/// <summary>What is wrong after a race: a file must be wholly among the inputs of the closing, or be answered as late and be wholly outside.</summary>
internal sealed class RaceOutcome(NpgsqlDataSource database, StoredPlan plan, Race race, ClosedWave closed, RunResult result)
{
    /// <summary>One sentence a fault; none: all is well.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(IReadOnlyDictionary<Runner, Decision> decisions, CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        var rows = await RowsAsync(decisions.ToDictionary(decision => decision.Value.File.Claim.SubmissionId, decision => decision.Key), cancellationToken);
        foreach (var runner in race.Runners)
        {
            var row = rows.GetValueOrDefault(decisions[runner].File.Claim.SubmissionId)
                ?? throw new InvalidOperationException($"race {race.Number}, unit {runner.UnitIndex}: the file has no answer.");
            var counted = runner.Now is null ? row.State == "withdrawal" : row.IsInput;
            var said = counted ? runner.Now : runner.Before;
            faults.AddRange(Faults(runner, row, counted, said).Select(fault => $"race {race.Number}, unit {runner.UnitIndex}: {fault}"));
        }

        return faults;
    }

    /// <summary>True if the closing counted the file, or that it was taken back.</summary>
    public static bool IsCounted(Decision decision) => decision.State == Ingest.Intake.SubmissionState.Withdrawal || decision.Versions is [{ ClosedAt: null }];

    private IEnumerable<string> Faults(Runner runner, StoredOutcome row, bool counted, TwoValues? said)
    {
        if (runner.Now is not null && row is not { State: "accepted", Figures: 2, Version: not null })
        {
            yield return $"the file was not stored whole: {row}";
        }

        if (runner.Now is not null && row.IsInput == row.IsLate)
        {
            yield return row.IsInput ? "counted and answered as late" : "neither counted nor answered as late";
        }

        if (row.SaysClosed == counted)
        {
            yield return counted ? "counted, but its receipt says that it came too late" : "not counted, but its receipt does not say so";
        }

        var unit = plan.Plan.Units[runner.UnitIndex].Code;
        var values = new[] { "B01", "B02" }.Select(code => result.Indicators.Single(entry => entry.Unit == unit && entry.Indicator.Value == code).Value).ToList();
        if (values[0] != said?.First || values[1] != said?.Second)
        {
            yield return $"the result counts {values[0]} and {values[1]} instead of {said}";
        }

        var points = result.Units.Single(entry => entry.Unit == unit).Points;
        if (points != (said?.Points ?? 0))
        {
            yield return $"{points} points instead of {said?.Points ?? 0}";
        }
    }

    private async Task<Dictionary<long, StoredOutcome>> RowsAsync(Dictionary<long, Runner> runners, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            """
            select
                submission.submission_id,
                submission.state,
                (select count(*) from emulation.figures where figures.submission_id = submission.submission_id),
                version.version_number,
                coalesce(version.came_after_closing, false),
                exists (select from emulation.run_inputs as input where input.run_id = @run_id and input.submission_id = submission.submission_id),
                receipt.body_text like case when submission.submission_id = any (@markers) then '%E-%' else '%đã chốt lúc%' end
            from emulation.submissions as submission
            join emulation.receipts as receipt using (submission_id)
            left join emulation.submission_versions as version using (submission_id)
            where submission.submission_id = any (@submission_ids)
            """);
        command.Parameters.AddWithValue("run_id", closed.RunId);
        command.Parameters.AddWithValue("submission_ids", runners.Keys.ToArray());
        command.Parameters.AddWithValue("markers", runners.Where(runner => runner.Value.Now is null).Select(runner => runner.Key).ToArray());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new Dictionary<long, StoredOutcome>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(reader.GetInt64(0), new StoredOutcome(
                reader.GetString(1), reader.GetInt64(2), reader.IsDBNull(3) ? null : reader.GetInt32(3), reader.GetBoolean(4), reader.GetBoolean(5), reader.GetBoolean(6)));
        }

        return rows;
    }

    private sealed record StoredOutcome(string State, long Figures, int? Version, bool IsLate, bool IsInput, bool SaysClosed);
}
