using System.Globalization;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace Emulation.Jobs.Hosting;

/// <summary>Logs: short lines on the console, structured lines in a file a day under the data folder.</summary>
internal static class Logging
{
    private const string ConsoleLine = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";

    public static void AddEmulationLogging(this WebApplicationBuilder builder, HostSettings settings)
    {
        var data = builder.Configuration.GetSection(DataOptions.Section).Get<DataOptions>() ?? new DataOptions();
        var logger = new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            // Keys lie in a folder of their owner only; there is no key ring of the machine to encrypt them with.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            .MinimumLevel.Override("Hangfire", LogEventLevel.Warning)
            .Enrich.FromLogContext();
        if (settings.LogsToConsole)
        {
            // A command's output is its answer; only what went wrong is said beside it.
            logger.WriteTo.Console(
                settings.IsServer ? LogEventLevel.Information : LogEventLevel.Warning,
                ConsoleLine,
                CultureInfo.InvariantCulture,
                standardErrorFromLevel: LogEventLevel.Verbose);
        }

        if (settings.IsServer && !string.IsNullOrWhiteSpace(data.Path))
        {
            logger.WriteTo.File(
                new CompactJsonFormatter(), data.Inside("logs", "emulation-.clef"), rollingInterval: RollingInterval.Day, retainedFileCountLimit: 31, shared: true);
        }

        var created = logger.CreateLogger();
        Log.Logger = created;
        builder.Logging.AddSerilog(created, dispose: true);
    }
}
