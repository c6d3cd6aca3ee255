using Emulation.TestSupport;
using Npgsql;

namespace Emulation.Jobs.Tests.Hosting;

public sealed class MigratorTests
{
    [Fact]
    public async Task AppRole_ChangingTheSchema_IsRefused()
    {
        await using var database = await TestDatabase.CreateAsync(TestContext.Current.CancellationToken);
        await using var command = database.DataSource.CreateCommand("create table emulation.mine (id int)");

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    [Fact]
    public async Task AppRole_WorkingWithRows_IsAllowedInBothSchemas()
    {
        await using var database = await TestDatabase.CreateAsync(TestContext.Current.CancellationToken);
        await using var command = database.DataSource.CreateCommand(
            "insert into emulation.outages (kind, began_at) values ('share', now()); select count(*) from hangfire.job");

        Assert.Equal(0L, await ScalarOfLastAsync(command));
    }

    private static async Task<object?> ScalarOfLastAsync(NpgsqlCommand command)
    {
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        await reader.ReadAsync(TestContext.Current.CancellationToken);
        return reader.GetValue(0);
    }
}
