using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using System.Text;

namespace Emulation.Reports.Scoring;

/// <summary>The sentences that stand in results. Always Vietnamese, whatever the culture of the process: a frozen result must not depend on who computed it.</summary>
public static class RunTexts
{
    private static readonly ResourceManager Resources = new("Emulation.Reports.Scoring.RunTexts", typeof(RunTexts).Assembly);

    private static readonly ConcurrentDictionary<string, CompositeFormat> Formats = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">No such sentence.</exception>
    public static string Get(string name, params ReadOnlySpan<object?> values)
    {
        var format = Formats.GetOrAdd(name, key => CompositeFormat.Parse(Read(key)));
        return values.Length == 0 ? format.Format : string.Format(CultureInfo.InvariantCulture, format, values);
    }

    /// <summary>A sentence to keep, where every line of every card needs it.</summary>
    /// <exception cref="ArgumentException">No such sentence.</exception>
    public static Sentence Sentence(string name) => new(Read(name));

    private static string Read(string name) =>
        Resources.GetString(name, CultureInfo.InvariantCulture) ?? throw new ArgumentException($"No text '{name}'.", nameof(name));
}
