using Emulation.Plan;
using Emulation.Reports.Reconciliation.Register;
using Emulation.TestSupport;

namespace Emulation.Reports.Tests.Reconciliation.Register;

/// <summary>The same comparisons written a second time, from docs/adr/0019 and nothing else: plain loops over plain numbers. A line says kind, period, unit, indicator, what is compared with, both values.</summary>
internal static class RegisterModel
{
    public static IEnumerable<string> Of(RegisterCase of)
    {
        foreach (var unit in of.Plan.Units)
        {
            CountedFigure? At(IndicatorCode indicator, FormKind form, PeriodCode period) =>
                of.Figures.Where(pair => pair.Unit == unit && pair.Figure.Indicator == indicator && pair.Figure.Form == form && pair.Figure.Period == period)
                    .Select(pair => pair.Figure).SingleOrDefault();

            foreach (var indicator in new[] { RegisterCase.Count, RegisterCase.Part })
            {
                foreach (var line in Sums(unit, indicator, (form, period) => At(indicator, form, period)))
                {
                    yield return line;
                }
            }
            foreach (var (_, figure) in of.Figures.Where(pair => pair.Unit == unit && pair.Figure.Indicator == RegisterCase.Ratio))
            {
                foreach (var line in Ratios(unit, figure, At))
                {
                    yield return line;
                }
            }
            foreach (var before in of.Plan.LastYear.Where(before => before.Unit == unit.Code && of.Plan.Swing is not null))
            {
                foreach (var form in new[] { FormKind.Figures, FormKind.WaveReport })
                {
                    var figure = At(RegisterCase.Count, form, before.Period);
                    decimal? now = figure is null ? null : figure.NothingArose ? 0 : figure.Value;
                    // A fifth of last year's, and not where both are below five.
                    if (now is { } value && value != before.Value && (value >= 5 || before.Value >= 5) && Math.Abs(value - before.Value) >= before.Value / 5)
                    {
                        yield return Line("swing", before.Period, unit, RegisterCase.Count, form.ToName(), value, before.Value);
                    }
                }
            }
        }
    }

    private static IEnumerable<string> Sums(Unit unit, IndicatorCode indicator, Func<FormKind, PeriodCode, CountedFigure?> at)
    {
        foreach (var (wave, first, last) in new[] { (Some.Wave1, 1, 6), (Some.Wave2, 7, 12) })
        {
            if (at(FormKind.WaveReport, wave.Code) is { Value: { } whole, DataAsOf: { } day } report)
            {
                decimal actual = whole - (report.Estimated ?? 0), ended = 0;
                var (isComparable, hasValue, running) = (true, false, (CountedFigure?)null);
                var hasBegun = false;
                for (var month = first; month <= 12; month++)
                {
                    var (from, to) = (new DateOnly(2020, month, 15).AddMonths(-1), new DateOnly(2020, month, 14));
                    if (to <= day && month <= last)
                    {
                        var said = at(FormKind.Figures, Some.Month(month).Code);
                        isComparable &= said is not null && (said.Value is not null || said.NothingArose);
                        hasValue |= said?.Value is not null;
                        ended += said?.Value ?? 0;
                        hasBegun = true;
                    }
                    else if (from <= day && day < to || (to == day && month > last))
                    {
                        running = at(FormKind.Figures, Some.Month(month).Code);
                        hasBegun |= month <= last;
                    }
                }
                var isMonthEnd = day.Day == 14 && day >= wave.From && new DateOnly(2020, last, 14) >= day;
                if (hasBegun && isComparable && hasValue && (actual < ended || (isMonthEnd ? actual > ended : running?.Value is { } more && actual > ended + more)))
                {
                    yield return Line("actual-against-months", wave.Code, unit, indicator, "", actual, ended);
                }
            }
        }
        if (at(FormKind.WaveReport, Some.Year.Code) is not { Value: { } year } yearly)
        {
            yield break;
        }
        var yearActual = year - (yearly.Estimated ?? 0);
        var months = Enumerable.Range(1, 12).Select(month => at(FormKind.Figures, Some.Month(month).Code)).ToList();
        var waves = new[] { at(FormKind.WaveReport, Some.Wave1.Code), at(FormKind.WaveReport, Some.Wave2.Code) };
        foreach (var (kind, parts) in new[] { ("months-against-year", months.ToArray()), ("waves-against-year", waves) })
        {
            if (parts.All(part => part is not null && (part.Value is not null || part.NothingArose)) && parts.Any(part => part!.Value is not null))
            {
                var most = parts.Sum(part => part!.Value ?? 0);
                var least = parts.Sum(part => (part!.Value ?? 0) - (part.Estimated ?? 0));
                if (most < yearActual || least > year)
                {
                    yield return Line(kind, Some.Year.Code, unit, indicator, "", year, most);
                }
            }
        }
        foreach (var wave in waves.Where(wave => wave is { Value: not null } && wave.Value - (wave.Estimated ?? 0) > year))
        {
            yield return Line("cumulative", Some.Year.Code, unit, indicator, wave!.Period.Value, year, wave.Value!.Value - (wave.Estimated ?? 0));
        }
    }

