using Emulation.Reports.Documents.Model;
using static Emulation.Reports.Documents.VietnameseFormat;

namespace Emulation.Reports.Documents.Twin;

/// <summary>The rows of indicators: what was reported against what was set, over all units and of each.</summary>
internal static class IndicatorRows
{
    /// <summary>An indicator over all units.</summary>
    public static IEnumerable<TwinRow> OfTotal(IndicatorTotal total)
    {
        const string part = "indicators";
        yield return TwinRow.Of(part, "", total.Code, "reported-units", total.ReportedUnits);
        yield return TwinRow.Of(part, "", total.Code, "expected-units", total.ExpectedUnits);
        foreach (var row in Quantities(part, "", total.Code, [total.Value, total.Estimated, total.Target], total.AchievedPercent, known => IndicatorWords.Quantity(known)))
        {
            yield return row;
        }

        foreach (var row in total.Province is { } own ? Province(total.Code, own) : [])
        {
            yield return row;
        }

        if (total.Previous is { } previous)
        {
            yield return TwinRow.Of(part, "", total.Code, "previous", previous, known => IndicatorWords.Quantity(known));
        }

        yield return TwinRow.Of(part, "", total.Code, "units-met", total.UnitsMet);
        yield return TwinRow.Of(part, "", total.Code, "units-short", total.UnitsShort);
        yield return TwinRow.Of(part, "", total.Code, "units-missing", total.UnitsMissing);
        yield return TwinRow.Of(part, "", total.Code, "verdict", total.Verdict, Texts.Get("Verdict." + total.Verdict));
    }

    /// <summary>That the target is the province's, and what the units were set.</summary>
    private static IEnumerable<TwinRow> Province(string code, ProvinceOwn own)
    {
        const string part = "indicators";
        yield return TwinRow.Of(part, "", code, "target-of", "province", Texts.Get("Target.Province"));
        if (own.Day is { } day)
        {
            yield return TwinRow.Of(part, "", code, "target-day", day);
        }

        if (own.UnitsTarget is { } ofUnits)
        {
            yield return TwinRow.Of(part, "", code, "units-target", ofUnits, known => IndicatorWords.Quantity(known));
        }
    }

    /// <summary>A unit's figures, in the order of the indicators; one without a cell has no row.</summary>
    public static IEnumerable<TwinRow> OfUnit(UnitFigures unit, IReadOnlyList<IndicatorTotal> indicators) =>
        from pair in indicators.Zip(unit.Cells)
        where pair.Second is not null
        from row in Figure(unit.UnitCode, pair.First, pair.Second)
        select row;

    private static IEnumerable<TwinRow> Figure(string unit, IndicatorTotal indicator, UnitFigure figure)
    {
        const string part = "figures";
        var code = indicator.Code;
        yield return TwinRow.Of(part, unit, code, "state", figure.State, FigureWords.State(figure.State));
        yield return TwinRow.Of(part, unit, code, "verdict", figure.Verdict, FigureWords.Verdict(figure.Verdict));
        foreach (var row in Quantities(part, unit, code, [figure.Value, figure.Estimated, figure.Target], figure.AchievedPercent, known => FigureWords.Quantity(indicator, known)))
        {
            yield return row;
        }

        if (figure.Date is { } date)
        {
            yield return TwinRow.Of(part, unit, code, "date", date);
        }

        if (figure.TargetDate is { } due)
        {
            yield return TwinRow.Of(part, unit, code, "target-date", due);
        }

        if (figure.AssignedTarget is { } assigned)
        {
            yield return TwinRow.Of(part, unit, code, "assigned-target", assigned, known => FigureWords.Quantity(indicator, known));
        }

        if (figure.Decision is { } decision)
        {
            yield return TwinRow.Of(part, unit, code, "decision", decision);
        }
    }

    /// <param name="numbers">Value, its estimated part, target.</param>
    private static IEnumerable<TwinRow> Quantities(string part, string unit, string code, decimal?[] numbers, decimal? percent, Func<decimal, string> print)
    {
        string[] columns = ["value", "estimated", "target"];
        foreach (var (column, number) in columns.Zip(numbers).Where(pair => pair.Second is not null))
        {
            yield return TwinRow.Of(part, unit, code, column, number!.Value, print);
        }

        if (percent is { } achieved)
        {
            yield return TwinRow.Of(part, unit, code, "achieved-percent", achieved, known => Fixed(known, 1));
        }
    }
}
