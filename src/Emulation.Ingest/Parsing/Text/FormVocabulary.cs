using Emulation.Ingest.Forms;
using Emulation.Plan;

namespace Emulation.Ingest.Parsing.Text;

/// <summary>The headings, titles and fixed words of our forms with their accents: under a wrong encoding they do not appear.</summary>
internal static class FormVocabulary
{
    private const int LongestPhrase = 120;

    private static readonly char[] FieldEnds = [';', ',', '\t', '|', '"', '\r', '\n', '/', '('];

    private static readonly Lazy<Dictionary<string, int>> Words = new(MakeWords);

    /// <summary>Words with accents of the different phrases of our forms that stand in the text as whole fields.</summary>
    public static int CountIn(string text)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in text.Split(FieldEnds, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (field.Length <= LongestPhrase && field.AsSpan().IndexOfAnyExceptInRange('\0', '\u007F') >= 0 && KeyOf(field) is { } key && Words.Value.ContainsKey(key))
            {
                found.Add(key);
            }
        }

        return found.Sum(key => Words.Value[key]);
    }

    private static string KeyOf(string field) => NameKey.Of(field).TrimEnd(':', '.', ')', '%', ' ');

    private static Dictionary<string, int> MakeWords()
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        var phrases = FormCatalogue.All
            .SelectMany(form => form.Columns.SelectMany(column => column.Synonyms.Append(column.Header).Append(column.Group ?? ""))
                .Concat(form.TitleSynonyms).Append(form.Title).Append(form.Name))
            .Concat(FormCatalogue.Words.UnitLabels).Concat(FormCatalogue.Words.PeriodLabels).Concat(FormCatalogue.Words.AsOfLabels)
            .Concat(FormCatalogue.Words.NotApplicable).Concat(FormCatalogue.Words.Money.Keys);
        foreach (var part in phrases.SelectMany(phrase => phrase.Split(FieldEnds, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            var accented = part.Split(' ').Count(word => word.Any(one => !char.IsAscii(one)));
            if (accented > 0)
            {
                words[KeyOf(part)] = accented;
            }
        }

        return words;
    }
}
