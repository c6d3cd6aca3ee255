using System.Globalization;
using System.Resources;

namespace Emulation.Reports.Scoring;

/// <summary>The sentences that stand in results. Always Vietnamese, whatever the culture of the process: a frozen result must not depend on who computed it.</summary>
public static class RunTexts
{
    private static readonly ResourceManager Resources = new("Emulation.Reports.Scoring.RunTexts", typeof(RunTexts).Assembly);

    /// <exception cref="ArgumentException">No such sentence.</exception>
    public static string Get(string name, params object?[] values)
    {
        var text = Resources.GetString(name, CultureInfo.InvariantCulture)
            ?? throw new ArgumentException($"No text '{name}'.", nameof(name));
        return values.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, values);
    }
}
