using Emulation.Ingest.Forms;
using Emulation.Ingest.Parsing;
using Emulation.Ingest.Validation.Recognition;
using Emulation.Ingest.Validation.Values;

namespace Emulation.Ingest.Validation;

/// <summary>Reads the number cells of a table's current row: grammar, words, measure, range.</summary>
internal sealed class NumberCells(FormTable table, Findings findings)
{
    /// <summary>No amount of the plan is larger.</summary>
    private const decimal Largest = 1_000_000_000_000m;

    /// <summary>No count is larger: an identity or telephone number that slipped into a column is.</summary>
    private const decimal LargestCount = 1_000_000_000m;

    private readonly CellFaults faults = new(table, findings);
    private readonly NumberStyleWatch styles = new(table, findings);

    /// <param name="measure">What may follow the number, e.g. <c>vụ việc</c>.</param>
    /// <param name="value">Per cent 0–100 for <see cref="NumberRole.Percent"/>.</param>
    public CellOutcome Read(int column, NumberRole role, string measure, out decimal value)
    {
        var cell = table.Cell(column);
        value = 0;
        switch (cell.Kind)
        {
            case CellKind.Blank:
                return CellOutcome.NotReported;
            case CellKind.Number:
                return WorkbookNumber.TryRead(cell.Number, cell.IsPercent, out value)
                    ? InRange(column, role, value)
                    : faults.Add(RejectionCatalogue.Precision, column, cell.Text);
            case CellKind.Text:
                return NumberFromText(column, role, measure, cell.Text, out value);
            default:
                return faults.NotThisKind(column, cell, RejectionCatalogue.NotANumber);
        }
    }

    private CellOutcome NumberFromText(int column, NumberRole role, string measure, ReadOnlySpan<char> text, out decimal value)
    {
        if (IsIdentityNumber(text))
        {
            value = 0;
            return faults.Add(RejectionCatalogue.PersonalNumber, column, text);
        }

        var reading = NumberGrammar.Read(text, role);
        value = reading.Value;
        switch (reading.Outcome)
        {
            case NumberOutcome.TooPrecise:
                return faults.Add(RejectionCatalogue.Precision, column, text);
            case NumberOutcome.Ambiguous:
                return faults.Add(RejectionCatalogue.Ambiguous, column, text, ("expected", TwoReadings(text)));
            case NumberOutcome.NotANumber:
                return CellFaults.OutcomeOf(WordMeanings.InNumber(text)) is var outcome and not CellOutcome.Faulty
                    ? outcome
                    : faults.Add(RejectionCatalogue.NotANumber, column, text);
            default:
                break;
        }

        var hasPercent = (reading.Marks & NumberMarks.PercentSign) != 0;
        if ((hasPercent && role != NumberRole.Percent) || !(reading.Rest.IsEmpty || IsMeasure(reading.Rest, measure)))
        {
            return faults.Add(RejectionCatalogue.NotANumber, column, text);
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
        var most = role switch { NumberRole.Percent => 100, NumberRole.Count => LargestCount, _ => Largest };
        if (value < 0 || value > most)
        {
            return faults.Add(
                RejectionCatalogue.OutOfRange, column, VietnameseText.Say(value),
                ("expected", role == NumberRole.Percent ? "từ 0 đến 100 %" : "từ 0 đến " + VietnameseText.Say(most)));
        }

        return role != NumberRole.Count || decimal.IsInteger(value)
            ? CellOutcome.Value
            : faults.Add(RejectionCatalogue.NotInteger, column, VietnameseText.Say(value), ("expected", VietnameseText.SayPlain(decimal.Floor(value))));
    }

    /// <summary>Twelve digits that begin with 0: no figure of a plan is written so, every identity number is.</summary>
    private static bool IsIdentityNumber(ReadOnlySpan<char> text) => text.Length == 12 && text[0] == '0' && text.IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>"1.234" as thousands and as decimals.</summary>
    private static string TwoReadings(ReadOnlySpan<char> text)
    {
        var point = text.IndexOfAny('.', ',');
        return $"{text[..point]}{text[(point + 1)..]} hoặc {text[..point]},{text[(point + 1)..]}";
    }
}
