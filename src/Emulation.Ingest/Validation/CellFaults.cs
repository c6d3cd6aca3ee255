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

/// <summary>Turns cells of the current row that cannot be taken into findings with place and found value; personal data is left out.</summary>
internal sealed class CellFaults(FormTable table, Findings findings)
{
    public CellOutcome Add(RejectionKind kind, int column, ReadOnlySpan<char> found, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var isPersonal = table.Form.Columns[column].IsPersonal || LooksLikeAName(found);
        findings.Add(kind, table.PlaceOf(column), [("found", isPersonal ? "…" : Findings.Clip(found)), .. values]);
        return CellOutcome.Faulty;
    }

    /// <summary>Two words or more, each with a capital, no digit: a signer's name that slipped into the table stays out of messages.</summary>
    public static bool LooksLikeAName(ReadOnlySpan<char> text)
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

    /// <summary>A cell of a kind that cannot hold what is asked for.</summary>
    public CellOutcome NotThisKind(int column, CellView cell, RejectionKind kind) => cell.Kind switch
    {
        CellKind.Error => Add(RejectionCatalogue.CellError, column, cell.Text),
        CellKind.Formula => Add(RejectionCatalogue.Uncached, column, "công thức"),
        CellKind.Date when DateGrammar.TryFromSerial(cell.Number, out var date) => Add(kind, column, VietnameseText.Say(date)),
        CellKind.Boolean => Add(kind, column, cell.Number == 1 ? "TRUE" : "FALSE"),
        _ => Add(kind, column, cell.Text),
    };

    /// <summary>Faulty for a word that means nothing here.</summary>
    public static CellOutcome OutcomeOf(WordMeaning meaning) => meaning switch
    {
        WordMeaning.NotApplicable => CellOutcome.NotApplicable,
        WordMeaning.NotReported => CellOutcome.NotReported,
        _ => CellOutcome.Faulty,
    };
}
