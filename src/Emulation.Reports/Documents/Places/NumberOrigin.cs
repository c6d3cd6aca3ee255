using System.Globalization;

namespace Emulation.Reports.Documents.Places;

/// <summary>How a printed number follows from values with addresses of their own.</summary>
public enum OriginStep
{
    /// <summary>It is the value, or stands in its words.</summary>
    Same,

    /// <summary>The values added up.</summary>
    Sum,

    /// <summary>How many values there are.</summary>
    Count,

    /// <summary>0: there is nothing that could be counted but what the value is about.</summary>
    None,
}

/// <summary>What a number of a sentence or a table is: a value of the report, or a sum or count of such values.</summary>
/// <remarks>docs/adr/0029-numbers-in-sentences.md. Written as one address, <c>count|…|…</c> or <c>sum|…|…</c>.</remarks>
/// <param name="Named">Taken off in the end: so many are named in the sentence itself ("and 4 others").</param>
public sealed record NumberOrigin(OriginStep Step, IReadOnlyList<ValueAddress> Of, int Named = 0)
{
    public override string ToString() => Step == OriginStep.Same && Named == 0
        ? Of[0].ToString()
        : string.Join('|', [$"{Step.ToString().ToLowerInvariant()}{(Named == 0 ? "" : "-" + Named.ToString(CultureInfo.InvariantCulture))}", .. Of.Select(address => address.ToString())]);

    /// <exception cref="FormatException">It is none.</exception>
    public static NumberOrigin Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('|');
        if (parts.Length == 1)
        {
            return new NumberOrigin(OriginStep.Same, [Address(text)]);
        }

        var head = parts[0].Split('-');
        return new NumberOrigin(
            Enum.Parse<OriginStep>(head[0], ignoreCase: true), [.. parts.Skip(1).Select(Address)],
            head.Length > 1 ? int.Parse(head[1], CultureInfo.InvariantCulture) : 0);
    }

    private static ValueAddress Address(string text) => ValueAddress.Parse(text) ?? throw new FormatException($"'{text}' is no address.");
}
