using Emulation.Jobs.Demo.Scenario;
using Emulation.Jobs.Demo.Storage;
using Hangfire;

namespace Emulation.Jobs.Demo;

/// <summary>Plays the steps of the year through the running host: moves the clock, drops the files due, fires the sweep, and waits until nothing is left to do.</summary>
/// <remarks>Killed anywhere and started again, it repeats the step it was in; every effect of a step is unique by itself, so nothing is done twice.</remarks>
public sealed class DemoYear(
    IReadOnlyList<DemoDrop> drops,
    IReadOnlyList<DemoStep> steps,
    DemoFolder folder,
    DemoStaging staging,
    DemoClock clock,
    JobActivity activity,
    IRecurringJobManager recurring,
    DemoStore store)
{
    /// <summary>Sweeps tried for one step before the demo gives up: each one finds what the one before left behind.</summary>
    private const int MostSweeps = 12;

    /// <summary>Plays from the position on to the last step.</summary>
    /// <param name="began">Real timestamp at which this start of the demo began; its preparation counts.</param>
    /// <param name="played">Told after every finished step.</param>
    public async Task<DemoPosition> PlayAsync(DemoPosition position, long began, Action<DemoStep> played, CancellationToken cancellationToken)
    {
        var secondsBefore = position.Seconds;
        for (var number = position.NextStep; number < steps.Count; number++)
        {
            await PlayAsync(number, cancellationToken);
            position = position with { NextStep = number + 1, Seconds = secondsBefore + TimeProvider.System.GetElapsedTime(began).TotalSeconds };
            folder.WritePosition(position);
            played(steps[number]);
        }

        return position;
    }

    private async Task PlayAsync(int number, CancellationToken cancellationToken)
    {
        var step = steps[number];
        clock.MoveTo(step.At);
        foreach (var drop in step.Drops)
        {
            staging.Drop(drop, drops[drop]);
        }

        var expected = steps.Take(number + 1).SelectMany(earlier => earlier.Drops).Count(drop => drops[drop].IsDropped);
        var open = default(OpenWork);
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            recurring.Trigger("sweep");
            await activity.WhenIdleAsync(cancellationToken);
            open = await store.CountOpenWorkAsync(clock.GetUtcNow(), cancellationToken);
            if (open.IsNone && open.Files >= expected)
            {
                return;
            }
        }

        throw new InvalidOperationException(
            $"The demo stands still at {step.At:u}: {open.Files} of {expected} files taken, {open.Submissions} unanswered, {open.Deliveries} mails and {open.Slots} slots left. {string.Join(" | ", activity.Faults)}");
    }
}
