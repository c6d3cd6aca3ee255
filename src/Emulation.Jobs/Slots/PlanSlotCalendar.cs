using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Plan.Storage;
using Microsoft.Extensions.Options;

namespace Emulation.Jobs.Slots;

/// <summary>The slots of the plan in force.</summary>
public sealed class PlanSlotCalendar(CurrentPlan current, PlanStore plans, IOptions<PlanOptions> options) : ISlotCalendarSource
{
    public async Task<SlotCalendar?> CurrentAsync(CancellationToken cancellationToken)
    {
        if (await plans.FindCurrentIdAsync(options.Value.Code, cancellationToken) is null)
        {
            return null;
        }

        // What is owed for a period is chased on the days of the version that holds for it.
        var versions = await current.VersionsAsync(cancellationToken);
        var plan = versions.Today.Plan with { Duties = [.. versions.Owing.SelectMany(version => version.Duties)] };
        return new SlotCalendar(plan.Code, (from, to) => [.. ScheduledSlots.Between(plan, from, to)]);
    }
}
