using Emulation.Plan.Files;
using Emulation.Plan.Storage;
using Emulation.TestSupport;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Emulation.Plan.Tests.Storage;

/// <summary>Versions of the plan on a real PostgreSQL.</summary>
public sealed class PlanStoreTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2020, 1, 2, 1, 0, 0, TimeSpan.Zero));
    private TestDatabase database = null!;
    private PlanStore store = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(Cancellation);
        store = new PlanStore(database.DataSource, clock);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Apply_SameContentTwice_StoresOneVersion()
    {
        var content = PlanFolder.Content(Plans.DakLakFolder);

        var first = await store.ApplyAsync(content, "test", Cancellation);
        var second = await store.ApplyAsync(content, "test", Cancellation);

        Assert.False(first.WasAppliedBefore);
        Assert.True(second.WasAppliedBefore);
        Assert.Equal(first.Stored.VersionId, second.Stored.VersionId);
        Assert.Equal(1, second.Stored.VersionNumber);
        Assert.Equal(1L, await CountAsync("emulation.plan_versions"));
    }

    [Fact]
    public async Task Apply_AtOnceFromSeveralHosts_StoresOneVersion()
    {
        var content = PlanFolder.Content(Plans.DakLakFolder);

        var applied = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => store.ApplyAsync(content, "test", Cancellation)));

        Assert.Single(applied, plan => !plan.WasAppliedBefore);
        Assert.Single(applied.Select(plan => plan.Stored.VersionId).Distinct());
        Assert.Equal(25L, await CountAsync("emulation.units"));
        Assert.Equal(47L, await CountAsync("emulation.indicators"));
        Assert.Equal(15L, await CountAsync("emulation.periods"));
    }

    [Fact]
    public async Task Apply_ChangedContent_IsVersionTwoWithTheSameIds()
    {
        var first = await store.ApplyAsync(PlanFolder.Content(Plans.DakLakFolder), "test", Cancellation);

        var second = await store.ApplyAsync(Changed("title: Kế hoạch", "title: Bản thay thế của Kế hoạch"), "test", Cancellation);

        Assert.Equal(2, second.Stored.VersionNumber);
        Assert.Equal(first.Stored.Ids.Units, second.Stored.Ids.Units);
        Assert.Equal(first.Stored.Ids.Indicators, second.Stored.Ids.Indicators);
        Assert.Equal(first.Stored.Ids.Periods, second.Stored.Ids.Periods);
        Assert.StartsWith("Kế hoạch", (await store.LoadAsync(first.Stored.VersionId, Cancellation)).Plan.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Apply_KilledBeforeCommit_LeavesNothing()
    {
        var content = PlanFolder.Content(Plans.DakLakFolder);
        FailPoint.Armed = name => throw new IOException(name);

        await Assert.ThrowsAsync<IOException>(() => store.ApplyAsync(content, "test", Cancellation));

        FailPoint.Armed = null;
        Assert.Equal(0L, await CountAsync("emulation.plan_versions"));
        Assert.Equal(0L, await CountAsync("emulation.units"));
        Assert.Equal(1, (await store.ApplyAsync(content, "test", Cancellation)).Stored.VersionNumber);
    }

    [Fact]
    public async Task Apply_PlanWithFaults_IsRefused()
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(
            () => store.ApplyAsync(Changed("time-zone: Asia/Ho_Chi_Minh", "time-zone: Asia/Buon_Ho"), "test", Cancellation));

        Assert.Contains("Không có múi giờ \"Asia/Buon_Ho\".", exception.Message, StringComparison.Ordinal);
        Assert.Equal(0L, await CountAsync("emulation.plan_versions"));
    }

    [Fact]
    public async Task Load_StoredVersion_GivesThePlanThatWasApplied()
    {
        var applied = await store.ApplyAsync(PlanFolder.Content(Plans.DakLakFolder), "test", Cancellation);

        var loaded = await store.LoadAsync(applied.Stored.VersionId, Cancellation);

        Assert.Equal(PlanFolder.Content(Plans.DakLakFolder).Hash, loaded.ContentHash);
        Assert.Equivalent(Plans.DakLak, loaded.Plan, strict: true);
    }

    [Theory]
    [InlineData("2019-12-31", null)]
    [InlineData("2020-01-01", 1)]
    [InlineData("2020-06-30", 1)]
    [InlineData("2020-07-01", 2)]
    public async Task InForce_OnADay_IsTheNewestVersionThatHoldsThen(string day, int? expected)
    {
        await store.ApplyAsync(PlanFolder.Content(Plans.DakLakFolder), "test", Cancellation);
        await store.ApplyAsync(Changed("holds-from: 2020-01-01", "holds-from: 2020-07-01"), "test", Cancellation);

        var found = await store.InForceAsync("dak-lak-2020", DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Cancellation);

        Assert.Equal(expected, found?.VersionNumber);
    }

    [Fact]
    public async Task CurrentPlan_AtMidnightOfTheOffice_TurnsToTheNewVersion()
    {
        await store.ApplyAsync(PlanFolder.Content(Plans.DakLakFolder), "test", Cancellation);
        await store.ApplyAsync(Changed("holds-from: 2020-01-01", "holds-from: 2020-07-01"), "test", Cancellation);
        var current = new CurrentPlan(store, Options.Create(new PlanOptions { Code = "dak-lak-2020" }));

        clock.SetUtcNow(new DateTimeOffset(2020, 6, 30, 16, 59, 59, TimeSpan.Zero));
        var before = await current.GetAsync(Cancellation);
        clock.Advance(TimeSpan.FromSeconds(1));
        var after = await current.GetAsync(Cancellation);

        Assert.Equal(1, before.VersionNumber);
        Assert.Equal(2, after.VersionNumber);
        Assert.Same(after, await current.GetAsync(Cancellation));
    }

    [Fact]
    public async Task CurrentPlan_NothingApplied_SaysWhatToDo()
    {
        var current = new CurrentPlan(store, Options.Create(new PlanOptions { Code = "dak-lak-2020" }));

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => current.GetAsync(Cancellation));

        Assert.Equal(
            "No version of plan 'dak-lak-2020' (Plan:Code) is in force today: apply one with 'emulation plan apply'.", exception.Message);
    }

    private static PlanContent Changed(string found, string replacement)
    {
        var files = PlanFolder.Content(Plans.DakLakFolder).Files.ToDictionary(file => file.Key, file => file.Value);
        Assert.Contains(found, files[PlanFiles.Plan], StringComparison.Ordinal);
        files[PlanFiles.Plan] = files[PlanFiles.Plan].Replace(found, replacement, StringComparison.Ordinal);
        return PlanContent.Of(files);
    }

    private async Task<long> CountAsync(string table)
    {
        await using var command = database.DataSource.CreateCommand($"select count(*) from {table}");
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
