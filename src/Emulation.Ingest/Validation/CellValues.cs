using Emulation.Ingest.Forms;
using Emulation.Ingest.Parsing;
using Emulation.Ingest.Validation.Recognition;
using Emulation.Ingest.Validation.Values;

namespace Emulation.Ingest.Validation;

/// <summary>What reading a cell came to.</summary>
internal enum CellOutcome : byte
{
    /// <summary>Left blank, or said to be unknown.</summary>
    NotReported,
    NotApplicable,
    Value,

    /// <summary>A finding was added.</summary>
    Faulty,
}

/// <summary>Reads the cells of a table's current row by their grammars; what does not fit becomes a finding with its place.</summary>
internal sealed class CellValues(FormTable table, Findings findings)
{
    /// <summary>No figure of the plan is larger.</summary>
    private const decimal Largest = 1_000_000_000_000m;

    private readonly NumberStyleWatch styles = new(table, findings);

    public CellOutcome Number(int column, NumberRole role, out decimal value) => Number(column, role, "", out value);

    /// <param name="measure">What may follow the number, e.g. <c>vụ việc</c>.</param>
    /// <param name="value">Per cent 0–100 for <see cref="NumberRole.Percent"/>.</param>
    public CellOutcome Number(int column, NumberRole role, string measure, out decimal value)
    {
        var cell = table.Cell(column);
        value = 0;
        switch (cell.Kind)
        {
            case CellKind.Blank:
                return CellOutcome.NotReported;
            case CellKind.Number:
                return NumberGrammar.TryFromDouble(cell.Number, cell.IsPercent, out value)
                    ? InRange(column, role, value)
                    : Fault(RejectionCatalogue.Precision, column, cell.Text);
            case CellKind.Text:
                return NumberFromText(column, role, measure, cell.Text, out value);
            default:
                return NotThisKind(column, cell, RejectionCatalogue.NotANumber);
        }
    }

    /// <summary>A date; a plain number counts as a serial day only in a workbook.</summary>
    public CellOutcome Date(int column, out DateOnly date)
    {
        var cell = table.Cell(column);
        date = default;
        switch (cell.Kind)
        {
            case CellKind.Blank:
                return CellOutcome.NotReported;
            case CellKind.Date or CellKind.Number:
                return DateGrammar.TryFromSerial(cell.Number, out date) && date.Year >= 1900
                    ? CellOutcome.Value
                    : Fault(RejectionCatalogue.NotADate, column, cell.Text);
            case CellKind.Text:
                return DateFromText(column, cell.Text, out date);
            default:
                return NotThisKind(column, cell, RejectionCatalogue.NotADate);
        }
    }

    public CellOutcome YesNo(int column, out bool isYes)
    {
        var cell = table.Cell(column);
        isYes = cell.Number == 1;
        switch (cell.Kind)
        {
            case CellKind.Blank:
                return CellOutcome.NotReported;
            case CellKind.Boolean:
            case CellKind.Number when cell.Number is 0 or 1 && !cell.IsPercent:
                return CellOutcome.Value;
            case CellKind.Text:
                var meaning = WordMeanings.InYesNo(cell.Text);
                isYes = meaning == WordMeaning.Yes || cell.Text is "1";
                return meaning is WordMeaning.Yes or WordMeaning.No || cell.Text is "1" or "0" ? CellOutcome.Value
                    : OutcomeOf(meaning) is var outcome and not CellOutcome.Faulty ? outcome
                    : Fault(RejectionCatalogue.NotYesNo, column, cell.Text);
            default:
                return NotThisKind(column, cell, RejectionCatalogue.NotYesNo);
        }
    }

    /// <summary>Text as written, composed (NFC), its inner line breaks as blanks; null if blank.</summary>
    public string? Text(int column, int maxLength = 4000)
    {
        var cell = table.Cell(column);
        if (cell.IsBlank)
        {
            return null;
        }

        if (cell.Kind is CellKind.Error or CellKind.Formula)
        {
            NotThisKind(column, cell, RejectionCatalogue.BadText);
            return null;
        }

        var text = TextOf(cell);
        if (text is not null && text.Length <= maxLength)
        {
            return text;
        }

        findings.Add(RejectionCatalogue.BadText, table.PlaceOf(column), ("expected", maxLength.ToString("N0", VietnameseText.Culture)));
        return null;
    }

    public CellOutcome Fault(RejectionKind kind, int column, ReadOnlySpan<char> found, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var isPersonal = table.Form.Columns[column].IsPersonal || LooksLikeAName(found);
        findings.Add(kind, table.PlaceOf(column), [("found", isPersonal ? "…" : Findings.Clip(found)), .. values]);
        return CellOutcome.Faulty;
    }

    /// <summary>Two words or more, each with a capital, no digit: a signer's name that slipped into the table stays out of messages.</summary>
    private static bool LooksLikeAName(ReadOnlySpan<char> text)
    {
        var (words, isStart) = (0, true);
        foreach (var one in text)
        {
            if (char.IsDigit(one) || (isStart && char.IsLetter(one) && !char.IsUpper(one)))
            {
                return false;
            }

            words += isStart && char.IsUpper(one) ? 1 : 0;
            isStart = one == ' ';
        }

        return words >= 2;
    }

