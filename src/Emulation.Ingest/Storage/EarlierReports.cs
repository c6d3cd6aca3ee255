using Emulation.Ingest.Intake;
using Emulation.Ingest.Validation;
using Emulation.Plan;
using Emulation.Plan.Calendar;
using Npgsql;
using static Emulation.Ingest.Storage.IngestSql;

namespace Emulation.Ingest.Storage;

/// <summary>What the units of a batch have reported before: one query a batch, none while no wave report can have come.</summary>
public sealed class EarlierReports(NpgsqlDataSource database)
{
    public async Task<EarlierFigures> FindAsync(PlanLookup plan, IReadOnlyCollection<FileInHand> files, CancellationToken cancellationToken)
    {
        var opens = plan.Versions.All.SelectMany(version => version.Plan.Duties).Where(duty => duty.Form == FormKind.WaveReport).SelectMany(duty => duty.Occurrences).Select(occurrence => (DateOnly?)occurrence.OpensOn).Min();
        var units = files.Where(file => plan.Plan.TimeZone.DateOf(file.Claim.ReceivedAt) >= opens)
            .Select(file => file.Place.Unit).OfType<Unit>().DistinctBy(unit => unit.Code).ToList();
        return units.Count == 0 ? EarlierFigures.None : new EarlierFigures(await database.Query("find_earlier_figures", With("unit_ids", IdsOf(plan, units)))
            .ReadAsync(
                reader => new EarlierFigure(
                    reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetDecimal(3),
                    reader.IsDBNull(4) ? null : reader.GetDecimal(4), reader.IsDBNull(5) ? null : reader.GetFieldValue<DateOnly>(5)),
                cancellationToken));
    }

    /// <summary>True if the unit's file was accepted before with the same content: it will be answered as a duplicate.</summary>
    public async Task<bool> HasCountedAsync(FileInHand file, CancellationToken cancellationToken) =>
        file is { Claim.UnitId: { } unit, Hash: { } hash }
        && (await database.Query("find_accepted_content", With("unit_ids", new[] { unit }), With("hashes", new[] { hash.ToBytes() }))
            .ReadAsync(reader => reader.GetInt64(2), cancellationToken)).Count > 0;

    /// <summary>The units themselves and those they may report for.</summary>
    private static int[] IdsOf(PlanLookup plan, List<Unit> units) =>
        [.. plan.Versions.All.SelectMany(version => units.Concat(units.Where(unit => unit.ReportsFor is not null).SelectMany(unit => version.Plan.UnitsIn(unit.ReportsFor!)))
            .Where(unit => version.Ids.Units.ContainsKey(unit.Code)).Select(unit => version.Ids.Units[unit.Code])).Distinct()];
}
