using Emulation.Plan.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Emulation.Plan.Tests;

/// <summary>What the host gets from the room, and what it says when the configuration is wrong.</summary>
public sealed class PlanServicesTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void AddPlan_WithoutACode_NamesTheKey(string? code)
    {
        using var services = Provider(code);

        var exception = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<PlanOptions>>().Value);

        Assert.Equal("Plan:Code is missing: set it to the code of the plan to work with, e.g. dak-lak-2020.", exception.Message);
    }

    [Fact]
    public void AddPlan_WithACode_GivesOneStoreAndOneCurrentPlan()
    {
        using var services = Provider("dak-lak-2020");

        Assert.Equal("dak-lak-2020", services.GetRequiredService<IOptions<PlanOptions>>().Value.Code);
        Assert.Same(services.GetRequiredService<PlanStore>(), services.GetRequiredService<PlanStore>());
        Assert.Same(services.GetRequiredService<CurrentPlan>(), services.GetRequiredService<CurrentPlan>());
    }

    private static ServiceProvider Provider(string? code)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Plan:Code", code)]).Build();
        return new ServiceCollection()
            .AddPlan(configuration)
            .AddSingleton(NpgsqlDataSource.Create("Host=nowhere.example"))
            .AddSingleton(TimeProvider.System)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
