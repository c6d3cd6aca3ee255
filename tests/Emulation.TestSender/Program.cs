// A process that sends what waits, so that a test can kill it: connection string, then settings as key=value. The fail point comes from EMULATION_FAILPOINT.
using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

var settings = args.Skip(1).Select(setting => setting.Split('=', 2)).ToDictionary(parts => parts[0], parts => (string?)parts[1]);
var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
await using var database = NpgsqlDataSource.Create(args[0]);
await using var services = new ServiceCollection()
    .AddLogging()
    .AddSingleton(database)
    .AddSingleton(TimeProvider.System)
    .AddPlan(configuration)
    .AddReports(configuration)
    .BuildServiceProvider();
await services.GetRequiredService<SendDeliveries>().DrainAsync(CancellationToken.None);
