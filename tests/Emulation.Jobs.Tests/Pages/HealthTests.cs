using System.Net;
using System.Net.Http.Json;
using Emulation.Jobs.Jobs;
using Emulation.Jobs.Slots.Storage;
using Emulation.Jobs.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Emulation.Jobs.Tests.Pages;

public sealed class HealthTests
{
    private sealed record Answer(string Status, Dictionary<string, string> Checks);

    [Fact]
    public async Task Health_EverythingWell_SaysSoToAnybody()
    {
        await using var bench = await HostBench.StartAsync();

        var (status, answer) = await AskAsync(bench);

        Assert.Equal((HttpStatusCode.OK, "ok"), (status, answer.Status));
        Assert.Equal(["database", "inbox", "schema", "share", "slots", "sweep"], answer.Checks.Keys.Order());
    }

    [Fact]
    public async Task Health_SilentSweep_IsAFault_UntilItBeatsAgain()
    {
        await using var bench = await HostBench.StartAsync(settings: ("Schedule:Enabled", "true"));
        var work = bench.Host.Services.GetRequiredService<WorkStore>();
        await work.BeatAsync(SweepJob.Heartbeat, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(bench)).Status);

        await bench.Host.App.StopAsync(TestContext.Current.CancellationToken);
        await using var silence = bench.Database.DataSource.CreateCommand("update emulation.heartbeats set beat_at = beat_at - interval '6 minutes'");
        await silence.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        var checks = await bench.Host.Services.GetRequiredService<Emulation.Jobs.Hosting.HealthChecks>().RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal("No sweep ran: see /jobs and the log; restart the host.", Assert.Single(checks, check => check.Name == "sweep").Cure);
    }

    [Fact]
    public async Task Health_MarkerOfTheShareGone_IsAFault()
    {
        await using var bench = await HostBench.StartAsync();
        File.Delete(Path.Combine(bench.Host.Services.GetRequiredService<Emulation.Ingest.Intake.IntakeOptions>().Share, ".share-id"));

        var (status, answer) = await AskAsync(bench);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "fault"), (status, answer.Checks["share"]));
    }

    [Fact]
    public async Task Health_ScriptNotRun_IsAFault()
    {
        await using var bench = await HostBench.StartAsync();
        await using var command = bench.Database.OwnerDataSource.CreateCommand("delete from emulation.schema_versions where scriptname like '%0005%'");
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        var (status, answer) = await AskAsync(bench);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "fault"), (status, answer.Checks["schema"]));
    }

    private static async Task<(HttpStatusCode Status, Answer Answer)> AskAsync(HostBench bench)
    {
        using var browser = bench.Browser();
        var answer = await browser.GetAsync("/health", TestContext.Current.CancellationToken);
        return (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<Answer>(TestContext.Current.CancellationToken))!);
    }
}
