using Emulation.Plan;
using Emulation.Reports.Reconciliation;
using Emulation.Reports.Reconciliation.Register;
using Emulation.TestSupport;

namespace Emulation.Reports.Tests.Reconciliation.Register;

public sealed class RegisterChecksTests
{
    private const int Cases = 4000;

    [Fact]
    public void Checks_OfRandomData_FindWhatThePlainModelFinds()
    {
        var found = new Dictionary<string, int>();
        for (var seed = 0; seed < Cases; seed++)
        {
            var of = RegisterCase.Of(seed);
            var lines = of.Plan.Units.SelectMany(unit => RegisterLook.Of(of.Run, of.UnitOf(unit))).Select(Line).Order(StringComparer.Ordinal).ToList();

            Assert.Equal(RegisterModel.Of(of).Order(StringComparer.Ordinal), lines);
            foreach (var line in lines)
            {
                found[line.Split(' ')[0]] = found.GetValueOrDefault(line.Split(' ')[0]) + 1;
            }
        }

        // Every comparison was met often enough to have been compared.
        Assert.All(
            [MismatchKinds.ActualAgainstMonths, MismatchKinds.MonthsAgainstYear, MismatchKinds.WavesAgainstYear, MismatchKinds.Cumulative, MismatchKinds.Numerator,
             MismatchKinds.Parts, MismatchKinds.Ratio, MismatchKinds.Swing],
            kind => Assert.True(found.GetValueOrDefault(kind) > 50, $"{kind}: {found.GetValueOrDefault(kind)}"));
    }

    [Fact]
    public void UnitSums_OfRandomData_FindWhatThePlainModelFinds()
    {
        var found = 0;
        for (var seed = 0; seed < Cases; seed++)
        {
            var of = RegisterCase.Of(seed);
            var lines = UnitSums.Of(of.Run, of.Plan.Units.ToDictionary(unit => unit.Code, of.UnitOf)).Select(Line).Order(StringComparer.Ordinal).ToList();

            Assert.Equal(RegisterModel.UnitSums(of).Order(StringComparer.Ordinal), lines);
            found += lines.Count;
        }
        Assert.True(found > 500, $"{found}");
    }

    [Fact]
    public void Wanted_OfRandomData_IsEnoughForEveryCheck()
    {
        var (read, left) = (0, 0);
        for (var seed = 0; seed < Cases; seed++)
        {
            var of = Plainer(RegisterCase.Of(seed), seed);
            var doubtful = of.Figures.Where(pair => pair.Figure is { Numerator: not null } && IsDoubtful(pair.Figure)).Select(pair => pair.Unit.Code).ToHashSet();
            var wanted = new WantedFigures(of.Run, new Reports.Scoring.RunFindings(of.Data, [], doubtful));
            CountedUnit Narrow(Unit unit) => new(unit, of.UnitOf(unit).Figures.Where(figure => wanted.Of(unit.Code).Contains(figure.Indicator)));

            Assert.All(of.Plan.Units, unit => Assert.Equal(RegisterLook.Of(of.Run, of.UnitOf(unit)).Select(Line), RegisterLook.Of(of.Run, Narrow(unit)).Select(Line)));
            Assert.Equal(
                UnitSums.Of(of.Run, of.Plan.Units.ToDictionary(unit => unit.Code, of.UnitOf)).Select(Line),
                UnitSums.Of(of.Run, of.Plan.Units.Where(unit => wanted.IsShared(unit.Code)).ToDictionary(unit => unit.Code, Narrow)).Select(Line));
            read += of.Plan.Units.Sum(unit => Narrow(unit).Figures.Count);
            left += of.Figures.Count;
        }
        left -= read;
        Assert.True(left > read / 10, $"{left} of {read + left} figures are left unread.");
    }

