using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Emulation.Ingest.Intake;

/// <summary>Share and archive lie in the host's data folder unless told otherwise.</summary>
public sealed class IntakeDefaults(IConfiguration configuration) : IPostConfigureOptions<IntakeOptions>
{
    public void PostConfigure(string? name, IntakeOptions options)
    {
        var data = configuration["Data:Path"] is { Length: > 0 } path ? path : "./data";
        options.Share = configuration[IntakeOptions.ShareKey] is { Length: > 0 } share ? Path.GetFullPath(share) : Path.GetFullPath(Path.Combine(data, "share"));
        options.Archive = Path.GetFullPath(options.Archive.Length > 0 ? options.Archive : Path.Combine(data, "archive"));
    }
}
