namespace Emulation.Jobs.Hosting;

/// <summary>Where settings come from, weakest first: appsettings.json beside the program, emulation.json in the working directory, the environment (<c>Emulation__Share__Path</c>, <c>ConnectionStrings__Emulation</c>), the caller.</summary>
internal static class Settings
{
    private const string Prefix = "Emulation__";

    public static void AddEmulationSettings(this ConfigurationManager configuration, HostSettings settings)
    {
        if (!settings.IsClosed)
        {
            configuration.AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true, reloadOnChange: false);
            configuration.AddJsonFile(Path.GetFullPath("emulation.json"), optional: true, reloadOnChange: false);
            configuration.AddEnvironmentVariables("ConnectionStrings__", "ConnectionStrings:");
            configuration.AddEnvironmentVariables(Prefix);
        }

        configuration.AddInMemoryCollection(settings.Values);
    }

    // The provider of the framework strips the prefix; connection strings keep theirs as the section.
    private static void AddEnvironmentVariables(this ConfigurationManager configuration, string prefix, string section) =>
        configuration.AddInMemoryCollection(Environment.GetEnvironmentVariables()
            .Cast<System.Collections.DictionaryEntry>()
            .Select(entry => (Name: (string)entry.Key, Value: (string?)entry.Value))
            .Where(variable => variable.Name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(variable => KeyValuePair.Create(section + variable.Name[prefix.Length..], variable.Value)));
}
