using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Reports.Documents.Places;
using Emulation.Reports.Reconciliation;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Documents.Model;

/// <summary>A few sentences that say the main things and hide nothing: how complete, how far, who leads, what is open.</summary>
internal static class HeadlinesPart
{
    private const int NamesInASentence = 8;

    public static IReadOnlyList<Phrase> Build(
        ReportInput input, ReportCover cover, CompletenessBoard board, IReadOnlyList<IndicatorTotal> indicators, IReadOnlyList<RankingBlock> ranking)
    {
        Phrase?[] sentences =
        [
            Coverage(cover),
            Counts(board),
            Previous(input, cover),
            Rearranged(input),
            Targets(indicators),
            IndicatorWords.OfProvince(indicators) is { } own ? Texts.Say("Headline.Province", own.Met, own.Judged) : null,
            Weakest(indicators),
            Pace(input),
            Leaders(input, ranking),
            Estimates(input),
            Questions(input),
            Certainty(cover),
        ];
        return [.. sentences.OfType<Phrase>()];
    }

    private static Phrase Coverage(ReportCover cover)
    {
        var asOf = Phrase.Of(VietnameseFormat.Moment(cover.DataAsOf), Addresses.Cover("data-as-of"));
        var expected = Units(cover.ExpectedUnits, Addresses.Cover("expected-units"));
        return cover switch
        {
            { ExpectedUnits: 0 } => Texts.Say("Headline.NothingDue", asOf),
            { MissingUnits.Count: 0 } => Texts.Say("Headline.AllComplete", asOf, expected),
            _ => Texts.Say(
                "Headline.Coverage", asOf, Units(cover.CompleteUnits, Addresses.Cover("complete-units")), expected,
                Phrase.List(cover.MissingUnits, NamesInASentence, new NumberOrigin(OriginStep.Sum, [Addresses.Cover("missing-units")]))),
        };
    }

    private static Phrase Units(int number, ValueAddress address) => Phrase.Of(VietnameseFormat.Number(number), address);

    private static Phrase? Counts(CompletenessBoard board)
    {
        Phrase Sum(string column, Func<DutyColumn, int> count) => Phrase.Sum(board.Duties.Select(duty => (count(duty), Addresses.Duty(duty, column))));
        return board.Duties.Sum(duty => duty.Expected) == 0
            ? null
            : Texts.Say(
                "Headline.Counts",
                Sum("expected", duty => duty.Expected),
                Sum("on-time", duty => duty.OnTime),
                Sum("late", duty => duty.Late),
                Sum("needs-fixing", duty => duty.NeedsFixing),
                Sum("missing", duty => duty.Missing),
                Sum("exempt", duty => duty.Exempt));
    }

    private static Phrase? Previous(ReportInput input, ReportCover cover) => input.Previous is { } before && before.Cover.ExpectedUnits > 0
        ? Texts.Say(
            "Headline.Previous",
            before.Cover.PeriodName,
            Pair(before.Cover, column => Addresses.Previous(before.Cover.PeriodCode, column)),
            Pair(cover, Addresses.Cover))
            + (Change(input) is { } change ? " " + Texts.Say("Headline.PreviousBroken", VietnameseFormat.Date(change)) : "")
        : null;

    private static Phrase Pair(ReportCover cover, Func<string, ValueAddress> address) =>
        Units(cover.CompleteUnits, address("complete-units")) + "/" + Units(cover.ExpectedUnits, address("expected-units"));

    /// <summary>That units changed since the period before, and with what theirs can be compared.</summary>
    private static Phrase? Rearranged(ReportInput input)
    {
        if (Change(input) is not { } day)
        {
            return null;
        }
        var period = input.Plan.PeriodByCode(input.Run.Period);
        var eve = period.From.AddDays(-1);
        var now = input.Plan.Units.Where(unit => unit.ExistsOn(period.To)).Select(unit => (unit.Code, Compared: input.Plan.Compare(unit, eve, period.To))).ToList();
        var ended = input.Plan.Units.Where(unit => unit.ValidTo >= eve && unit.ValidTo < period.To);
        return Texts.Say(
            now.Exists(unit => unit.Compared is Comparability.Broken) ? "Headline.Rearranged" : "Headline.RearrangedSums",
            VietnameseFormat.Date(day), Changed(ended.Select(unit => unit.Code)), Changed(now.Where(unit => unit.Compared is not Comparability.Same).Select(unit => unit.Code)));
    }

    private static Phrase Changed(IEnumerable<UnitCode> units) => Phrase.Count(units.Select(unit => Addresses.Unit(unit.Value)), Addresses.Unit(""));

