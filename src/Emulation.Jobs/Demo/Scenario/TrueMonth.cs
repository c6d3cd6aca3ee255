using Emulation.Ingest.Validation;
using Emulation.Plan;

namespace Emulation.Jobs.Demo.Scenario;

/// <summary>How one month's figure of a unit comes about: from its target, its size, its strength and the season.</summary>
public sealed class TrueMonth(EmulationPlan plan, Dice dice)
{
    // Tết, the congresses and the year's end show in every series; the weights add up to 12.
    private static readonly decimal[] Season = [0.7m, 0.8m, 1.0m, 0.9m, 1.1m, 1.2m, 1.0m, 1.0m, 1.1m, 1.1m, 1.1m, 1.0m];

    /// <summary>The figure of the month with that 0-based index; <paramref name="other"/> gives figures of the same unit and month.</summary>
    public TrueFigure Of(Unit unit, Indicator indicator, int month, Func<IndicatorCode, TrueFigure> other) => indicator.Kind switch
    {
        IndicatorKind.Ratio => Ratio(unit, indicator, month, other),
        IndicatorKind.YesNo => new TrueFigure(FigureState.Value, month >= DoneInMonth(unit, indicator) ? 1 : 0),
        IndicatorKind.Date => DateOf(unit, indicator, month),
        IndicatorKind.Money => new TrueFigure(FigureState.Value, Math.Round(Expected(unit, indicator, month), 1, MidpointRounding.AwayFromZero)),
        _ => indicator.Aggregation == Aggregation.Last ? Growing(unit, indicator, month) : Counted(unit, indicator, month, other),
    };

    private TrueFigure Counted(Unit unit, Indicator indicator, int month, Func<IndicatorCode, TrueFigure> other)
    {
        var count = dice.Whole(Expected(unit, indicator, month), "count", unit.Code.Value, indicator.Code.Value, Key(month));
        foreach (var check in indicator.Checks)
        {
            var bound = BoundOf(check, unit, other);
            if (bound is not null)
            {
                count = check.Kind == CheckKind.AtMost ? Math.Min(count, SettledOf(unit, indicator, bound.Value)) : Math.Max(count, bound.Value);
            }
        }

        return count == 0 && indicator.Direction == Direction.None && Magnitudes.MonthlyOf(indicator, unit) < 1
            ? TrueFigure.NotApplicable
            : new TrueFigure(FigureState.Value, count);
    }

    /// <summary>A part of a whole (cases settled of cases received): the unit's strength decides how much of it.</summary>
    private decimal SettledOf(Unit unit, Indicator indicator, decimal whole) =>
        indicator.Direction == Direction.MoreIsBetter && FindTarget(unit, indicator) is null
            ? Math.Floor(whole * (0.72m + (0.24m * UnitStrength.Rank(unit, dice))))
            : whole;

    private TrueFigure Ratio(Unit unit, Indicator indicator, int month, Func<IndicatorCode, TrueFigure> other)
    {
        var whole = indicator.DenominatorOf ?? indicator.Checks.Where(check => check.Kind == CheckKind.AtMost)
            .Select(check => (IndicatorCode?)new IndicatorCode(check.Other)).FirstOrDefault();
        var denominator = whole is { } code ? Denominator(unit, code, other) : OwnDenominator(unit, indicator, month);
        var numerator = indicator.NumeratorOf is { } part
            ? other(part).Value ?? 0
            : Math.Round(denominator * RateOf(unit, indicator, month), 0, MidpointRounding.AwayFromZero);
        return TrueFigure.Ratio(Math.Min(numerator, denominator), denominator);
    }

    private static decimal Denominator(Unit unit, IndicatorCode code, Func<IndicatorCode, TrueFigure> other) => code.Value switch
    {
        "communes" => unit.Communes ?? 0,
        "rural-communes" => unit.RuralCommunes ?? 0,
        _ => other(code).Value ?? 0,
    };

