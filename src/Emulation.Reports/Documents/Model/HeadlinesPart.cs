using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Reports.Reconciliation;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Documents.Model;

/// <summary>A few sentences that say the main things and hide nothing: how complete, how far, who leads, what is open.</summary>
internal static class HeadlinesPart
{
    private const int NamesInASentence = 8;

    public static IReadOnlyList<string> Build(
        ReportInput input, ReportCover cover, CompletenessBoard board, IReadOnlyList<IndicatorTotal> indicators, IReadOnlyList<RankingBlock> ranking)
    {
        string?[] sentences =
        [
            Coverage(cover),
            Counts(board),
            Previous(input, cover),
            Rearranged(input),
            Targets(indicators),
            Weakest(indicators),
            Pace(input),
            Leaders(input, ranking),
            Estimates(input),
            Questions(input),
            Certainty(cover),
        ];
        return [.. sentences.OfType<string>()];
    }

    private static string Coverage(ReportCover cover)
    {
        var asOf = VietnameseFormat.Moment(cover.DataAsOf);
        var (complete, expected) = (VietnameseFormat.Number(cover.CompleteUnits), VietnameseFormat.Number(cover.ExpectedUnits));
        return cover switch
        {
            { ExpectedUnits: 0 } => Texts.Get("Headline.NothingDue", asOf),
            { MissingUnits.Count: 0 } => Texts.Get("Headline.AllComplete", asOf, expected),
            _ => Texts.Get("Headline.Coverage", asOf, complete, expected, VietnameseFormat.List(cover.MissingUnits, NamesInASentence)),
        };
    }

    private static string? Counts(CompletenessBoard board)
    {
        string Sum(Func<DutyColumn, int> count) => VietnameseFormat.Number(board.Duties.Sum(count));
        return board.Duties.Sum(duty => duty.Expected) == 0
            ? null
            : Texts.Get(
                "Headline.Counts",
                Sum(duty => duty.Expected),
                Sum(duty => duty.OnTime),
                Sum(duty => duty.Late),
                Sum(duty => duty.NeedsFixing),
                Sum(duty => duty.Missing),
                Sum(duty => duty.Exempt));
    }

    private static string? Previous(ReportInput input, ReportCover cover) => input.Previous is { } before && before.Cover.ExpectedUnits > 0
        ? Texts.Get(
            "Headline.Previous",
            before.Cover.PeriodName,
            $"{VietnameseFormat.Number(before.Cover.CompleteUnits)}/{VietnameseFormat.Number(before.Cover.ExpectedUnits)}",
            $"{VietnameseFormat.Number(cover.CompleteUnits)}/{VietnameseFormat.Number(cover.ExpectedUnits)}")
            + (Change(input) is { } change ? " " + Texts.Get("Headline.PreviousBroken", VietnameseFormat.Date(change)) : "")
        : null;

    /// <summary>That units changed since the period before, and with what theirs can be compared.</summary>
    private static string? Rearranged(ReportInput input)
    {
        if (Change(input) is not { } day)
        {
            return null;
        }
        var period = input.Plan.PeriodByCode(input.Run.Period);
        var eve = period.From.AddDays(-1);
        var now = input.Plan.Units.Where(unit => unit.ExistsOn(period.To)).Select(unit => input.Plan.Compare(unit, eve, period.To)).ToList();
        var ended = input.Plan.Units.Count(unit => unit.ValidTo >= eve && unit.ValidTo < period.To);
        return Texts.Get(
            now.Any(unit => unit is Comparability.Broken) ? "Headline.Rearranged" : "Headline.RearrangedSums",
            VietnameseFormat.Date(day), VietnameseFormat.Number(ended), VietnameseFormat.Number(now.Count(unit => unit is not Comparability.Same)));
    }

    private static DateOnly? Change(ReportInput input)
    {
        var period = input.Plan.PeriodByCode(input.Run.Period);
        return input.Plan.LatestChange(period.From.AddDays(-1), period.To);
    }

    private static string? Targets(IReadOnlyList<IndicatorTotal> indicators)
    {
        var judged = indicators.Where(total => total.Verdict != "none").ToList();
        return judged.Count == 0
            ? null
            : Texts.Get(
                "Headline.Targets",
                VietnameseFormat.Number(judged.Count(total => total.Verdict == "met")),
                VietnameseFormat.Number(judged.Count));
    }

    private static string? Weakest(IReadOnlyList<IndicatorTotal> indicators)
    {
        var weakest = indicators.Where(total => total is { Verdict: "short", AchievedPercent: not null }).OrderBy(total => total.AchievedPercent).Take(3).ToList();
        return weakest.Count == 0
            ? null
            : Texts.Get("Headline.Weakest", string.Join("; ", weakest.Select(total =>
                Texts.Get("Headline.WeakestItem", total.Name, VietnameseFormat.Percent(total.AchievedPercent!.Value)))));
    }

    // An expectation, never scored; only while the figures still come in.
    private static string? Pace(ReportInput input)
    {
        if (input.Kind != ReportKind.MonthlyProgress)
        {
            return null;
        }
        var totals = ExpectedPace.Totals(input.Plan, ExpectedPace.Of(input.Plan, input.Run, input.Plan.TimeZone.DateOf(input.DataAsOf)));
        var slowest = totals.Where(total => total.AheadPercent < 0).OrderBy(total => total.AheadPercent).Take(3).ToList();
        return totals.Count == 0 ? null : Texts.Get(
            slowest.Count == 0 ? "Headline.PaceKept" : "Headline.Pace",
            VietnameseFormat.Date(totals.Max(total => total.ReachedOn)), VietnameseFormat.Number(totals.Count(total => total.Value >= total.Expected)), VietnameseFormat.Number(totals.Count),
            string.Join("; ", slowest.Select(total => Texts.Get("Headline.PaceItem", input.Plan.IndicatorByCode(total.Indicator).Name, VietnameseFormat.Percent(-total.AheadPercent!.Value)))));
    }

    private static string? Leaders(ReportInput input, IReadOnlyList<RankingBlock> ranking)
    {
        var leaders = ranking
            .Where(block => block.IsRanked)
            .Select(block => (block.Name, First: block.Units.Where(unit => unit.Rank == 1).ToList()))
            .Where(block => block.First.Count > 0)
            .Select(block => Texts.Get(
                "Headline.Leader", block.Name, string.Join(", ", block.First.Select(unit => unit.Unit)), VietnameseFormat.Points(block.First[0].Points)))
            .ToList();
        return leaders.Count == 0 ? null : Texts.Get(input.IsClosed ? "Headline.Leaders" : "Headline.LeadersSoFar", string.Join("; ", leaders));
    }

    private static string? Estimates(ReportInput input)
    {
        var units = input.Run.Indicators.Where(result => result.State == ScoredState.Estimated).Select(result => result.Unit).Distinct().Count();
        return units == 0 ? null : Texts.Get(input.IsClosed ? "Headline.EstimatesClosed" : "Headline.Estimates", VietnameseFormat.Number(units));
    }

    private static string? Questions(ReportInput input) => input.Run.Discrepancies.Count == 0
        ? null
        : Texts.Get("Headline.Questions", VietnameseFormat.Number(input.Run.Discrepancies.Count));

    private static string Certainty(ReportCover cover) => Texts.Get("Headline.Status." + cover.Status);
}
