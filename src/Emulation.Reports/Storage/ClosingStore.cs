using Emulation.Plan;
using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>A closing that ever was.</summary>
/// <param name="Edition">1 for the first closing of a period, rising with each closing after a reopening.</param>
/// <param name="IsBinding">False once it was reopened.</param>
public sealed record StoredClosing(string PlanCode, PeriodCode Period, int Edition, long RunId, long PlanVersionId, bool IsBinding);

/// <summary>Lists the closings of all plans of a database.</summary>
public sealed class ClosingStore(NpgsqlDataSource dataSource)
{
    /// <summary>By plan, then in order of time.</summary>
    public async Task<IReadOnlyList<StoredClosing>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return await ReportSql.ListAsync(
            connection, "list_closings",
            reader => new StoredClosing(
                reader.GetString(0), new PeriodCode(reader.GetString(1)), reader.GetInt32(2), reader.GetInt64(3), reader.GetInt64(4), reader.GetBoolean(5)),
            cancellationToken);
    }
}
