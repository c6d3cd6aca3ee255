using System.Text;
using Emulation.Ingest.Intake;
using Emulation.Ingest.Validation;
using Emulation.Plan;
using Emulation.Plan.Storage;
using Npgsql;

namespace Emulation.Jobs.Tests.Interleavings;

/// <summary>Files of a race as they stand before they are decided: archived, read, under a lease.</summary>
internal sealed class RacingFiles(NpgsqlDataSource owner, StoredPlan plan)
{
    private static readonly DateTimeOffset SeenAt = new(2020, 6, 25, 3, 0, 0, TimeSpan.Zero);

    /// <summary>The file in which a runner says these values; null is the marker that takes its earlier one back.</summary>
    public async Task<FileInHand> AddAsync(Runner runner, TwoValues? values, string name, CancellationToken cancellationToken)
    {
        var unit = plan.Plan.Units[runner.UnitIndex];
        var content = Encoding.UTF8.GetBytes($"{plan.Plan.Code} {unit.Code} {name} {values}");
        var hash = Fingerprint.Of(content);
        var folder = $"{plan.Plan.Code}-{unit.Folder}/nop";
        var id = await SubmitAsync(unit, folder, name, hash, content.Length, cancellationToken);
        var claim = new Claim(id, 1, 1, SubmissionState.Archived, folder, new RawName(name), plan.Ids.Units[unit.Code], SeenAt, SeenAt, content.Length, hash, true, false);
        return new FileInHand(claim, new DropPlace(folder, unit, IsInbox: true, IsTrial: false))
        {
            Content = content,
            Verdict = values is { } said ? Read(runner, unit, said) : null,
        };
    }

    private ReadSubmission Read(Runner runner, Unit unit, TwoValues said)
    {
        var (unitId, periodId) = (plan.Ids.Units[unit.Code], plan.Ids.Periods[runner.Period.Code]);
        Figure Of(string indicator, int value, int row) => new(
            unitId, plan.Ids.Indicators[new IndicatorCode(indicator)], periodId, FigureState.Value, value, null, null, null, null, new CellAddress(1, row, 6));
        return new ReadSubmission
        {
            FileKind = "xlsx",
            Form = runner.Form,
            Period = runner.Period,
            RowCount = 2,
            Findings = [],
            Covers = [(unitId, periodId)],
            Figures = [Of("B01", said.First, 7), Of("B02", said.Second, 8)],
        };
    }

    private async Task<long> SubmitAsync(Unit unit, string folder, string name, Fingerprint hash, int size, CancellationToken cancellationToken)
    {
        await using var command = owner.CreateCommand(
            """
            insert into emulation.submissions
                (plan_code, unit_id, folder, file_name, file_name_bytes, seen_at, state, file_hash, file_size, archived_at, left_inbox_at, lease_number)
            values (@plan, @unit, @folder, @name, @bytes, @seen_at, 'archived', @hash, @size, @seen_at, @seen_at, 1)
            returning submission_id
            """);
        command.Parameters.AddWithValue("plan", plan.Plan.Code);
        command.Parameters.AddWithValue("unit", plan.Ids.Units[unit.Code]);
        command.Parameters.AddWithValue("folder", folder);
        command.Parameters.AddWithValue("name", name);
        command.Parameters.AddWithValue("bytes", Encoding.UTF8.GetBytes(name));
        command.Parameters.AddWithValue("seen_at", SeenAt);
        command.Parameters.AddWithValue("hash", hash.ToBytes());
        command.Parameters.AddWithValue("size", (long)size);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
