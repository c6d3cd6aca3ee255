using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Delivery;
using Emulation.Reports.Scoring;
using Npgsql;
using NpgsqlTypes;

namespace Emulation.Reports.Storage;

/// <summary>What reminding needs to know.</summary>
/// <param name="Forms">What has been received, and our outages; no figures.</param>
/// <param name="Excused">Who has leave on that day.</param>
/// <param name="Told">What was told to whom.</param>
public sealed record ReminderData(RunData Forms, IReadOnlySet<ExcusedForm> Excused, IReadOnlySet<ToldStep> Told);

/// <summary>What units have sent so far and what was said to them, for reminding them of the rest.</summary>
public sealed class ReportReminderStore(NpgsqlDataSource dataSource)
{
    /// <summary>Everything received, refused, excused and told up to now, to be judged as on that day.</summary>
    public async Task<ReminderData> ReadAsync(StoredPlan plan, DateOnly day, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var units = plan.Ids.Units.ToDictionary(pair => pair.Value, pair => pair.Key);
        var periods = plan.Ids.Periods.ToDictionary(pair => pair.Value, pair => pair.Key);
        var code = plan.Plan.Code;
        var forms = await ReceivedForms.ReadAsync(connection, plan, day, now, cancellationToken);
        var excused = await ReportSql.ListAsync(
            connection, "list_excused_units", reader => (Unit: reader.GetInt32(0), Form: FormKinds.FromName(reader.GetString(1)), Period: reader.GetInt32(2)),
            cancellationToken, new("plan_code", code), new("on_day", day));
        var told = await ReportSql.ListAsync(
            connection, "list_reminder_steps",
            reader => (Unit: reader.GetInt32(0), Duty: reader.GetString(1), Period: reader.GetString(2), Step: reader.GetString(3), Address: reader.GetString(4), In: reader.GetString(5)),
            cancellationToken, new NpgsqlParameter("plan_code", code));
        return new ReminderData(
            forms,
            excused.Where(leave => leave.Form is not null && units.ContainsKey(leave.Unit) && periods.ContainsKey(leave.Period))
                .Select(leave => new ExcusedForm(units[leave.Unit], leave.Form!.Value, periods[leave.Period])).ToHashSet(),
            told.Where(step => units.ContainsKey(step.Unit))
                .Select(step => new ToldStep(units[step.Unit], step.Duty, new PeriodCode(step.Period), step.Step, step.Address, step.In)).ToHashSet());
    }

    /// <summary>Queues mails with what they tell, both or neither. A mail queued before on that day leaves its rungs untold, for the next run.</summary>
    /// <returns>How many were new.</returns>
    public async Task<int> QueueAsync(
        StoredPlan plan, IReadOnlyList<TellingMail> mails, DateOnly day, DateTimeOffset createdAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(mails);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var queued = 0;
        foreach (var mail in mails)
        {
            if (await DeliveryRows.InsertAsync(connection, null, mail.Mail, createdAt, cancellationToken))
            {
                queued++;
                FailPoint.Reach("reminder-inserted");
                await AddStepsAsync(connection, plan, mail, day, cancellationToken);
            }
        }

        FailPoint.Reach("reminders-committing");
        await transaction.CommitAsync(cancellationToken);
        FailPoint.Reach("reminders-committed");
        return queued;
    }

    /// <summary>True while mails of the period's newest report wait for the office.</summary>
    public async Task<bool> IsReportWaitingAsync(string planCode, PeriodCode period, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        return (await ReportSql.ListAsync(
            connection, "is_report_waiting", reader => reader.GetBoolean(0), cancellationToken,
            new("plan_code", planCode), new("period_code", period.Value), ReportSql.Instant("now", now))).Single();
    }

    private static async Task AddStepsAsync(NpgsqlConnection connection, StoredPlan plan, TellingMail mail, DateOnly day, CancellationToken cancellationToken) =>
        await ReportSql.ListAsync(
            connection, "add_reminder_steps", _ => 0, cancellationToken,
            new("plan_code", plan.Plan.Code),
            new("unit_ids", mail.Steps.Select(step => plan.Ids.Units[step.Unit]).ToArray()),
            new("duties", mail.Steps.Select(step => step.Duty).ToArray()),
            new("periods", mail.Steps.Select(step => step.Period.Value).ToArray()),
            new("steps", mail.Steps.Select(step => step.Step).ToArray()),
            new("address", mail.Mail.Address),
            new("told_in", mail.Steps.Select(step => step.ToldIn).ToArray()),
            new NpgsqlParameter("told_on", NpgsqlDbType.Date) { Value = day },
            new("subject_key", mail.Mail.SubjectKey));
}
