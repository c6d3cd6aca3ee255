using System.Globalization;
using System.Text.RegularExpressions;
using Emulation.Ingest.Validation.Recognition;
using Emulation.Ingest.Validation.Values;
using Emulation.Plan;

namespace Emulation.Ingest.Validation.Figures;

/// <summary>Reads the value cells of a ratio: the percentage, its numerator and denominator, which must agree.</summary>
internal sealed partial class RatioValues(FormTable table, FigureColumns columns, CellValues cells, Findings findings)
{
    /// <summary>Most difference between a stated percentage and the one computed from its parts, in points.</summary>
    public const decimal RatioTolerance = 0.05m;

    /// <summary>Decimals kept of a percentage computed here.</summary>
    private const int RatioDecimals = 6;

    private readonly EstimateCell estimates = new(table, columns, findings);

    public FigureReading? Read(Indicator indicator)
    {
        var hasWords = TryReadPartsInWords(out var actual, out var value, out var above, out var below);
        if (!hasWords)
        {
            actual = cells.Number(columns.Value, NumberRole.Percent, out value);
        }

        var numerator = cells.Number(columns.Numerator, NumberRole.Amount, out var partAbove);
        var denominator = cells.Number(columns.Denominator, NumberRole.Amount, out var partBelow);
        if (hasWords && numerator == CellOutcome.NotReported && denominator == CellOutcome.NotReported)
        {
            (numerator, denominator) = (CellOutcome.Value, CellOutcome.Value);
        }
        else
        {
            (above, below) = (partAbove, partBelow);
        }

        if (actual == CellOutcome.Faulty || numerator == CellOutcome.Faulty || denominator == CellOutcome.Faulty)
        {
            return null;
        }

        return numerator == CellOutcome.Value || denominator == CellOutcome.Value
            ? HasBothParts(numerator, denominator) && estimates.IsUnused(indicator) ? FromParts(actual, value, above, below) : null
            : FromPercent(indicator, actual, value);
    }

    /// <summary>A percentage alone; before the period ends it may be an estimate instead of an actual value, never both.</summary>
    private FigureReading? FromPercent(Indicator indicator, CellOutcome actual, decimal value)
    {
        if (actual == CellOutcome.Value)
        {
            NoteSmallPercent(value);
            return estimates.IsUnused(indicator) ? new FigureReading(FigureState.Value, value, null, null, null, null) : null;
        }

        return cells.Number(columns.Estimate, NumberRole.Percent, out var estimate) switch
        {
            CellOutcome.Faulty => null,
            CellOutcome.Value => new FigureReading(FigureState.Value, estimate, estimate, null, null, null),
            _ => new FigureReading(FigureReading.StateOf(actual), null, null, null, null, null),
        };
    }

    private FigureReading? FromParts(CellOutcome actual, decimal value, decimal above, decimal below)
    {
        if (below == 0)
        {
            return FromNothing(actual, above);
        }

        if (above > below)
        {
            findings.Add(RejectionCatalogue.NumeratorLarger, table.PlaceOf(columns.Numerator), ("found", VietnameseText.Say(above)), ("expected", VietnameseText.Say(below)));
            return null;
        }

        var computed = WorkbookNumber.Trimmed(Math.Round(above * 100 / below, RatioDecimals, MidpointRounding.AwayFromZero));
        if (actual == CellOutcome.Value && Math.Abs(value - computed) > RatioTolerance)
        {
            findings.Add(
                RejectionCatalogue.RatioDiffers, table.PlaceOf(columns.Value),
                ("found", VietnameseText.Say(value)), ("expected", VietnameseText.Say(Math.Round(computed, 2, MidpointRounding.AwayFromZero))),
                ("parts", $"{VietnameseText.Say(above)}/{VietnameseText.Say(below)}"));
            return null;
        }

        return new FigureReading(FigureState.Value, actual == CellOutcome.Value ? value : computed, null, above, below, null);
    }

    /// <summary>0 of 0: nothing of the kind arose. A percentage of nothing, or something of nothing, is an error.</summary>
    private FigureReading? FromNothing(CellOutcome actual, decimal above)
    {
        if (above == 0 && actual != CellOutcome.Value)
        {
            return new FigureReading(FigureState.NotApplicable, null, null, null, null, null);
        }

        findings.Add(
            RejectionCatalogue.ZeroDenominator, table.PlaceOf(columns.Denominator),
            ("found", above == 0 ? "tỷ lệ ở cột Thực hiện" : "tử số " + VietnameseText.Say(above)));
        return null;
    }

    /// <summary>"95/100", "Đạt 100% (12/12)".</summary>
    private bool TryReadPartsInWords(out CellOutcome actual, out decimal value, out decimal above, out decimal below)
    {
        (actual, value, above, below) = (CellOutcome.NotReported, 0, 0, 0);
        var text = table.Cell(columns.Value).Text;
        if (text.IndexOf('/') < 0 || text.Length > 40 || PartsInWords().Match(text.ToString()) is not { Success: true } match)
        {
            return false;
        }

        above = decimal.Parse(match.Groups["above"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        below = decimal.Parse(match.Groups["below"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        if (match.Groups["percent"].Success && NumberGrammar.Read(match.Groups["percent"].ValueSpan, NumberRole.Percent) is { Outcome: NumberOutcome.Number } percent)
        {
            (actual, value) = (CellOutcome.Value, percent.Value);
        }
        else if (below > 0)
        {
            // So that parts in their own columns that say otherwise are noticed.
            (actual, value) = (CellOutcome.Value, WorkbookNumber.Trimmed(Math.Round(above * 100 / below, RatioDecimals, MidpointRounding.AwayFromZero)));
        }

        return true;
    }

    private bool HasBothParts(CellOutcome numerator, CellOutcome denominator)
    {
        if (numerator == CellOutcome.Value && denominator == CellOutcome.Value)
        {
            return true;
        }

        var (found, missing, place) = numerator == CellOutcome.Value ? ("tử số", "mẫu số", columns.Denominator) : ("mẫu số", "tử số", columns.Numerator);
        findings.Add(RejectionCatalogue.RatioPart, table.PlaceOf(place), ("found", found), ("expected", missing));
        return false;
    }

    private void NoteSmallPercent(decimal value)
    {
        if (value is > 0 and < 1)
        {
            findings.Add(
                RejectionCatalogue.PercentSmall, table.PlaceOf(columns.Value),
                ("found", VietnameseText.Say(value)), ("expected", VietnameseText.Say(value * 100)));
        }
    }

    [GeneratedRegex(@"^(?:đạt\s+)?(?:(?<percent>[0-9]+(?:[.,][0-9]+)?)\s*%\s*)?\(?(?<above>[0-9]{1,9})\s*/\s*(?<below>[0-9]{1,9})\)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PartsInWords();
}