    private decimal OwnDenominator(Unit unit, Indicator indicator, int month) => indicator.Aggregation == Aggregation.Last
        ? Math.Ceiling(Magnitudes.MonthlyOf(indicator, unit))
        : dice.Whole(Magnitudes.MonthlyOf(indicator, unit), "whole", unit.Code.Value, indicator.Code.Value, Key(month));

    /// <summary>0–1: strong units reach the target, weak ones fall short by up to eight points in a hundred; slow series grow over the year.</summary>
    private decimal RateOf(Unit unit, Indicator indicator, int month)
    {
        var target = (FindTarget(unit, indicator)?.Value ?? 90) / 100;
        var wobble = ((decimal)dice.Share("rate", unit.Code.Value, indicator.Code.Value, Key(month)) - 0.5m) * 0.03m;
        var reached = target + ((UnitStrength.Rank(unit, dice) - 0.35m) * 0.12m) + wobble;
        var grown = indicator.Aggregation == Aggregation.Last ? reached - (0.006m * (11 - month)) : reached;
        return Math.Clamp(target == 1 && UnitStrength.Rank(unit, dice) > 0.2m ? 1 : grown, 0.3m, 1);
    }

    private TrueFigure Growing(Unit unit, Indicator indicator, int month)
    {
        var goal = (FindTarget(unit, indicator)?.Value ?? Magnitudes.SizeOf(unit)) * UnitStrength.Of(unit, dice);
        var bound = indicator.Checks.Where(check => check.Kind == CheckKind.AtMost)
            .Select(check => check.Other == "rural-communes" ? unit.RuralCommunes : unit.Communes).Min() ?? int.MaxValue;
        return new TrueFigure(FigureState.Value, Math.Min(Math.Floor(goal * (0.55m + (0.45m * month / 11)) + 0.5m), bound));
    }

    private TrueFigure DateOf(Unit unit, Indicator indicator, int month)
    {
        var due = FindTarget(unit, indicator)?.Date ?? new DateOnly(plan.Year, 3, 31);
        var done = due.AddDays(dice.Between(-20, UnitStrength.Rank(unit, dice) < 0.25m ? 12 : 0, "done", unit.Code.Value, indicator.Code.Value));
        return done > plan.Months.ElementAt(month).To ? TrueFigure.NotReported : new TrueFigure(FigureState.Value, Date: done);
    }

    private int DoneInMonth(Unit unit, Indicator indicator) =>
        UnitStrength.Rank(unit, dice) < 0.08m ? 12 : dice.Between(0, 3, "yes", unit.Code.Value, indicator.Code.Value);

    private decimal Expected(Unit unit, Indicator indicator, int month)
    {
        var target = FindTarget(unit, indicator)?.Value;
        var year = indicator.Direction == Direction.MoreIsBetter && target is not null
            ? target.Value * UnitStrength.Of(unit, dice) * (0.94m + (0.12m * (decimal)dice.Share("taste", unit.Code.Value, indicator.Code.Value)))
            : 12 * Magnitudes.MonthlyOf(indicator, unit) * (indicator.Direction == Direction.LessIsBetter ? 1.6m - UnitStrength.Of(unit, dice) : 1);
        var wobble = 0.9m + (0.2m * (decimal)dice.Share("month", unit.Code.Value, indicator.Code.Value, Key(month)));
        return year / 12 * Season[month] * wobble;
    }

    private static decimal? BoundOf(IndicatorCheck check, Unit unit, Func<IndicatorCode, TrueFigure> other) => check.Other switch
    {
        "communes" => unit.Communes,
        "rural-communes" => unit.RuralCommunes,
        _ => other(new IndicatorCode(check.Other)).Value,
    };

    private Target? FindTarget(Unit unit, Indicator indicator) =>
        plan.Targets.Where(target => target.Indicator == indicator.Code && target.Period == plan.YearPeriod.Code)
            .OrderByDescending(target => target.Units == unit.Code.Value)
            .FirstOrDefault(target => plan.UnitsIn(target.Units).Contains(unit));

    private static string Key(int month) => month.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
