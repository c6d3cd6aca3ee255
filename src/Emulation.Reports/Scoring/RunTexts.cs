using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using System.Text;

namespace Emulation.Reports.Scoring;

/// <summary>The sentences that stand in results. Always Vietnamese, whatever the culture of the process: a frozen result must not depend on who computed it.</summary>
public static class RunTexts
{
    private static readonly ResourceManager Resources = new("Emulation.Reports.Scoring.RunTexts", typeof(RunTexts).Assembly);

    // A large run asks for a sentence a hundred thousand times.
    private static readonly ConcurrentDictionary<string, CompositeFormat> Sentences = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">No such sentence.</exception>
    public static string Get(string name, params ReadOnlySpan<object?> values)
    {
        var sentence = Sentences.GetOrAdd(name, Read);
        return values.Length == 0 ? sentence.Format : string.Format(CultureInfo.InvariantCulture, sentence, values);
    }

    private static CompositeFormat Read(string name) => CompositeFormat.Parse(
        Resources.GetString(name, CultureInfo.InvariantCulture) ?? throw new ArgumentException($"No text '{name}'.", nameof(name)));
}
