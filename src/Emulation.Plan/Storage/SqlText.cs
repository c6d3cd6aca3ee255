using System.Collections.Concurrent;
using System.Reflection;

namespace Emulation.Plan.Storage;

/// <summary>The SQL statements of one room, by file name without ending: the files under sql/queries/, embedded in the room's assembly.</summary>
public sealed class SqlText(Assembly assembly)
{
    private readonly ConcurrentDictionary<string, string> texts = new();

    /// <summary>The statement of that name.</summary>
    /// <exception cref="ArgumentException">No such file is embedded.</exception>
    public string Get(string name) => texts.GetOrAdd(name, Read);

    /// <summary>The names of all statements, in ordinal order.</summary>
    public IReadOnlyList<string> Names =>
        [.. assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith("sql.", StringComparison.Ordinal))
            .Select(resource => resource["sql.".Length..])
            .Order(StringComparer.Ordinal)];

    private string Read(string name)
    {
        using var stream = assembly.GetManifestResourceStream("sql." + name)
            ?? throw new ArgumentException($"No SQL statement '{name}' in {assembly.GetName().Name}.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
