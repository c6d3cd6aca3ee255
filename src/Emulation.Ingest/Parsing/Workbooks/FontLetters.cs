using Emulation.Ingest.Parsing.Text;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Parsing.Workbooks;

/// <summary>How many texts in old fonts of a sheet are surely in the font's encoding, and how many surely in Unicode.</summary>
internal readonly record struct FontHabit(int Old, int Unicode)
{
    /// <summary>Nothing seen: the font alone speaks.</summary>
    public static FontHabit None => default;
}

/// <summary>Reads the texts of a sheet by the fonts they stand in.</summary>
/// <remarks>
/// Old workbooks opened on new machines hold Unicode text in cells that still name .VnTime. A text tells by its own letters;
/// one that does not ("cã" is có, or cã) is read as all others of the sheet are, and refused if these are of both kinds.
/// </remarks>
internal sealed class FontLetters
{
    /// <summary>Texts remembered, of a length as headings and names have it.</summary>
    private const int MostKnown = 10_000;

    private const int LongestKnown = 200;

    private readonly string sheet;
    private readonly FontHabit? habit;
    private readonly SuspectTexts? suspects;
    private readonly Dictionary<(string Text, OldFont Font), string> known = [];
    private Place? lost;

    /// <summary>Only looks at what the texts are.</summary>
    public FontLetters(string sheet) => this.sheet = sheet;

    /// <param name="habit">What all texts in old fonts of the sheet are.</param>
    /// <param name="suspects">Texts of the workbook that no form may hold; null for a workbook of any origin.</param>
    public FontLetters(string sheet, FontHabit habit, SuspectTexts? suspects = null) => (this.sheet, this.habit, this.suspects) = (sheet, habit, suspects);

    /// <summary>The first old font from which text was converted.</summary>
    public OldFont? Converted { get; private set; }

    /// <summary>What has been seen.</summary>
    public FontHabit Habit { get; private set; }

    /// <summary>The text with that number, as the cell shows it.</summary>
    public string ReadShared(SharedTexts texts, int index, in RawCell cell, int row)
    {
        var text = texts.Texts[index];
        if (texts.Runs.Count > 0 && texts.Runs.TryGetValue(index, out var runs))
        {
            return Join(runs, cell, row);
        }

        if (cell.Font is { } font)
        {
            return Read(text, font, PlaceOf(cell, row));
        }

        if (suspects is { IsEmpty: false } && suspects.Of(index) is { } why)
        {
            Refuse(why, PlaceOf(cell, row));
        }

        return text;
    }

    /// <summary>A text that stands in the cell itself; null if it is as it stands.</summary>
    public string? ReadOwn(ReadOnlySpan<char> text, in RawCell cell, int row)
    {
        if (cell.Runs is { } runs)
        {
            return Join(runs, cell, row);
        }

        if (cell.Font is { } font)
        {
            return Read(text.ToString(), font, PlaceOf(cell, row));
        }

        if (suspects is not null && SuspectTexts.Why(text) is { } why)
        {
            Refuse(why, PlaceOf(cell, row));
        }

        return null;
    }

    private string Join(TextRun[] runs, in RawCell cell, int row)
    {
        var place = PlaceOf(cell, row);
        var font = cell.Font;
        return string.Concat(runs.Select(run => (run.IsCellFont ? font : run.Font) is { } old ? Read(run.Text, old, place) : run.Text));
    }

    private string Read(string text, OldFont font, Place place)
    {
        if (!known.TryGetValue((text, font), out var read))
        {
            read = Decide(FontReading.Of(text, font), text, font, place);
            if (known.Count < MostKnown && text.Length <= LongestKnown)
            {
                known[(text, font)] = read;
            }
        }

        return read;
    }

    private string Decide(FontReading reading, string text, OldFont font, Place place)
    {
        Habit = reading.Kind switch
        {
            LetterKind.Old => Habit with { Old = Habit.Old + 1 },
            LetterKind.Unicode => Habit with { Unicode = Habit.Unicode + 1 },
            _ => Habit,
        };
        var kind = reading.Kind != LetterKind.Unclear || habit is not { } seen ? reading.Kind
            : reading.Decoded is null || seen is { Old: > 0, Unicode: > 0 } ? throw Refusal(place, $"chữ trong phông {Findings.Clip(font.Name)} có thể là {font.Encoding} mà cũng có thể là Unicode")
            : seen.Unicode > 0 ? LetterKind.Unicode : LetterKind.Old;
        if (kind is LetterKind.Unicode or LetterKind.Unclear)
        {
            return text;
        }

        Converted = kind == LetterKind.Old && habit is not null ? Converted ?? font : Converted;
        return font.HasOnlyCapitals ? reading.Decoded!.ToUpperInvariant() : reading.Decoded!;
    }

    /// <summary>One word with a question mark in it may be a slip of the pen; two are letters lost.</summary>
    private void Refuse(string why, Place place)
    {
        if (why == SuspectTexts.Lost && lost is null)
        {
            lost = place;
            return;
        }

        throw Refusal(why == SuspectTexts.Lost ? lost!.Value : place, why);
    }

    private Place PlaceOf(in RawCell cell, int row) => new(sheet, row, cell.Column, null);

    private static UnreadableFileException Refusal(Place place, string why) => new(RejectionCatalogue.Font, place, ("why", why));
}
