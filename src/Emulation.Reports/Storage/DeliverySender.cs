using System.Globalization;
using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>A sender's mark of life: an advisory lock on a connection of its own. When the process dies the lock goes with it, and others see at once that its mails were interrupted.</summary>
public sealed class DeliverySender : IAsyncDisposable
{
    /// <summary>First number of the two-number lock: mails being sent.</summary>
    internal const int LockClass = 70_007;

    private readonly NpgsqlConnection connection;
    private readonly int number;

    private DeliverySender(NpgsqlConnection connection, int number) => (this.connection, this.number) = (connection, number);

    /// <summary>The lock's second number, as it stands in deliveries.lease_owner.</summary>
    public string Name => number.ToString(CultureInfo.InvariantCulture);

    internal static async Task<DeliverySender> TakeAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        try
        {
            // A number that another living sender drew is simply drawn again.
            var number = Random.Shared.Next(1, int.MaxValue);
            while (!await CallAsync(connection, "select pg_try_advisory_lock(@class, @number)", number, cancellationToken))
            {
                number = Random.Shared.Next(1, int.MaxValue);
            }

            return new DeliverySender(connection, number);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // A broken connection has lost its lock; a pooled one would keep it, so it is let go by hand, also when the work was cancelled.
        if (connection.State == System.Data.ConnectionState.Open)
        {
            await CallAsync(connection, "select pg_advisory_unlock(@class, @number)", number, CancellationToken.None);
        }

        await connection.DisposeAsync();
    }

    private static async Task<bool> CallAsync(NpgsqlConnection connection, string sql, int number, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue("class", LockClass);
        command.Parameters.AddWithValue("number", number);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