    private static string? TextOf(CellView cell)
    {
        if (cell.Kind == CellKind.Date)
        {
            return DateGrammar.TryFromSerial(cell.Number, out var date) ? VietnameseText.Say(date) : null;
        }

        var text = cell.Text.ToString();
        foreach (var one in text)
        {
            if ((char.IsControl(one) && one is not ('\n' or '\r' or '\t')) || one == '\uFFFD')
            {
                return null;
            }
        }

        try
        {
            return text.Normalize().ReplaceLineEndings(" ").Replace('\t', ' ');
        }
        catch (ArgumentException)
        {
            // A lone surrogate: half a character.
            return null;
        }
    }

    private CellOutcome NumberFromText(int column, NumberRole role, string measure, ReadOnlySpan<char> text, out decimal value)
    {
        var reading = NumberGrammar.Read(text, role);
        value = reading.Value;
        switch (reading.Outcome)
        {
            case NumberOutcome.TooPrecise:
                return Fault(RejectionCatalogue.Precision, column, text);
            case NumberOutcome.Ambiguous:
                return Fault(RejectionCatalogue.Ambiguous, column, text, ("expected", TwoReadings(text)));
            case NumberOutcome.NotANumber:
                return OutcomeOf(WordMeanings.InNumber(text)) is var outcome and not CellOutcome.Faulty
                    ? outcome
                    : Fault(RejectionCatalogue.NotANumber, column, text);
            default:
                break;
        }

        var hasPercent = (reading.Marks & NumberMarks.PercentSign) != 0;
        if ((hasPercent && role != NumberRole.Percent) || !(reading.Rest.IsEmpty || IsMeasure(reading.Rest, measure)))
        {
            return Fault(RejectionCatalogue.NotANumber, column, text);
        }

        if (reading.Marks is not NumberMarks.None)
        {
            styles.Note(column, reading.Marks, text, value);
        }

        return InRange(column, role, value);
    }

    /// <summary>The measure may follow the number, whole or by its first word: "12 vụ" of "vụ việc".</summary>
    private static bool IsMeasure(ReadOnlySpan<char> rest, string measure)
    {
        if (measure.Length == 0)
        {
            return false;
        }

        var (key, whole) = (TextKey.Of(rest), TextKey.Of(measure));
        return key == whole || (key.Length > 0 && whole.StartsWith(key + " ", StringComparison.Ordinal));
    }

    private CellOutcome InRange(int column, NumberRole role, decimal value)
    {
        var most = role == NumberRole.Percent ? 100 : Largest;
        if (value < 0 || value > most)
        {
            return Fault(
                RejectionCatalogue.OutOfRange, column, VietnameseText.Say(value),
                ("expected", role == NumberRole.Percent ? "từ 0 đến 100 %" : "từ 0 đến " + VietnameseText.Say(most)));
        }

        return role != NumberRole.Count || decimal.IsInteger(value)
            ? CellOutcome.Value
            : Fault(RejectionCatalogue.NotInteger, column, VietnameseText.Say(value), ("expected", VietnameseText.Say(decimal.Floor(value))));
    }

    private CellOutcome DateFromText(int column, ReadOnlySpan<char> text, out DateOnly date)
    {
        if (!DateGrammar.TryRead(text, out date, out var isMonthFirst))
        {
            return OutcomeOf(WordMeanings.InNumber(text)) is var outcome and not CellOutcome.Faulty
                ? outcome
                : Fault(RejectionCatalogue.NotADate, column, text);
        }

        if (isMonthFirst)
        {
            Fault(RejectionCatalogue.DateOrder, column, text, ("expected", table.Form.Columns[column].IsPersonal ? "…" : VietnameseText.Say(date)));
        }

        return CellOutcome.Value;
    }

    private CellOutcome NotThisKind(int column, CellView cell, RejectionKind kind) => cell.Kind switch
    {
        CellKind.Error => Fault(RejectionCatalogue.CellError, column, cell.Text),
        CellKind.Formula => Fault(RejectionCatalogue.Uncached, column, "công thức"),
        CellKind.Date when DateGrammar.TryFromSerial(cell.Number, out var date) => Fault(kind, column, VietnameseText.Say(date)),
        CellKind.Boolean => Fault(kind, column, cell.Number == 1 ? "TRUE" : "FALSE"),
        _ => Fault(kind, column, cell.Text),
    };

    private static CellOutcome OutcomeOf(WordMeaning meaning) => meaning switch
    {
        WordMeaning.NotApplicable => CellOutcome.NotApplicable,
        WordMeaning.NotReported => CellOutcome.NotReported,
        _ => CellOutcome.Faulty,
    };

    /// <summary>"1.234" as thousands and as decimals.</summary>
    private static string TwoReadings(ReadOnlySpan<char> text)
    {
        var point = text.IndexOf('.');
        return $"{text[..point]}{text[(point + 1)..]} hoặc {text[..point]},{text[(point + 1)..]}";
    }
}
