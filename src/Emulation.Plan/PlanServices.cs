using Emulation.Plan.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Emulation.Plan;

/// <summary>Registers the plan room. The host provides the data source and the clock.</summary>
public static class PlanServices
{
    public static IServiceCollection AddPlan(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PlanOptions>()
            .Bind(configuration.GetSection("Plan"))
            .Validate(
                options => !string.IsNullOrWhiteSpace(options.Code),
                "Plan:Code is missing: set it to the code of the plan to work with, e.g. dak-lak-2020.")
            .ValidateOnStart();
        services.AddSingleton<PlanStore>();
        services.AddSingleton<CurrentPlan>();
        return services;
    }
}
