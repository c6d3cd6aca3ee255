using Emulation.Ingest.Parsing;
using Emulation.Ingest.Validation.Recognition;
using Emulation.Ingest.Validation.Values;

namespace Emulation.Ingest.Validation;

/// <summary>Reads the cells of a table's current row by their grammars; what does not fit becomes a finding with its place.</summary>
internal sealed class CellValues(FormTable table, Findings findings)
{
    private readonly CellFaults faults = new(table, findings);
    private readonly NumberCells numbers = new(table, findings);
    private readonly DateStyleWatch dates = new(table, findings);

    public CellOutcome Number(int column, NumberRole role, out decimal value) => numbers.Read(column, role, "", out value);

    /// <param name="measure">What may follow the number, e.g. <c>vụ việc</c>.</param>
    /// <param name="value">Per cent 0–100 for <see cref="NumberRole.Percent"/>.</param>
    public CellOutcome Number(int column, NumberRole role, string measure, out decimal value) => numbers.Read(column, role, measure, out value);

    public CellOutcome Fault(RejectionKind kind, int column, ReadOnlySpan<char> found, params ReadOnlySpan<(string Name, string Value)> values) =>
        faults.Add(kind, column, found, values);

    /// <summary>After the last row: what only a whole column shows.</summary>
    public void Finish() => dates.Finish();

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
                if (!DateGrammar.TryFromSerial(cell.Number, out date))
                {
                    return faults.Add(RejectionCatalogue.NotADate, column, cell.Text);
                }

                dates.Note(column, date, isReal: true);
                return CellOutcome.Value;
            case CellKind.Text:
                return DateFromText(column, cell.Text, out date);
            default:
                return faults.NotThisKind(column, cell, RejectionCatalogue.NotADate);
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
                    : CellFaults.OutcomeOf(meaning) is var outcome and not CellOutcome.Faulty ? outcome
                    : faults.Add(RejectionCatalogue.NotYesNo, column, cell.Text);
            default:
                return faults.NotThisKind(column, cell, RejectionCatalogue.NotYesNo);
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
            faults.NotThisKind(column, cell, RejectionCatalogue.BadText);
            return null;
        }

        var text = TextOf(cell);
        if (text is not null && text.Length <= maxLength)
        {
            if (!IdentityNumbers.IsIn(text))
            {
                return text;
            }

            findings.Add(RejectionCatalogue.PersonalText, table.PlaceOf(column));
            return IdentityNumbers.Mask(text);
        }

        findings.Add(RejectionCatalogue.BadText, table.PlaceOf(column), ("expected", maxLength.ToString("N0", VietnameseText.Culture)));
        return null;
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

    private CellOutcome DateFromText(int column, ReadOnlySpan<char> text, out DateOnly date)
    {
        if (!DateGrammar.TryRead(text, out date, out var isMonthFirst))
        {
            return CellFaults.OutcomeOf(WordMeanings.InNumber(text)) is var outcome and not CellOutcome.Faulty
                ? outcome
                : faults.Add(RejectionCatalogue.NotADate, column, text);
        }

        dates.Note(column, date, isReal: false);
        if (isMonthFirst)
        {
            faults.Add(RejectionCatalogue.DateOrder, column, text, ("expected", table.Form.Columns[column].IsPersonal ? "…" : VietnameseText.Say(date)));
        }

        return CellOutcome.Value;
    }
}
