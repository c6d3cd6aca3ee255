using Emulation.Ingest.Intake;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Emulation.Ingest.Tests.Intake;

/// <summary>Wrong configuration is named by its key; missing configuration falls into the data folder.</summary>
public sealed class IntakeOptionsTests
{
    [Fact]
    public void Options_SeveralFaults_AreNamedByKeyAllAtOnce()
    {
        var faults = Assert.Throws<OptionsValidationException>(() => Read(("Intake:Looks", "0"), ("Intake:Inbox", "a/b"), ("Intake:Lease", "00:00:01"))).Failures;

        Assert.Equal(
            [
                "Intake:Inbox must be the name of one folder, without '/'.",
                "Intake:Lease must be at least 3 seconds.",
                "Intake:Looks must be at least 1.",
            ],
            faults.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Options_NothingSaid_LieInTheDataFolder()
    {
        var options = Read(("Data:Path", "/srv/emulation"));

        Assert.Equal(("/srv/emulation/share", "/srv/emulation/archive"), (options.Share, options.Archive));
    }

    private static IntakeOptions Read(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build();
        using var services = new ServiceCollection().AddIngest(configuration).BuildServiceProvider();
        return services.GetRequiredService<IntakeOptions>();
    }
}
