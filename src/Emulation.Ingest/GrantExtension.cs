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
public sealed class GrantExtension(CurrentPlan plans, ExceptionStore exceptions, TimeProvider time, ILogger<GrantExtension> log)
{
    /// <returns>The exception's number.</returns>
    /// <exception cref="ArgumentException">The request makes no sense; the message says why.</exception>
    public async Task<long> RunAsync(ExceptionRequest request, CancellationToken cancellationToken)
    {
        var stored = await plans.GetAsync(cancellationToken);
        var (duty, occurrence) = Find(stored.Plan, request);
        Check(stored.Plan, request, occurrence);
        var number = await exceptions.GrantAsync(
            stored.Plan.Code, stored.Ids.Units[request.Unit], duty, stored.Ids.Periods[occurrence.Period.Code], request.Until, request.Reason.Trim(), request.GrantedBy.Trim(), cancellationToken)
            ?? throw new ArgumentException($"{request.Unit} has an open exception for {duty.Code} {occurrence.Period.Code} already: see 'exceptions list', revoke it first.");
        log.LogInformation("Exception {Number}: {Unit} may hand in {Duty} {Period} until {Until}", number, request.Unit, duty.Code, occurrence.Period.Code, request.Until);
        return number;
    }

    private static (Duty Duty, DutyOccurrence Occurrence) Find(EmulationPlan plan, ExceptionRequest request)
    {
        var duty = plan.Duties.FirstOrDefault(duty => duty.Code == request.Duty)
            ?? throw new ArgumentException($"Plan {plan.Code} has no duty '{request.Duty}'. It has: {string.Join(", ", plan.Duties.Select(one => one.Code))}.");
        if (!duty.Units.Any(group => plan.UnitsIn(group).Any(unit => unit.Code == request.Unit)))
        {
            throw new ArgumentException($"{request.Unit} does not owe {duty.Code}, or is no unit of the plan.");
        }

        var unit = plan.UnitByCode(request.Unit);
        var fitting = duty.Occurrences.Where(occurrence => (request.Period is null || occurrence.Period.Code == request.Period) && unit.Owes(occurrence)).ToList();
        return fitting is [var only] ? (duty, only)
            : throw new ArgumentException($"Name the period of {duty.Code} with --period, one of: {string.Join(", ", duty.Occurrences.Where(unit.Owes).Select(occurrence => occurrence.Period.Code))}.");
    }

    private void Check(EmulationPlan plan, ExceptionRequest request, DutyOccurrence occurrence)
    {
        var today = plan.TimeZone.DateOf(time.GetUtcNow());
        var fault = request.Until < today ? $"The exception would be over before it begins: today is {today:yyyy-MM-dd}."
            : request.Until <= occurrence.LocksOn ? $"No exception is needed: files are taken until {occurrence.LocksOn:yyyy-MM-dd}."
            : string.IsNullOrWhiteSpace(request.Reason) ? "An exception needs its reason."
            : string.IsNullOrWhiteSpace(request.GrantedBy) ? "An exception needs the name of who grants it."
            : null;
        if (fault is not null)
        {
            throw new ArgumentException(fault);
        }
    }
}
