using Emulation.Ingest.Storage;
using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Plan.Storage;
using Microsoft.Extensions.Logging;

namespace Emulation.Ingest;

/// <summary>Leave to report after the lock, as a person gives it.</summary>
/// <param name="Period">Null where the duty has only one.</param>
public sealed record ExceptionRequest(UnitCode Unit, string Duty, PeriodCode? Period, DateOnly Until, string Reason, string GrantedBy);

/// <summary>Opens a locked duty for one unit until a day; what was refused before must be handed in again.</summary>
/// <remarks>Who owes what, and until when files are taken, is read as intake reads it: by the plan version of the period (docs/adr/0028, 0033).</remarks>
public sealed class GrantExtension(CurrentPlan plans, ExceptionStore exceptions, TimeProvider time, ILogger<GrantExtension> log)
{
    /// <returns>The exception's number.</returns>
    /// <exception cref="ArgumentException">The request makes no sense; the message says why.</exception>
    public async Task<long> RunAsync(ExceptionRequest request, CancellationToken cancellationToken)
    {
        var versions = await plans.VersionsAsync(cancellationToken);
        var (duty, occurrence) = Find(versions, request);
        Check(versions.Today.Plan, request, TakenUntil(versions.Today.Plan, duty, occurrence, request.Unit));
        var stored = versions.Today;
        var number = await exceptions.GrantAsync(
            stored.Plan.Code, stored.Ids.Units[request.Unit], duty, stored.Ids.Periods[occurrence.Period.Code], request.Until, request.Reason.Trim(), request.GrantedBy.Trim(), cancellationToken)
            ?? throw new ArgumentException($"{request.Unit} has an open exception for {duty.Code} {occurrence.Period.Code} already: see 'exceptions list', revoke it first.");
        log.LogInformation("Exception {Number}: {Unit} may hand in {Duty} {Period} until {Until}", number, request.Unit, duty.Code, occurrence.Period.Code, request.Until);
        return number;
    }

    private static (Duty Duty, DutyOccurrence Occurrence) Find(PlanVersions versions, ExceptionRequest request)
    {
        var named = versions.Owing.SelectMany(plan => plan.Duties.Where(duty => duty.Code == request.Duty).Select(duty => (Plan: plan, Duty: duty))).ToList();
        if (named.Count == 0)
        {
            throw new ArgumentException($"Plan {versions.Today.Plan.Code} has no duty '{request.Duty}'. It has: {string.Join(", ", versions.Owing.SelectMany(plan => plan.Duties).Select(one => one.Code).Distinct())}.");
        }

        var owing = named.Where(one => one.Duty.Units.Any(group => one.Plan.UnitsIn(group).Any(unit => unit.Code == request.Unit))).ToList();
        if (owing.Count == 0)
        {
            throw new ArgumentException($"{request.Unit} does not owe {request.Duty}, or is no unit of the plan.");
        }

        var owed = (from one in owing
                    from occurrence in one.Duty.Occurrences
                    where one.Plan.UnitByCode(request.Unit).Owes(occurrence)
                    orderby occurrence.Period.From
                    select (one.Duty, Occurrence: occurrence)).ToList();
        return owed.FindAll(one => request.Period is null || one.Occurrence.Period.Code == request.Period) is [var only] ? only
            : throw new ArgumentException($"Name the period of {request.Duty} with --period, one of: {string.Join(", ", owed.Select(one => one.Occurrence.Period.Code))}.");
    }

    // As intake has it: the later lock of the period's version and today's.
    private static DateOnly TakenUntil(EmulationPlan today, Duty duty, DutyOccurrence occurrence, UnitCode unit) =>
        today.Duties.Where(one => one.Form == duty.Form && one.Units.Any(group => today.UnitsIn(group).Any(owing => owing.Code == unit)))
            .SelectMany(one => one.Occurrences).Where(one => one.Period.Code == occurrence.Period.Code && today.UnitByCode(unit).Owes(one)).Select(one => one.LocksOn)
            .Append(occurrence.LocksOn).Max();

    private void Check(EmulationPlan plan, ExceptionRequest request, DateOnly takenUntil)
    {
        var today = plan.TimeZone.DateOf(time.GetUtcNow());
        var fault = request.Until < today ? $"The exception would be over before it begins: today is {today:yyyy-MM-dd}."
            : request.Until <= takenUntil ? $"No exception is needed: files are taken until {takenUntil:yyyy-MM-dd}."
            : string.IsNullOrWhiteSpace(request.Reason) ? "An exception needs its reason."
            : string.IsNullOrWhiteSpace(request.GrantedBy) ? "An exception needs the name of who grants it."
            : null;
        if (fault is not null)
        {
            throw new ArgumentException(fault);
        }
    }
}
