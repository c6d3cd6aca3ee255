using System.Globalization;
using System.Text.Json;
using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports;
using Emulation.Reports.Scoring;

namespace Emulation.Jobs.Commands;

/// <summary><c>duties --late</c> and <c>duties --json</c>: one line a unit.</summary>
internal static class DutyLists
{
    public static async Task<int> LateAsync(IServiceProvider services, string? named, CancellationToken cancellationToken)
    {
        var (plan, standings) = await StandingsAsync(services, named, cancellationToken);
        var table = ListTable.Of("unit", "duty", "period", "due", "received", "days after", "excused", "late", "our outages");
        foreach (var late in await services.GetRequiredService<ShowDuties>().LateAsync(standings, cancellationToken))
        {
            ListTable.AddRow(
                table, plan.UnitByCode(late.Duty.Unit).ShortName, late.Duty.Duty, late.Duty.Period.Value, late.Duty.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ListTable.Moment(plan, late.Duty.ReceivedAt!.Value), Whole(late.DaysAfterDue), Whole(late.DaysExcused), Whole(late.Duty.DaysLate),
                string.Join(", ", late.Outages.Select(outage => $"{ListTable.Moment(plan, outage.BeganAt)} to {(outage.EndedAt is { } ended ? ListTable.Moment(plan, ended) : "now")}")));
        }

        ListTable.Write(table);
        return CommandLine.Well;
    }

    public static async Task<int> JsonAsync(IServiceProvider services, string? named, CancellationToken cancellationToken)
    {
        var (_, standings) = await StandingsAsync(services, named, cancellationToken);
        var late = (await services.GetRequiredService<ShowDuties>().LateAsync(standings, cancellationToken)).ToDictionary(one => one.Duty);
        foreach (var standing in standings)
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

    private static async Task<(EmulationPlan Plan, IReadOnlyList<DutyStanding> Standings)> StandingsAsync(IServiceProvider services, string? named, CancellationToken cancellationToken)
    {
        var plan = (await services.GetRequiredService<CurrentPlan>().GetAsync(cancellationToken)).Plan;
        var only = named is null ? (PeriodCode?)null : Arguments.PeriodOf(plan, named);
        var standings = await services.GetRequiredService<ShowDuties>().RunAsync(cancellationToken);
        return (plan, [.. standings.Where(standing => only is null || standing.Period == only)]);
    }

    private static string Whole(int days) => days == 0 ? "" : days.ToString(CultureInfo.InvariantCulture);
}