    private static IEnumerable<string> Ratios(Unit unit, CountedFigure figure, Func<IndicatorCode, FormKind, PeriodCode, CountedFigure?> at)
    {
        if (figure is not { Numerator: { } numerator, Denominator: { } denominator })
        {
            yield break;
        }
        var form = figure.Form.ToName();
        if (numerator > denominator)
        {
            yield return Line("numerator", figure.Period, unit, figure.Indicator, form, numerator, denominator);
        }
        if (denominator != 0 && Math.Abs((figure.Value!.Value * denominator) - (numerator * 100)) > 0.05m * denominator)
        {
            yield return Line("ratio-against-parts", figure.Period, unit, figure.Indicator, form, figure.Value.Value, Math.Round(numerator * 100 / denominator, 6, MidpointRounding.AwayFromZero));
        }
        foreach (var (which, part, code) in new[] { ("numerator", numerator, RegisterCase.Part), ("denominator", denominator, RegisterCase.Count) })
        {
            if (at(code, figure.Form, figure.Period) is { Value: { } whole } other && part != whole && part != whole - (other.Estimated ?? 0))
            {
                yield return Line("parts-against-total", figure.Period, unit, figure.Indicator, $"{form} {which} {code}", part, whole);
            }
        }
    }

    /// <summary>The office's own figure against the sum of the communes it reports for.</summary>
    public static IEnumerable<string> UnitSums(RegisterCase of)
    {
        var total = of.Plan.Units[0];
        foreach (var (_, stated) in of.Figures.Where(pair => pair.Unit == total && pair.Figure is { Value: not null } && pair.Figure.Indicator != RegisterCase.Ratio && total.ReportsFor == "commune"))
        {
            var parts = of.Figures.Where(pair => pair.Unit.Kind == "commune" && (pair.Figure.Indicator, pair.Figure.Form, pair.Figure.Period) == (stated.Indicator, stated.Form, stated.Period))
                .Select(pair => pair.Figure).Where(figure => figure.Value is not null).ToList();
            var (most, least) = (parts.Sum(part => part.Value!.Value), parts.Sum(part => part.Value!.Value - (part.Estimated ?? 0)));
            if (parts.Count == 2 && (most < stated.Value - (stated.Estimated ?? 0) || least > stated.Value))
            {
                yield return Line("unit-sum", stated.Period, total, stated.Indicator, stated.Form.ToName(), stated.Value!.Value, most);
            }
        }
    }

    public static string Line(string kind, PeriodCode period, Unit unit, IndicatorCode indicator, string against, decimal stated, decimal compared) =>
        FormattableString.Invariant($"{kind} {period} {unit.Code} {indicator} [{against}] {stated:0.######} {compared:0.######}");
}
