using Emulation.Ingest.Intake;
using Emulation.Jobs.Demo.Scenario;
using Emulation.Jobs.Demo.Storage;
using Emulation.Jobs.Hosting;
using Emulation.Plan.Files;
using Emulation.Plan.Storage;
using Hangfire;
using Hangfire.Common;

namespace Emulation.Jobs.Demo;

/// <summary>A demo ready to be played: its files staged, its host running on the demo's clock.</summary>
internal sealed class DemoRun : IAsyncDisposable
{
    private readonly DemoPlanSource plan;
    private readonly DemoFolder folder;
    private readonly DemoPosition position;
    private readonly YearScenario scenario;
    private readonly IReadOnlyList<DemoStep> steps;
    private readonly DemoClock clock;
    private readonly JobActivity activity = new();
    private readonly long began = TimeProvider.System.GetTimestamp();
    private EmulationHost? host;

    private DemoRun(DemoPlanSource plan, DemoFolder folder, DemoPosition position, YearScenario scenario)
    {
        (this.plan, this.folder, this.position, this.scenario) = (plan, folder, position, scenario);
        steps = DemoStep.Of(plan.Plan, scenario, position.Until);
        clock = new DemoClock(steps[Math.Min(position.NextStep, steps.Count - 1)].At);
    }

    private IServiceProvider Services => host!.Services;

    /// <summary>Goes on with the folder's unfinished demo of that seed and span, or begins a new one in its place; then starts the host.</summary>
    public static async Task<DemoRun> PrepareAsync(
        DemoPlanSource plan, DemoFolder folder, int seed, DateOnly until, DemoScreen screen, CancellationToken cancellationToken)
    {
        var scenario = YearScenario.Of(plan.Plan, seed);
        var found = folder.ReadPosition();
        var beginning = new DemoPosition(seed, plan.Hash, until, 0, false, 0);
        var goesOn = found is not null && found with { NextStep = 0, Seconds = 0 } == beginning;
        screen.Say(Texts.Get(goesOn ? "demo.goes-on" : found is null ? "demo.begins" : "demo.replaces", folder.Path));

        await using var cleared = goesOn ? null : await DemoClearing.ClearAsync(folder, cancellationToken);
        var run = new DemoRun(plan, folder, goesOn ? found! : beginning, scenario);
        try
        {
            var staged = goesOn ? Task.CompletedTask : Task.Run(() => run.Staging().Write(scenario.Drops), cancellationToken);
            await run.StartAsync(cancellationToken);
            await staged;
        }
        catch
        {
            await run.DisposeAsync();
            throw;
        }

        // Not before everything is staged: without a position the next start begins anew.
        folder.WritePosition(run.position);
        return run;
    }

    /// <summary>Plays what is left of the year.</summary>
    public async Task<DemoSummary> PlayAsync(DemoScreen screen, CancellationToken cancellationToken)
    {
        var store = Services.GetRequiredService<DemoStore>();
        var year = new DemoYear(scenario.Drops, steps, folder, Staging(), clock, activity, Services.GetRequiredService<IRecurringJobManager>(), store);
        var end = await screen.ShowProgressAsync(position.NextStep, steps.Count, played => year.PlayAsync(position, began, played, cancellationToken));
        folder.WritePosition(end with { IsFinished = true });

        var totals = await store.ReadTotalsAsync(plan.Plan.Code, cancellationToken);
        var closings = await store.ReadClosingsAsync(plan.Plan.Code, cancellationToken);
        var dropped = steps.SelectMany(step => step.Drops).Count(number => scenario.Drops[number].IsDropped);
        return DemoSummary.Of(dropped, totals, closings, end.Seconds);
    }

    /// <summary>Where a person finds what the year left.</summary>
    public IReadOnlyList<(string What, string Where)> Places() =>
    [
        (Texts.Get("demo.place.share"), folder.Share),
        (Texts.Get("demo.place.mails"), folder.Mail),
        (Texts.Get("demo.place.web"), new WebOptions().Address),
        (Texts.Get("demo.place.password"), Services.GetRequiredService<WebPassword>().Location ?? ""),
    ];

    public async ValueTask DisposeAsync()
    {
        if (host is not null)
        {
            await host.App.StopAsync();
            await host.DisposeAsync();
        }
    }

    private DemoStaging Staging() => new(folder, DemoHostSettings.InboxName);

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        host = await HostBuilding.CreateAsync(DemoHostSettings.Of(folder, plan.Plan.Code), Configure, cancellationToken);
        await Services.GetRequiredService<DemoStore>().ClearAwayAsync(cancellationToken);
        await Services.GetRequiredService<PlanStore>().ApplyAsync(PlanFolder.Content(plan.Path), "demo", cancellationToken);
        await using (var scope = Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<ShareFolders>().InitAsync(cancellationToken);
        }

        await host.App.StartAsync(cancellationToken);
    }

    private void Configure(IServiceCollection services)
    {
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<IJobFilterProvider>(new WatchedJobFilters(activity));
        services.AddSingleton<DemoStore>();
    }
}
