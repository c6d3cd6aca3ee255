namespace Emulation.Jobs.Hosting;

/// <summary>How a host is put together.</summary>
public sealed record HostSettings
{
    /// <summary>True for the server (web pages, Hangfire servers, schedule); false for a command that uses the same use cases and ends.</summary>
    public bool IsServer { get; init; }

    /// <summary>Settings that win over files and environment, by key (<c>Share:Path</c>).</summary>
    public IReadOnlyDictionary<string, string?> Values { get; init; } = new Dictionary<string, string?>();

    /// <summary>True if files and the environment are left out: tests and the demo say everything in <see cref="Values"/>.</summary>
    public bool IsClosed { get; init; }

    /// <summary>False keeps logs off the console (the demo draws there itself).</summary>
    public bool LogsToConsole { get; init; } = true;
}
