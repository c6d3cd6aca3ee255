using Emulation.Reports.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Emulation.Reports;

/// <summary>Registers the room: results, documents and deliveries. The host provides NpgsqlDataSource and TimeProvider.</summary>
public static class ReportsServices
{
    public static IServiceCollection AddReports(this IServiceCollection services, IConfiguration configuration) =>
        services.AddResults().AddDocuments(configuration);

    private static IServiceCollection AddResults(this IServiceCollection services) => services
        .AddSingleton<RunStore>()
        .AddSingleton<RunTrace>()
        .AddSingleton<AdjustmentStore>()
        .AddSingleton<ComputeRun>()
        .AddSingleton<CloseWave>()
        .AddSingleton<RecomputeWave>()
        .AddSingleton<EnterAdjustment>()
        .AddSingleton<ScoreExplain>();

    private static IServiceCollection AddDocuments(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services;
    }
}
