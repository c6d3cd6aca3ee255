using Emulation.Jobs.Pages.Storage;
using Emulation.Jobs.Slots.Actions;
using Emulation.Plan.Storage;
using Emulation.Reports;
using Emulation.Reports.Waves;

namespace Emulation.Jobs.Closings;

/// <summary>Makes the check list of a wave, closes it, or publishes what was closed, because somebody at the page asked: asked for in the request, carried out by a job, said on the page. The wave is closed only over the list that was seen.</summary>
/// <remarks>docs/adr/0036-closing-by-page.md, 0038-publishing-by-page.md. The row decides and the job reminds: a job that was lost or killed is begun again by the sweep, and doing it twice is doing it once.</remarks>
public sealed class OrderClosing(
    CurrentPlan plans, WaveOrderStore orders, ShowWave waves, CheckWave check, CloseWave close, PublishReport publish, DroppedFiles dropped, TimeProvider clock, ILogger<OrderClosing> log)
{
    /// <summary>Longer than any run takes: what was begun earlier and is not over has no job any more.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(10);

    /// <param name="seen">The newest order the page showed; 0 for none.</param>
    /// <returns>Its number; null if one of the period is under way or came since, or it was closed since.</returns>
    public Task<long?> CheckAsync(WaveFile file, string askedBy, long seen, CancellationToken cancellationToken) =>
        AskAsync(file, WaveOrderKind.Check, askedBy, seen, list: null, cancellationToken);

    /// <param name="list">The order whose check list was seen.</param>
    /// <inheritdoc cref="CheckAsync"/>
    public Task<long?> CloseAsync(WaveFile file, string askedBy, long seen, WaveOrder list, CancellationToken cancellationToken) =>
        AskAsync(file, WaveOrderKind.Close, askedBy, seen, list, cancellationToken);

    /// <summary>Has the report of the closing that binds published, or its corrigendum.</summary>
    /// <inheritdoc cref="CheckAsync"/>
    public Task<long?> PublishAsync(WaveFile file, string askedBy, long seen, CancellationToken cancellationToken) =>
        AskAsync(file, WaveOrderKind.Publish, askedBy, seen, list: null, cancellationToken);

    /// <summary>The newest order of a period, and the newest that made a check list.</summary>
    public async Task<(WaveOrder? Newest, WaveOrder? List)> NewestAsync(WaveFile file, CancellationToken cancellationToken)
    {
        var plan = await plans.GetAsync(cancellationToken);
        var newest = await orders.NewestAsync(plan.Plan.Code, plan.Ids.Periods[file.Period.Code], cancellationToken);
        return (newest is [var first, ..] ? first : null, newest.FirstOrDefault(order => order.Lines is not null));
    }

    /// <summary>Those whose job was lost.</summary>
    public Task<IReadOnlyList<long>> ListLostAsync(string planCode, CancellationToken cancellationToken) =>
        orders.ListWaitingAsync(planCode, clock.GetUtcNow() - Idle, cancellationToken);

    /// <summary>Carries it out; does nothing if it is over.</summary>
    public async Task RunAsync(long number, CancellationToken cancellationToken)
    {
        if (await orders.BeginAsync(number, clock.GetUtcNow(), cancellationToken) is not { } order)
        {
            return;
        }

        var ended = new EndedWaveOrder(WaveOrderOutcome.Failed, null, 0);
        try
        {
            ended = order.Kind switch
            {
                WaveOrderKind.Close => await CloseAsync(order, cancellationToken),
                WaveOrderKind.Publish => await PublishAsync(order, cancellationToken),
                _ => new(WaveOrderOutcome.Checked, await check.RunAsync(order.Period, cancellationToken), 0),
            };
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // Whoever waits at the page is told; the log says why.
            log.LogError(fault, "Order {Number} about {Period} failed", number, order.Period);
        }

        await orders.EndAsync(number, ended, clock.GetUtcNow(), cancellationToken);
        log.LogInformation("Order {Number} about {Period}: {Outcome}", number, order.Period, ended.Outcome);
    }

    private async Task<long?> AskAsync(WaveFile file, WaveOrderKind kind, string askedBy, long seen, WaveOrder? list, CancellationToken cancellationToken)
    {
        var plan = await plans.GetAsync(cancellationToken);
        return await orders.AskAsync(plan.Plan.Code, plan.Ids.Periods[file.Period.Code], kind, file.Edition, askedBy, clock.GetUtcNow(), seen, list?.Number ?? 0, cancellationToken);
    }

    // As close-wave does it: what was dropped is decided first. In the person's name, over the list that was seen or not at all.
    private async Task<EndedWaveOrder> CloseAsync(WaveOrder order, CancellationToken cancellationToken)
    {
        var undecided = await dropped.DecideAsync((await plans.GetAsync(cancellationToken)).Plan.Code, cancellationToken);
        var file = await FileAsync(order, cancellationToken);
        if (file.Binding is { } binding)
        {
            // Killed after the closing and before its end: it is ours.
            return new(binding.Edition == order.Edition + 1 && binding.ClosedBy == order.AskedBy ? WaveOrderOutcome.Closed : WaveOrderOutcome.WasClosed, null, undecided);
        }

        var lines = await check.RunAsync(order.Period, cancellationToken);
        var seen = await orders.FindAsync(order.SeenNumber, cancellationToken);
        if (file.Edition != order.Edition || seen?.Lines is null || !lines.SequenceEqual(seen.Lines) || lines.Any(line => line.Bars))
        {
            return new(WaveOrderOutcome.Changed, lines, undecided);
        }

        try
        {
            var closed = await close.RunAsync(order.Period, order.AskedBy, cancellationToken);
            return new(closed.WasClosedBefore ? WaveOrderOutcome.WasClosed : WaveOrderOutcome.Closed, lines, undecided);
        }
        catch (OpenObjectionsException)
        {
            // Entered between the list and the closing.
            return new(WaveOrderOutcome.Changed, await check.RunAsync(order.Period, cancellationToken), undecided);
        }
    }

    // As the schedule does it after its closing. The mails wait for the sender, which the sweep starts.
    private async Task<EndedWaveOrder> PublishAsync(WaveOrder order, CancellationToken cancellationToken)
    {
        var file = await FileAsync(order, cancellationToken);
        if (file.Binding?.Edition != order.Edition)
        {
            return new(WaveOrderOutcome.Changed, null, 0);
        }

        await publish.RunAsync(WaveClosingAction.ReportOf(file.Plan, order.Period), order.Period, cancellationToken);
        return new(WaveOrderOutcome.Published, null, 0);
    }

    private async Task<WaveFile> FileAsync(WaveOrder order, CancellationToken cancellationToken) =>
        await waves.FindAsync(order.Period.Value, cancellationToken) ?? throw new InvalidOperationException($"The plan has no {order.Period} any more.");
}
