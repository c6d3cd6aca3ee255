using System.Globalization;
using System.Text.RegularExpressions;

namespace Emulation.Reports.Tests.Documents.Faces;

/// <summary>A number as a face shows it.</summary>
/// <param name="Places">Decimals shown; null where the face is for machines and shows none.</param>
internal readonly record struct Shown(decimal Value, int? Places);

/// <summary>The numbers read from one face, by address (docs/formats/report.md). Reading the same address twice must give the same number.</summary>
internal sealed partial class FaceValues(string face)
{
    private readonly Dictionary<string, Shown> values = [];

    public string Face => face;

    public IReadOnlyDictionary<string, Shown> Values => values;

    /// <summary>A number of a machine's face.</summary>
    public void Machine(string address, decimal value) => Add(address, new Shown(value, null));

    /// <summary>A number as printed for Vietnamese readers; a dash is no number.</summary>
    public void Printed(string address, string text)
    {
        var plain = text.Trim().TrimEnd('%');
        if (plain is "–" or "")
        {
            return;
        }

        Assert.True(Number().IsMatch(plain), $"{face}: {address} is shown as '{text}'.");
        var comma = plain.IndexOf(',', StringComparison.Ordinal);
        var value = decimal.Parse(plain.Replace(".", "", StringComparison.Ordinal).Replace(',', '.'), CultureInfo.InvariantCulture);
        Add(address, new Shown(value, comma < 0 ? 0 : plain.Length - comma - 1));
    }

    public void Add(string address, Shown shown)
    {
        if (values.TryGetValue(address, out var before))
        {
            Assert.True(before.Value == shown.Value, $"{face}: {address} is {before.Value} and {shown.Value}.");
            return;
        }

        values.Add(address, shown);
    }

    // Groups of three, and a comma before decimals: 1.234,50
    [GeneratedRegex(@"^-?\d{1,3}(\.\d{3})*(,\d+)?$")]
    private static partial Regex Number();
}