    [Fact]
    public void Sentences_SayBothValues()
    {
        string[] Of(params CountedFigure[] figures)
        {
            var plan = RegisterCase.Of(3).Plan with { Swing = new SwingRule(20, 5), LastYear = [new(new UnitCode("U2"), RegisterCase.Count, Some.Wave1.Code, 10, Basis.Illustrative)] };
            var data = RegisterCase.Of(3).Data with { Received = [.. figures.Select(figure => new Reports.Scoring.ReceivedForm(new UnitCode("U2"), figure.Form, figure.Period, default, 1)).Distinct()] };
            return [.. RegisterLook.Of(new CountedRun(plan, Some.Year, data), new CountedUnit(plan.Units[1], figures)).Select(mismatch => mismatch.Sentence)];
        }

        CountedFigure Figure(IndicatorCode indicator, FormKind form, Period period, decimal value) => new(indicator, form, period.Code, false, value, null, null, null, null, 1, 1, 1, 1);

        Assert.Equal(
            [
                "U2: chỉ tiêu B01 (Chỉ tiêu B01) theo báo cáo đợt 1 năm 2020 là 5 số thực tế đến 14/02/2020, nhưng các tháng đã kết thúc đến ngày đó cộng lại là 7.",
                "U2: chỉ tiêu B01 (Chỉ tiêu B01) lũy kế năm 2020 là 4, ít hơn đợt 1 năm 2020 đã báo cáo thực tế là 5.",
            ],
            Of(
                Figure(RegisterCase.Count, FormKind.Figures, Some.Month(1), 3), Figure(RegisterCase.Count, FormKind.Figures, Some.Month(2), 4),
                Figure(RegisterCase.Count, FormKind.WaveReport, Some.Wave1, 9) with { Estimated = 4, DataAsOf = new(2020, 2, 14) },
                Figure(RegisterCase.Count, FormKind.WaveReport, Some.Year, 4)));
        Assert.Equal(
            ["U2: chỉ tiêu B01 (Chỉ tiêu B01) kỳ đợt 1 năm 2020 là 12, cùng kỳ năm trước là 10."],
            Of(Figure(RegisterCase.Count, FormKind.WaveReport, Some.Wave1, 12)));
        Assert.Equal(
            [
                "U2: chỉ tiêu B11 (Chỉ tiêu B11) kỳ tháng 3/2020 có tử số 5 lớn hơn mẫu số 4.",
                "U2: chỉ tiêu B11 (Chỉ tiêu B11) kỳ tháng 3/2020 ghi 80%, nhưng tính từ tử số và mẫu số là 125%.",
                "U2: chỉ tiêu B11 (Chỉ tiêu B11) kỳ tháng 3/2020 có tử số 5, nhưng chỉ tiêu B02 cùng kỳ là 6.",
                "U2: chỉ tiêu B11 (Chỉ tiêu B11) kỳ tháng 3/2020 có mẫu số 4, nhưng chỉ tiêu B01 cùng kỳ là 9.",
            ],
            Of(
                Figure(RegisterCase.Count, FormKind.Figures, Some.Month(3), 9), Figure(RegisterCase.Part, FormKind.Figures, Some.Month(3), 6),
                Figure(RegisterCase.Ratio, FormKind.Figures, Some.Month(3), 80) with { Numerator = 5, Denominator = 4 }));
    }

    [Fact]
    public void Look_OfAMonthAWaveAndTheYear_NamesEveryPairOnce()
    {
        var plan = RegisterCase.Of(1).Plan;
        IReadOnlyList<LookedAt> Of(Period period, DateOnly asOn) => RegisterLook.Of(plan, period, asOn);

        Assert.All([Some.Month(3), Some.Wave1, Some.Year], period =>
            Assert.Equal(Of(period, new(2020, 7, 1)).Count, Of(period, new(2020, 7, 1)).DistinctBy(look => (look.Period, look.Kind)).Count()));
        // A month speaks of its wave as far as it goes, and of its own months; of the wave's report it knows nothing.
        var march = Of(Some.Month(3), new(2020, 3, 31));
        Assert.Contains(new LookedAt(Some.Wave1.Code, MismatchKinds.Check, new(2020, 3, 14)), march);
        Assert.Contains(new LookedAt(Some.Month(2).Code, MismatchKinds.Swing, new(2020, 2, 14)), march);
        Assert.DoesNotContain(march, look => look.Kind == MismatchKinds.MonthsAgainstWave);
        Assert.DoesNotContain(march, look => look.Period == Some.Month(4).Code);
        // A wave looked at in its middle has reached that day only.
        Assert.Contains(new LookedAt(Some.Wave1.Code, MismatchKinds.Pace, new(2020, 5, 2)), Of(Some.Wave1, new(2020, 5, 2)));
        Assert.Contains(new LookedAt(Some.Wave1.Code, MismatchKinds.MonthsAgainstWave, new(2020, 6, 30)), Of(Some.Year, new(2020, 12, 31)));
    }

    // Fewer reasons to read: ratios bound to no other indicator, no wave reports, nothing of last year, an office that hands in for all.
    private static RegisterCase Plainer(RegisterCase of, int seed)
    {
        var figures = seed % 2 == 0 ? of.Figures : [.. of.Figures.Where(pair => pair.Figure.Form == FormKind.Figures)];
        var plan = of.Plan with
        {
            Units = [.. of.Plan.Units.Select(unit => seed % 3 > 0 && unit.ReportsFor is not null ? unit with { ReportsFor = "*" } : unit)],
            Indicators = [.. of.Plan.Indicators.Select(indicator => seed % 5 > 0 ? indicator with { NumeratorOf = null, DenominatorOf = null } : indicator)],
            Swing = seed % 7 > 0 ? null : of.Plan.Swing,
        };
        var units = plan.Units.ToDictionary(unit => unit.Code);
        return of with
        {
            Plan = plan,
            Data = of.Data with { Received = [.. of.Data.Received.Where(form => seed % 2 == 0 || form.Form == FormKind.Figures)] },
            Figures = [.. figures.Select(pair => (units[pair.Unit.Code], pair.Figure))],
        };
    }

    // As sum_figures.sql says it of the parts of a value.
    private static bool IsDoubtful(CountedFigure figure) =>
        figure.Numerator > figure.Denominator || Math.Abs((figure.Numerator!.Value * 100) - (figure.Value!.Value * (figure.Denominator ?? 0))) > 0.05m * Math.Abs(figure.Denominator ?? 0);

    private static string Line(Mismatch mismatch) => RegisterModel.Line(
        mismatch.Kind, mismatch.Period, Some.Unit(mismatch.Unit.Value), mismatch.Indicator!.Value, mismatch.Against, mismatch.Stated.Number!.Value.Round(6), mismatch.Compared.Number!.Value.Round(6));
}
