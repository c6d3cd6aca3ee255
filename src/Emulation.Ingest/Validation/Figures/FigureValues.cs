using System.Globalization;
using System.Text.RegularExpressions;
using Emulation.Ingest.Validation.Recognition;
using Emulation.Ingest.Validation.Values;
using Emulation.Plan;

namespace Emulation.Ingest.Validation.Figures;

/// <summary>The value cells of a row, read as its indicator asks.</summary>
internal readonly record struct FigureReading(
    FigureState State, decimal? Value, decimal? Estimated, decimal? Numerator, decimal? Denominator, DateOnly? Date);

/// <summary>Reads the value cells of the current row: counts, money, ratios, yes/no, dates. Null where a cell was refused.</summary>
internal sealed partial class FigureValues(FormTable table, FigureColumns columns, Findings findings)
{
    /// <summary>Most difference between a stated percentage and the one computed from its parts, in points.</summary>
    public const decimal RatioTolerance = 0.05m;

    /// <summary>Decimals kept of a percentage computed here.</summary>
    private const int RatioDecimals = 6;

    private readonly CellValues cells = new(table, findings);

    /// <param name="scale">For money: the row's measure over the indicator's.</param>
    public FigureReading? Read(Indicator indicator, decimal scale) => indicator.Kind switch
    {
        IndicatorKind.Ratio => ReadRatio(indicator),
        IndicatorKind.YesNo => ReadYesNo(indicator),
        IndicatorKind.Date => ReadDate(indicator),
        IndicatorKind.Money => ReadAmount(indicator, NumberRole.Amount, scale),
        _ => ReadAmount(indicator, NumberRole.Count, 1),
    };

    private FigureReading? ReadAmount(Indicator indicator, NumberRole role, decimal scale)
    {
        var actual = cells.Number(columns.Value, role, indicator.Measure, out var value);
        var expected = cells.Number(columns.Estimate, role, indicator.Measure, out var estimate);
        if (!HasNoParts(indicator) || actual == CellOutcome.Faulty || expected == CellOutcome.Faulty)
        {
            return null;
        }

        if (actual != CellOutcome.Value && expected != CellOutcome.Value)
        {
            return new FigureReading(StateOf(actual), null, null, null, null, null);
        }

        var estimated = expected == CellOutcome.Value ? Scaled(estimate, scale) : (decimal?)null;
        return new FigureReading(FigureState.Value, (actual == CellOutcome.Value ? Scaled(value, scale) : 0) + (estimated ?? 0), estimated, null, null, null);
    }

    private static decimal Scaled(decimal value, decimal scale) => scale == 1 ? value : NumberGrammar.Trimmed(value * scale);

    private FigureReading? ReadYesNo(Indicator indicator)
    {
        var outcome = cells.YesNo(columns.Value, out var isYes);
        return HasNoParts(indicator) && HasNoEstimate(indicator) && outcome != CellOutcome.Faulty
            ? new FigureReading(StateOf(outcome), outcome == CellOutcome.Value ? isYes ? 1 : 0 : null, null, null, null, null)
            : null;
    }

    private FigureReading? ReadDate(Indicator indicator)
    {
        var outcome = cells.Date(columns.Value, out var date);
        return HasNoParts(indicator) && HasNoEstimate(indicator) && outcome != CellOutcome.Faulty
            ? new FigureReading(StateOf(outcome), null, null, null, null, outcome == CellOutcome.Value ? date : null)
            : null;
    }

    private FigureReading? ReadRatio(Indicator indicator)
    {
        var hasWords = TryReadPartsInWords(out var actual, out var value, out var above, out var below);
        var (numerator, denominator) = (CellOutcome.NotReported, CellOutcome.NotReported);
        if (!hasWords)
        {
            actual = cells.Number(columns.Value, NumberRole.Percent, out value);
        }

        var ownAbove = cells.Number(columns.Numerator, NumberRole.Amount, out var partAbove);
        var ownBelow = cells.Number(columns.Denominator, NumberRole.Amount, out var partBelow);
        (numerator, above) = ownAbove == CellOutcome.NotReported && hasWords ? (CellOutcome.Value, above) : (ownAbove, partAbove);
        (denominator, below) = ownBelow == CellOutcome.NotReported && hasWords ? (CellOutcome.Value, below) : (ownBelow, partBelow);
        if (actual == CellOutcome.Faulty || numerator == CellOutcome.Faulty || denominator == CellOutcome.Faulty)
        {
            return null;
        }

        return numerator == CellOutcome.Value || denominator == CellOutcome.Value
            ? HasBothParts(numerator, denominator) && HasNoEstimate(indicator) ? FromParts(actual, value, above, below) : null
            : FromPercent(indicator, actual, value);
    }

    /// <summary>A percentage alone; before the period ends it may be an estimate instead of an actual value, never both.</summary>
    private FigureReading? FromPercent(Indicator indicator, CellOutcome actual, decimal value)
    {
        if (actual == CellOutcome.Value)
        {
            NoteSmallPercent(value);
            return HasNoEstimate(indicator) ? new FigureReading(FigureState.Value, value, null, null, null, null) : null;
        }

        return cells.Number(columns.Estimate, NumberRole.Percent, out var estimate) switch
        {
            CellOutcome.Faulty => null,
            CellOutcome.Value => new FigureReading(FigureState.Value, estimate, estimate, null, null, null),
            _ => new FigureReading(StateOf(actual), null, null, null, null, null),
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

        var computed = NumberGrammar.Trimmed(Math.Round(above * 100 / below, RatioDecimals, MidpointRounding.AwayFromZero));
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

    private bool HasNoParts(Indicator indicator) =>
        HasNothing(indicator, columns.Numerator, "tử số") & HasNothing(indicator, columns.Denominator, "mẫu số");

    private bool HasNothing(Indicator indicator, int column, string what)
    {
        if (table.Cell(column).IsBlank)
        {
            return true;
        }

        findings.Add(RejectionCatalogue.RatioUnused, table.PlaceOf(column), ("code", indicator.Code.Value), ("found", what));
        return false;
    }

    private bool HasNoEstimate(Indicator indicator)
    {
        var cell = table.Cell(columns.Estimate);
        if (cell.IsBlank || WordMeanings.InNumber(cell.Text) != WordMeaning.None)
        {
            return true;
        }

        findings.Add(RejectionCatalogue.EstimateUnused, table.PlaceOf(columns.Estimate), ("code", indicator.Code.Value));
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

    private static FigureState StateOf(CellOutcome outcome) => outcome switch
    {
        CellOutcome.Value => FigureState.Value,
        CellOutcome.NotApplicable => FigureState.NotApplicable,
        _ => FigureState.NotReported,
    };

    [GeneratedRegex(@"^(?:đạt\s+)?(?:(?<percent>[0-9]+(?:[.,][0-9]+)?)\s*%\s*)?\(?(?<above>[0-9]{1,9})\s*/\s*(?<below>[0-9]{1,9})\)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PartsInWords();
}
