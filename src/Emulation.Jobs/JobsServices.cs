using Emulation.Jobs.Hosting;

namespace Emulation.Jobs;

/// <summary>Registers what the host itself adds to the rooms.</summary>
public static class JobsServices
{
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DataOptions>().Bind(configuration.GetSection(DataOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        return services;
    }
}
