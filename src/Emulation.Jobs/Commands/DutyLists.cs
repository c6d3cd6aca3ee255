using System.Globalization;
using System.Text.Json;
using Emulation.Reports;
using Emulation.Reports.Scoring;

namespace Emulation.Jobs.Commands;

/// <summary><c>duties --late</c> and <c>duties --json</c>: one line a unit.</summary>
internal static class DutyLists
{
    public static async Task<int> LateAsync(IServiceProvider services, string? named, CancellationToken cancellationToken)
    {
        var owed = await StandingsAsync(services, named, cancellationToken);
        var table = ListTable.Of("unit", "duty", "period", "due", "received", "days after", "excused", "late", "our outages");
        foreach (var late in await services.GetRequiredService<ShowDuties>().LateAsync(owed, cancellationToken))
        {
            var plan = owed.Versions.For(late.Duty.Period).Plan;
            ListTable.AddRow(
                table, owed.UnitOf(late.Duty).ShortName, late.Duty.Duty, late.Duty.Period.Value, late.Duty.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ListTable.Moment(plan, late.Duty.ReceivedAt!.Value), Whole(late.DaysAfterDue), Whole(late.DaysExcused), Whole(late.Duty.DaysLate),
                string.Join(", ", late.Outages.Select(outage => $"{ListTable.Moment(plan, outage.BeganAt)} to {(outage.EndedAt is { } ended ? ListTable.Moment(plan, ended) : "now")}")));
        }

        ListTable.Write(table);
        return CommandLine.Well;
    }

    public static async Task<int> JsonAsync(IServiceProvider services, string? named, CancellationToken cancellationToken)
    {
        var owed = await StandingsAsync(services, named, cancellationToken);
        var late = (await services.GetRequiredService<ShowDuties>().LateAsync(owed, cancellationToken)).ToDictionary(one => one.Duty);
        foreach (var standing in owed.Standings)
        {
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new
            {
                duty = standing.Duty,
                unit = standing.Unit.Value,
                period = standing.Period.Value,
                dueOn = standing.DueOn,
                standing = Pages.DutyTable.Name(standing.Standing),
                receivedAt = standing.ReceivedAt,
                version = standing.Version,
                daysLate = standing.DaysLate,
                daysExcused = late.GetValueOrDefault(standing)?.DaysExcused ?? 0,
                outages = (late.GetValueOrDefault(standing)?.Outages ?? []).Select(outage => new { outage.BeganAt, outage.EndedAt }),
            }));
        }

        return CommandLine.Well;
    }

    private static async Task<OwedDuties> StandingsAsync(IServiceProvider services, string? named, CancellationToken cancellationToken)
    {
        var owed = await services.GetRequiredService<ShowDuties>().RunAsync(cancellationToken);
        return named is null ? owed : owed with { Standings = [.. owed.Standings.Where(standing => standing.Period == Arguments.PeriodOf(owed.Versions.Today.Plan, named))] };
    }

    private static string Whole(int days) => days == 0 ? "" : days.ToString(CultureInfo.InvariantCulture);
}
