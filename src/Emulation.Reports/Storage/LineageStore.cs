using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Documents.Model;
using Emulation.Reports.Documents.Places;
using Emulation.Reports.Lineage;
using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>Reads what a printed number leads to.</summary>
public sealed class LineageStore(NpgsqlDataSource dataSource)
{
    /// <summary>A report, the run it rests on, and when it was made; null if there is none.</summary>
    public async Task<(long RunId, DateTimeOffset MadeAt, ReportModel Model)?> FindReportAsync(long reportId, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var found = await ReportSql.ListAsync(
            connection, "find_report_by_id",
            reader => (reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1), ReportModelJson.Read(reader.GetString(2))),
            cancellationToken, new NpgsqlParameter("report_id", reportId));
        return found.Count > 0 ? found[0] : null;
    }

    /// <summary>Where the numbers of the report stand; of one made before sentences were noted, the cells of its workbook without their texts.</summary>
    public async Task<IReadOnlyList<PrintedPlace>> PlacesAsync(long reportId, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var packed = await ReportSql.ListAsync(connection, "find_report_places", reader => reader.GetFieldValue<byte[]>(0), cancellationToken, new NpgsqlParameter("report_id", reportId));
        return packed.Count > 0
            ? [.. PackedPlaces.Unpack(packed[0])]
            : await ReportSql.ListAsync(
                connection, "list_report_cells", reader => new PrintedPlace(PrintedPlace.Workbook, $"{reader.GetString(0)}!{reader.GetString(1)}", "", reader.GetString(2)),
                cancellationToken, new NpgsqlParameter("report_id", reportId));
    }

    /// <summary>The files a run looked at, by unit, form and period.</summary>
    public async Task<ILookup<(UnitCode, FormKind, PeriodCode), RunFile>> FilesAsync(long runId, StoredPlan plan, CancellationToken cancellationToken)
    {
        var units = plan.Ids.Units.ToDictionary(pair => pair.Value, pair => pair.Key);
        var periods = plan.Ids.Periods.ToDictionary(pair => pair.Value, pair => pair.Key);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var files = await ReportSql.ListAsync(
            connection, "list_run_files",
            reader => new RunFile(
                units[reader.GetInt32(0)], RunScope.FormOf(reader.GetString(1)), periods[reader.GetInt32(2)], reader.ValueOrNull<int>(3),
                reader.GetFieldValue<DateTimeOffset>(4), reader.GetString(5),
                reader.IsDBNull(6) ? "" : Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(6)), reader.IsDBNull(7) ? null : reader.GetString(7)),
            cancellationToken, new NpgsqlParameter("run_id", runId));
        return files.ToLookup(file => (file.Unit, file.Form, file.Period));
    }
}