    private static DateOnly? Change(ReportInput input)
    {
        var period = input.Plan.PeriodByCode(input.Run.Period);
        return input.Plan.LatestChange(period.From.AddDays(-1), period.To);
    }

    private static Phrase? Targets(IReadOnlyList<IndicatorTotal> indicators)
    {
        var judged = indicators.Where(total => total.Verdict != "none").ToList();
        return judged.Count == 0
            ? null
            : Texts.Say(
                "Headline.Targets",
                Phrase.Count(judged.Where(total => total.Verdict == "met").Select(Addresses.Verdict), Addresses.Verdict(judged[0])),
                Phrase.Count(judged.Select(Addresses.Verdict), Addresses.Verdict(judged[0])));
    }

    private static Phrase? Weakest(IReadOnlyList<IndicatorTotal> indicators)
    {
        var weakest = indicators.Where(total => total is { Verdict: "short", AchievedPercent: not null }).OrderBy(total => total.AchievedPercent).Take(3).ToList();
        return weakest.Count == 0
            ? null
            : Texts.Say("Headline.Weakest", Phrase.Join("; ", weakest.Select(total =>
                Texts.Say("Headline.WeakestItem", total.Name, Phrase.Of(VietnameseFormat.Percent(total.AchievedPercent!.Value), Addresses.Indicator(total, "achieved-percent"))))));
    }

    // An expectation, never scored; only while the figures still come in.
    private static Phrase? Pace(ReportInput input)
    {
        if (input.Kind != ReportKind.MonthlyProgress)
        {
            return null;
        }
        var totals = ExpectedPace.Totals(input.Plan, ExpectedPace.Of(input.Plan, input.Run, input.Plan.TimeZone.DateOf(input.DataAsOf)));
        var slowest = totals.Where(total => total.AheadPercent < 0).OrderBy(total => total.AheadPercent).Take(3).ToList();
        return totals.Count == 0 ? null : Texts.Say(
            slowest.Count == 0 ? "Headline.PaceKept" : "Headline.Pace",
            VietnameseFormat.Date(totals.Max(total => total.ReachedOn)), OnPace(totals.Where(total => total.Value >= total.Expected), totals[0]), OnPace(totals, totals[0]),
            Phrase.Join("; ", slowest.Select(total => Texts.Say(
                "Headline.PaceItem", input.Plan.IndicatorByCode(total.Indicator).Name,
                Phrase.Of(VietnameseFormat.Percent(-total.AheadPercent!.Value), Addresses.Pace(total.Indicator.Value, "behind-percent"))))));
    }

    private static Phrase OnPace(IEnumerable<PaceTotal> totals, PaceTotal any) =>
        Phrase.Count(totals.Select(total => Addresses.Pace(total.Indicator.Value, "standing")), Addresses.Pace(any.Indicator.Value, "standing"));

    private static Phrase? Leaders(ReportInput input, IReadOnlyList<RankingBlock> ranking)
    {
        var leaders = ranking
            .Where(block => block.IsRanked)
            .Select(block => (Block: block, First: block.Units.Where(unit => unit.Rank == 1).ToList()))
            .Where(block => block.First.Count > 0)
            .Select(block => Texts.Say(
                "Headline.Leader", block.Block.Name, string.Join(", ", block.First.Select(unit => unit.Unit)),
                Phrase.Of(VietnameseFormat.Points(block.First[0].Points), Addresses.Rank(block.Block, block.First[0], "points"))))
            .ToList();
        return leaders.Count == 0 ? null : Texts.Say(input.IsClosed ? "Headline.Leaders" : "Headline.LeadersSoFar", Phrase.Join("; ", leaders));
    }

    private static Phrase? Estimates(ReportInput input)
    {
        var units = input.Run.Indicators.Where(result => result.State == ScoredState.Estimated).DistinctBy(result => result.Unit)
            .Select(result => Addresses.Figure(result.Unit.Value, result.Indicator.Value, "state")).ToList();
        return units.Count == 0 ? null : Texts.Say(input.IsClosed ? "Headline.EstimatesClosed" : "Headline.Estimates", Phrase.Count(units, units[0]));
    }

    // The run's questions stand first among those of the report.
    private static Phrase? Questions(ReportInput input)
    {
        var questions = input.Run.Discrepancies.Select((question, index) => Addresses.Question(question.Unit.Value, index + 1)).ToList();
        return questions.Count == 0 ? null : Texts.Say("Headline.Questions", Phrase.Count(questions, questions[0]));
    }

    private static Phrase Certainty(ReportCover cover) => Texts.Get("Headline.Status." + cover.Status);
}
