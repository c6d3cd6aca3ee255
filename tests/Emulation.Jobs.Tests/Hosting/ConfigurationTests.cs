using Emulation.Jobs.Hosting;
using Emulation.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Emulation.Jobs.Tests.Hosting;

public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("Plan:Code", " ", "Plan:Code is missing: set it to the code of the plan to work with, e.g. dak-lak-2020.")]
    [InlineData("Data:Path", "", "Data:Path is empty; name the data folder, e.g. ./data.")]
    [InlineData("Web:Address", "everywhere", "Web:Address must be an address such as http://127.0.0.1:5080, not 'everywhere'.")]
    [InlineData("Web:Address", "http://0.0.0.0:80", "Web:Address http://0.0.0.0:80 can be reached by other machines; set Web:AllowRemote=true if that is meant.")]
    [InlineData("Web:Password", "short", "Web:Password must have at least 12 characters.")]
    [InlineData("Web:LoginsPerMinute", "0", "Web:LoginsPerMinute must be between 1 and 1000.")]
    [InlineData("Schedule:IngestWorkers", "99", "Schedule:IngestWorkers must be between 1 and 16.")]
    [InlineData("Schedule:FilesPerIngestJob", "0", "Schedule:FilesPerIngestJob must be between 1 and 10000.")]
    [InlineData("Schedule:Lease", "08:00:00", "Schedule:Lease must be between 00:00:01 and 00:30:00.")]
    [InlineData("Intake:Inbox", "a/b", "Intake:Inbox must be the name of one folder, without '/'.")]
    [InlineData("Delivery:Transport", "pigeon", "Delivery:Transport is 'pigeon'; it must be 'eml' or 'smtp'.")]
    [InlineData("Document:Pdf", "always", "Document:Pdf is 'always'; it must be 'auto' or 'off'.")]
    [InlineData("Document:PdfTimeout", "00:00:00", "Document:PdfTimeout must be more than zero, e.g. 00:02:00.")]
    public async Task WrongSetting_StopsTheStart_AndNamesItsKey(string key, string value, string expected)
    {
        var faults = await FaultsAsync((key, value));

        Assert.Contains(expected, faults);
    }

    [Fact]
    public async Task SeveralWrongSettings_AreNamedAllAtOnce()
    {
        var faults = await FaultsAsync(("Web:Password", "short"), ("Schedule:IngestWorkers", "0"), ("Plan:Code", ""));

        Assert.Equal(3, faults.Count);
    }

    [Theory]
    [InlineData("Schedule:Lease", "two minutes")]
    [InlineData("Schedule:Enabled", "perhaps")]
    [InlineData("Web:LoginsPerMinute", "six")]
    public async Task SettingOfTheWrongType_NamesItsKey(string key, string value)
    {
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => CreateAsync((key, value)));

        Assert.Contains(key, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Environment_IsReadUnderItsPrefix_AndConnectionStringsUnderTheirs()
    {
        await using var database = await TestDatabase.CreateAsync(TestContext.Current.CancellationToken);
        var folder = Directory.CreateTempSubdirectory("emulation-settings-");
        var variables = new Dictionary<string, string>
        {
            ["Emulation__Plan__Code"] = "from-environment",
            ["Emulation__Data__Path"] = folder.FullName,
            ["ConnectionStrings__Emulation"] = database.ConnectionString,
            ["ConnectionStrings__EmulationMigrator"] = database.OwnerConnectionString,
        };
        try
        {
            variables.ToList().ForEach(variable => Environment.SetEnvironmentVariable(variable.Key, variable.Value));
            await using var host = await HostBuilding.CreateAsync(new HostSettings { LogsToConsole = false }, null, TestContext.Current.CancellationToken);

            Assert.False(host.Database.IsEmbedded);
            Assert.Equal("from-environment", host.Services.GetRequiredService<IOptions<Emulation.Plan.PlanOptions>>().Value.Code);
        }
        finally
        {
            variables.Keys.ToList().ForEach(name => Environment.SetEnvironmentVariable(name, null));
            folder.Delete(recursive: true);
        }
    }

    private static async Task<IReadOnlyList<string>> FaultsAsync(params (string Key, string? Value)[] settings)
    {
        var fault = await Assert.ThrowsAnyAsync<Exception>(() => CreateAsync(settings));
        return fault switch
        {
            OptionsValidationException options => [.. options.Failures],
            AggregateException many => [.. many.InnerExceptions.Cast<OptionsValidationException>().SelectMany(inner => inner.Failures)],
            _ => throw new InvalidOperationException("another fault came first", fault),
        };
    }

    // Options are checked before the database is opened, so none is needed.
    private static async Task CreateAsync(params (string Key, string? Value)[] settings)
    {
        var values = new Dictionary<string, string?> { ["Plan:Code"] = "dak-lak-2020", ["ConnectionStrings:Emulation"] = "Host=192.0.2.1;Username=nobody;Timeout=1" };
        settings.ToList().ForEach(setting => values[setting.Key] = setting.Value);
        var host = await HostBuilding.CreateAsync(
            new HostSettings { IsServer = true, IsClosed = true, LogsToConsole = false, Values = values }, null, TestContext.Current.CancellationToken);
        await host.DisposeAsync();
    }
}
