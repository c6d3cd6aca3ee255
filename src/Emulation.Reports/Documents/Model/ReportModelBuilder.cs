namespace Emulation.Reports.Documents.Model;

/// <summary>Makes the report model from a run. Pure: equal inputs give equal models.</summary>
public static class ReportModelBuilder
{
    public static ReportModel Build(ReportInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        input = input with { Plan = input.Plan.NamedOn(input.Plan.PeriodByCode(input.Run.Period).To) };
        var completeness = CompletenessPart.Build(input);
        var cover = CoverPart.Build(input);
        var results = ResultsPart.Build(input);
        var indicators = IndicatorsPart.Build(input);
        var movements = ResultsPart.Columns(input.Plan);
        var ranking = RankingPart.Build(input);
        var cards = ScoreCardsPart.Build(input);
        var outstanding = OutstandingPart.Build(input);
        var headlines = HeadlinesPart.Build(input, cover, completeness, indicators, ranking);
        return new ReportModel
        {
            Cover = cover,
            Headlines = [.. headlines.Select(sentence => sentence.Text)],
            HeadlineNumbers = [.. headlines.Select(sentence => sentence.Numbers)],
            Completeness = completeness,
            Movements = movements,
            Results = results,
            Indicators = indicators,
            Progress = ProgressPart.Build(input, movements, indicators),
            Figures = FiguresPart.Build(input, indicators),
            Trend = TrendPart.Build(input),
            Awards = AwardsPart.Build(input),
            Ranking = ranking,
            Outstanding = outstanding,
            Questions = QuestionsPart.Build(input),
            Explanations = ExplanationsPart.Build(input),
            ScoreCards = cards,
            Changes = ChangesPart.Build(input, results, ranking, cards),
            Glossary = GlossaryPart.Build(),
            Distribution = DistributionPart.Build(input),
            Letterhead = LetterheadPart.Build(input),
            PreviousPeriod = input.Previous?.Cover.PeriodName,
        };
    }
}
