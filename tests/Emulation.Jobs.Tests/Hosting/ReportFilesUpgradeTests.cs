using Emulation.Jobs.Hosting;
using Emulation.TestSupport;

namespace Emulation.Jobs.Tests.Hosting;

/// <summary>A database with a report of the time before migration 0022 keeps its workbook, byte for byte, through the upgrade.</summary>
public sealed class ReportFilesUpgradeTests
{
    private const string Migration = "migrations.0022_report_files.sql";

    private const string OldReport = """
        insert into emulation.periods (plan_family, code, kind, from_on, to_on) values ('old', '2020-W1', 'wave', '2020-01-01', '2020-06-30');
        insert into emulation.reports (plan_code, kind, period_id, status, subject, model, html, body_text, workbook_name, workbook_hash, workbook, made_at)
        select 'old', 'wave-interim', period_id, 'final', 'Báo cáo', '{}', '<p>', 'text', 'bao-cao-dot-1-2020.xlsx', sha256('\x504b0304ff'), '\x504b0304ff', '2020-07-10'
        from emulation.periods;
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Upgrade_OfADatabaseWithReports_KeepsTheirWorkbooks()
    {
        await using var database = await TestDatabase.CreateAsync(Cancellation);
        await ExecuteAsync(database, "drop schema emulation cascade");
        foreach (var script in Scripts().TakeWhile(name => name != Migration))
        {
            await ExecuteAsync(database, await TextAsync(script));
        }

        await ExecuteAsync(database, OldReport);
        var entries = await ScalarAsync<long>(database, "select count(*) from emulation.audit_entries");
        await ExecuteAsync(database, await TextAsync(Migration));

        Assert.Equal(
            "1|bao-cao-dot-1-2020.xlsx|504b0304ff|t|t",
            await ScalarAsync<string>(database, "select concat_ws('|', position, name, encode(content, 'hex'), is_attached, content_hash = sha256(content)) from emulation.report_files"));
        Assert.Equal(entries, await ScalarAsync<long>(database, "select count(*) from emulation.audit_entries"));
    }

    private static IEnumerable<string> Scripts() => typeof(Migrator).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith("migrations.", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static async Task<string> TextAsync(string script)
    {
        using var reader = new StreamReader(typeof(Migrator).Assembly.GetManifestResourceStream(script)!);
        return await reader.ReadToEndAsync(Cancellation);
    }

    private static async Task ExecuteAsync(TestDatabase database, string sql)
    {
        await using var command = database.OwnerDataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private static async Task<T> ScalarAsync<T>(TestDatabase database, string sql)
    {
        await using var command = database.OwnerDataSource.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
