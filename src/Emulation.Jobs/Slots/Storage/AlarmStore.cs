using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Plan.Storage;
using Npgsql;

namespace Emulation.Jobs.Slots.Storage;

/// <summary>What was due and produced nothing: one row a slot and kind, one mail for many rows.</summary>
public sealed class AlarmStore(NpgsqlDataSource database)
{
    /// <summary>Attempts after which a failing slot is told of: the first retry has failed too.</summary>
    private const int Attempts = 2;

    /// <summary>Older slots are history, not alarms.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromDays(31);

    private static readonly SqlText Sql = new(typeof(AlarmStore).Assembly);

    /// <returns>How many alarms are new.</returns>
    public async Task<int> RaiseAsync(string planCode, DateTimeOffset now, TimeSpan overdueAfter, CancellationToken cancellationToken)
    {
        await using var command = Command(
            "raise_alarms", ("plan_code", planCode), ("now", now.UtcDateTime), ("since", (now - Recent).UtcDateTime),
            ("overdue_before", (now - overdueAfter).UtcDateTime), ("attempts", Attempts), ("producing", Schedules.Producing.ToArray()), ("reporting", Schedules.Reporting.ToArray()));
        return await CountAsync(command, cancellationToken);
    }

    /// <returns>True if the tick of that name has been silent for longer and this silence was not told of before.</returns>
    public async Task<bool> RaiseSilenceAsync(string planCode, string name, TimeSpan longest, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = Command("raise_silence", ("plan_code", planCode), ("name", name), ("longest", longest), ("now", now.UtcDateTime));
        return await CountAsync(command, cancellationToken) > 0;
    }

    /// <summary>Puts untold alarms under one mail, unless a mail was sent within the interval.</summary>
    public async Task BeginMailAsync(string planCode, DateTimeOffset now, TimeSpan interval, CancellationToken cancellationToken)
    {
        await using var command = Command("begin_alarm_mail", ("plan_code", planCode), ("now", now.UtcDateTime), ("not_since", (now - interval).UtcDateTime));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The alarms of mails begun and not yet queued, by mail.</summary>
    public async Task<ILookup<string, ScheduleAlarm>> ToMailAsync(string planCode, CancellationToken cancellationToken)
    {
        await using var command = Command("list_alarms_to_mail", ("plan_code", planCode));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var alarms = new List<ScheduleAlarm>();
        while (await reader.ReadAsync(cancellationToken))
        {
            alarms.Add(new ScheduleAlarm(
                reader.GetString(0), reader.GetString(1), reader.GetFieldValue<DateTimeOffset>(2),
                reader.IsDBNull(3) ? null : new PeriodCode(reader.GetString(3)), reader.GetString(4), reader.IsDBNull(5) ? null : reader.GetString(5)));
        }

        return alarms.ToLookup(alarm => alarm.MailKey);
    }

    public async Task EndMailAsync(string planCode, string mailKey, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = Command("end_alarm_mail", ("plan_code", planCode), ("mail_key", mailKey), ("now", now.UtcDateTime));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>How many slots stand open that should have been done, and one of them.</summary>
    public async Task<(int Failed, int Overdue, string? Example)> CountLateAsync(
        string planCode, DateTimeOffset now, TimeSpan overdueAfter, CancellationToken cancellationToken)
    {
        await using var command = Command(
            "count_late_slots", ("plan_code", planCode), ("now", now.UtcDateTime), ("overdue_before", (now - overdueAfter).UtcDateTime), ("producing", Schedules.Producing.ToArray()));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetInt32(0), reader.GetInt32(1), reader.IsDBNull(2) ? null : reader.GetString(2));
    }

    private static async Task<int> CountAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = 0;
        while (await reader.ReadAsync(cancellationToken))
        {
            rows++;
        }

        return rows;
    }

    private NpgsqlCommand Command(string query, params (string Name, object Value)[] parameters)
    {
        var command = database.CreateCommand(Sql.Get(query));
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}
