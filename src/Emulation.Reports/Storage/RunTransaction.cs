using System.Data;
using Emulation.Plan;
using Emulation.Plan.Storage;
using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>Runs work on one period in one serializable transaction, one at a time, again if PostgreSQL asks for it.</summary>
/// <remarks>The advisory lock only spares two runners the double work; what decides is the transaction and the unique closing row.</remarks>
internal static class RunTransaction
{
    private const int MostAttempts = 8;
    private const int LongestPause = 50;

    public static string LockName(StoredPlan plan, Period period) => PeriodLock.NameOf(plan.Plan, period);

    public static async Task<T> RunAsync<T>(
        NpgsqlDataSource dataSource, string lockName, Func<NpgsqlTransaction, Task<T>> work, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await OnceAsync(dataSource, lockName, work, cancellationToken);
            }
            catch (PostgresException exception) when (attempt < MostAttempts && IsWorthRetrying(exception))
            {
                // Another transaction won; with a new snapshot its outcome is seen. Runs of two periods that try again in step
                // would stop each other for ever.
                await Task.Delay(Random.Shared.Next(LongestPause * attempt), cancellationToken);
            }
        }
    }

    private static async Task<T> OnceAsync<T>(
        NpgsqlDataSource dataSource, string lockName, Func<NpgsqlTransaction, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await LockAsync(connection, "select pg_advisory_lock(hashtextextended(@name, 0))", lockName, cancellationToken);
        try
        {
            await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
            var result = await work(transaction);
            await transaction.CommitAsync(cancellationToken);
            return result;
        }
        finally
        {
            await UnlockAsync(connection, lockName);
        }
    }

    // Must happen also when the work was cancelled. A broken connection has lost its locks already.
    private static async Task UnlockAsync(NpgsqlConnection connection, string lockName)
    {
        if (connection.State == ConnectionState.Open)
        {
            await LockAsync(connection, "select pg_advisory_unlock(hashtextextended(@name, 0))", lockName, CancellationToken.None);
        }
    }

    private static async Task LockAsync(NpgsqlConnection connection, string sql, string lockName, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue("name", lockName);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static bool IsWorthRetrying(PostgresException exception) => exception.SqlState
        is PostgresErrorCodes.SerializationFailure
        or PostgresErrorCodes.DeadlockDetected
        || (exception.SqlState == PostgresErrorCodes.UniqueViolation && exception.ConstraintName == "a_period_is_closed_once_an_edition");
}
