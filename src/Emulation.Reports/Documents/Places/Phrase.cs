using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;

namespace Emulation.Reports.Documents.Places;

/// <summary>A number inside a phrase.</summary>
/// <param name="Start">0-based, in characters.</param>
/// <param name="Origin">As <see cref="NumberOrigin.ToString"/> writes it.</param>
public sealed record PhraseNumber(int Start, int Length, string Origin);

/// <summary>Words to be printed that know what each of their numbers is, from where they are composed: no face has to search for them.</summary>
/// <remarks>Plain text becomes a phrase without numbers: names, days of the calendar and legal documents lead nowhere. docs/adr/0029-numbers-in-sentences.md.</remarks>
/// <param name="Numbers">In order of place, none over another.</param>
public sealed partial record Phrase(string Text, IReadOnlyList<PhraseNumber> Numbers)
{
    public static Phrase Empty { get; } = new("", []);

    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator Phrase?(string? text) => text is null ? null : new(text, []);

    /// <summary>A value of the report, written.</summary>
    public static Phrase Of(string text, ValueAddress address) => Of(text, new NumberOrigin(OriginStep.Same, [address]));

    public static Phrase Of(string text, NumberOrigin origin)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(origin);
        return text.Any(char.IsDigit) ? new Phrase(text, [new PhraseNumber(0, text.Length, origin.ToString())]) : text;
    }

    /// <summary>How many values there are; 0 leads to what it is about.</summary>
    /// <param name="none">What a 0 is about.</param>
    public static Phrase Count(IEnumerable<ValueAddress> values, ValueAddress none)
    {
        var all = values.ToList();
        return all.Count == 0
            ? Of(VietnameseFormat.Number(0), new NumberOrigin(OriginStep.None, [none]))
            : Of(VietnameseFormat.Number(all.Count), new NumberOrigin(OriginStep.Count, all));
    }

    public static Phrase Sum(IEnumerable<(int Value, ValueAddress Address)> values)
    {
        var all = values.ToList();
        return Of(VietnameseFormat.Number(all.Sum(value => value.Value)), new NumberOrigin(OriginStep.Sum, [.. all.Select(value => value.Address)]));
    }

    /// <summary>Somebody's words as they stand: every number in them leads to what they were said about.</summary>
    public static Phrase Quote(string text, ValueAddress about) =>
        new(text, [.. Number().Matches(text).Select(number => new PhraseNumber(number.Index, number.Length, about.ToString()))]);

    public static Phrase operator +(Phrase left, Phrase right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new Phrase(left.Text + right.Text, [.. left.Numbers, .. right.Numbers.Select(number => number with { Start = number.Start + left.Text.Length })]);
    }

    public static Phrase Join(string separator, IEnumerable<Phrase> phrases)
    {
        ArgumentNullException.ThrowIfNull(phrases);
        var (text, numbers) = (new StringBuilder(), new List<PhraseNumber>());
        foreach (var (index, phrase) in phrases.Index())
        {
            text.Append(index == 0 ? "" : separator);
            numbers.AddRange(phrase.Numbers.Select(number => number with { Start = number.Start + text.Length }));
            text.Append(phrase.Text);
        }

        return new Phrase(text.ToString(), numbers);
    }

    /// <summary>A text with <c>{0}</c>, <c>{1}</c> … filled in.</summary>
    public static Phrase Fill(string text, IReadOnlyList<Phrase> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var (parts, at) = (new List<Phrase>(), 0);
        foreach (Match slot in Slot().Matches(text))
        {
            parts.Add(text[at..slot.Index]);
            parts.Add(values[slot.Groups[1].Value[0] - '0']);
            at = slot.Index + slot.Length;
        }

        return Join("", [.. parts, text[at..]]);
    }

    /// <summary>Names in one sentence: <c>a, b, c và 4 đơn vị khác</c>.</summary>
    /// <param name="all">What the number of the others is taken from.</param>
    public static Phrase List(IReadOnlyCollection<string> names, int atMost, NumberOrigin all)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(all);
        return names.Count <= atMost
            ? string.Join(", ", names)
            : Texts.Say("List.AndOthers", string.Join(", ", names.Take(atMost)), Of(VietnameseFormat.Number(names.Count - atMost), all with { Named = atMost }));
    }

    /// <summary>Without that mark at the end.</summary>
    public Phrase Trimmed(char mark) => this with { Text = Text.TrimEnd(mark) };

    public override string ToString() => Text;

    [GeneratedRegex(@"\{(\d)\}")]
    private static partial Regex Slot();

    // A number as written in running text, with its groups, decimals, slashes and colons: 1.234,5 – 30/06/2020 – 08:00.
    [GeneratedRegex(@"\d+(?:[.,/:]\d+)*")]
    private static partial Regex Number();
}
