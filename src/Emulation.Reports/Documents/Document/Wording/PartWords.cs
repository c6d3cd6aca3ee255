using Emulation.Reports.Documents.Model;
using static Emulation.Reports.Documents.Document.Wording.Amounts;

namespace Emulation.Reports.Documents.Document.Wording;

/// <summary>The paragraphs of sections I to VI that figures support. What only people can say has its own place in the template. Pure.</summary>
internal static class PartWords
{
    private const int Named = 8;

    public static string Opening(ReportCover cover)
    {
        var rules = cover.RuleNote is null ? "" : Texts.Get("Document.Opening.Rules", LowerFirst(cover.RuleNote));
        return Texts.Get(
            "Document.Opening", cover.Issuer, LowerFirst(cover.Subject), VietnameseFormat.Moment(cover.DataAsOf), Texts.Get($"Document.Opening.{cover.Status}"), rules,
            cover.RunHash, Count(cover.Edition));
    }

    /// <summary>I: what was launched, and what became of every duty owed so far.</summary>
    public static IReadOnlyList<string> Direction(ReportModel model)
    {
        var cover = model.Cover;
        var movements = model.Movements.Count(movement => movement.Title is not null);
        var duties = model.Completeness.Duties.GroupBy(duty => duty.DutyName).Select(Duty).OfType<string>().ToList();
        return
        [
            Texts.Get("Document.Direction", cover.Issuer, cover.PlanTitle, Count(movements), VietnameseFormat.Date(cover.From), VietnameseFormat.Date(cover.To)),
            Coverage(cover),
            .. duties,
        ];
    }

    private static string Coverage(ReportCover cover) => cover switch
    {
        { ExpectedUnits: 0 } => Texts.Get("Headline.NothingDue", VietnameseFormat.Moment(cover.DataAsOf)),
        { MissingUnits.Count: 0 } => Texts.Get("Headline.AllComplete", VietnameseFormat.Moment(cover.DataAsOf), Count(cover.ExpectedUnits)),
        _ => Texts.Get(
            "Document.Coverage", VietnameseFormat.Moment(cover.DataAsOf), Count(cover.CompleteUnits), Count(cover.ExpectedUnits), VietnameseFormat.List(cover.MissingUnits, Named)),
    };

    private static string? Duty(IGrouping<string, DutyColumn> duties)
    {
        (string Standing, int Count)[] counts =
        [
            ("OnTime", duties.Sum(duty => duty.OnTime)), ("Late", duties.Sum(duty => duty.Late)), ("NeedsFixing", duties.Sum(duty => duty.NeedsFixing)),
            ("Missing", duties.Sum(duty => duty.Missing)), ("Exempt", duties.Sum(duty => duty.Exempt)),
        ];
        var said = counts.Where(pair => pair.Count > 0).Select(pair => Texts.Get("Document.Duty." + pair.Standing, Count(pair.Count)));
        var expected = duties.Sum(duty => duty.Expected);
        return expected == 0 ? null : Texts.Get("Document.Duty", duties.Key, Count(expected), string.Join(", ", said));
    }

    /// <summary>II.1: the targets of all movements together, and what the figures compare with.</summary>
    public static IReadOnlyList<string> Overall(ReportModel model)
    {
        var judged = model.Indicators.Where(total => total.Verdict != "none").ToList();
        var met = judged.Count(total => total.Verdict == "met");
        var estimated = model.Figures.Count(unit => unit.Cells.Any(cell => cell?.State == "estimated"));
        string?[] paragraphs =
        [
            judged.Count == 0 ? Texts.Get("Document.Overall.None") : Texts.Get("Document.Overall", Count(met), Count(judged.Count), Count(judged.Count - met)),
            estimated == 0 ? null : Texts.Get("Document.Overall.Estimated", Count(estimated)),
            model.PreviousPeriod is null ? Texts.Get("Document.Overall.NoPrevious") : null,
        ];
        return [.. paragraphs.OfType<string>()];
    }

    /// <summary>II.3: who leads each block; no grade where the report gives none.</summary>
    public static IReadOnlyList<string> Ranking(ReportModel model)
    {
        var lines = model.Ranking.Where(block => block.IsRanked).Select(Block).OfType<string>().ToList();
        return lines.Count == 0
            ? [Texts.Get("Document.Ranking.None")]
            : [Texts.Get(model.Cover.Status == ReportStatus.Final ? "Document.Ranking.Final" : "Document.Ranking.SoFar"), .. lines];
    }

    private static string? Block(RankingBlock block)
    {
        var ranked = block.Units.Where(unit => unit.Rank is not null).ToList();
        var grades = ranked.Where(unit => unit.Grade.Length > 0).GroupBy(unit => unit.Grade).Select(grade => $"{Count(grade.Count())} {grade.Key}").ToList();
        var leaders = string.Join(", ", ranked.Where(unit => unit.Rank <= 3).Select(unit => Texts.Get("Document.Ranking.Unit", Count(unit.Rank!.Value), unit.Unit, VietnameseFormat.Points(unit.Points))));
        return ranked.Count == 0
            ? null
            : Texts.Get("Document.Ranking.Block", block.Name, Count(ranked.Count), leaders) + (grades.Count == 0 ? "." : Texts.Get("Document.Ranking.Grades", string.Join(", ", grades)));
    }

    /// <summary>III: the proposals counted; the system proposes, the council decides.</summary>
    public static IReadOnlyList<string> Awards(ReportModel model)
    {
        string Sum(Func<AwardCount, int> count, Func<AwardCount, bool>? which = null) => Count(model.Awards.Where(which ?? (_ => true)).Sum(count));
        return model.Awards.Count == 0
            ? [Texts.Get("Document.Awards.None")]
            :
            [
                Texts.Get(
                    "Document.Awards", Count(model.Awards.Select(award => award.UnitCode).Distinct().Count()), Sum(award => award.Count), Sum(award => award.Count, award => award.IsCollective),
                    Sum(award => award.Count, award => !award.IsCollective), Sum(award => award.Ready), Sum(award => award.NeedsPerson), Sum(award => award.Blocked)),
                model.Awards.Sum(award => award.Decided) == 0
                    ? Texts.Get("Document.Awards.Undecided")
                    : Texts.Get("Document.Awards.Council", Sum(award => award.Decided), Sum(award => award.Granted)),
            ];
    }

    /// <summary>IV: what the figures show as wanting.</summary>
    public static IReadOnlyList<string> Shortcomings(ReportModel model)
    {
        var behind = IndicatorWords.FurthestBehind(model.Indicators);
        int Count(string standing) => model.Outstanding.Count(report => report.Standing == standing);
        var open = model.Questions.Count + model.Explanations.Count(question => question.Kind == "unexplained");
        string?[] paragraphs =
        [
            behind.Count == 0 ? null : Texts.Get("Document.Short.Targets", VietnameseFormat.Number(behind.Count), string.Join("; ", behind.Take(5).Select(Behind))),
            model.Outstanding.Count == 0 ? null : Texts.Get(
                "Document.Short.Reports", VietnameseFormat.Number(Count("missing")), VietnameseFormat.Number(Count("needs-fixing")), VietnameseFormat.Number(Count("late"))),
            open == 0 ? null : Texts.Get("Document.Short.Questions", VietnameseFormat.Number(open)),
        ];
        var said = paragraphs.OfType<string>().ToList();
        return said.Count == 0 ? [Texts.Get("Document.Short.None")] : said;
    }

    private static string Behind(IndicatorTotal total) => total.AchievedPercent is { } percent
        ? Texts.Get("Document.Short.Target", total.Name, VietnameseFormat.Percent(percent))
        : total.Name;

    /// <summary>V: what follows from what is wanting; nothing where nothing is.</summary>
    public static IReadOnlyList<string> Tasks(ReportModel model)
    {
        var behind = IndicatorWords.FurthestBehind(model.Indicators);
        var owing = model.Outstanding.Where(report => report.Standing is "missing" or "needs-fixing").Select(report => report.Unit).Distinct().ToList();
        string?[] paragraphs =
        [
            behind.Count == 0 ? null : Texts.Get("Document.Task.Targets", string.Join("; ", behind.Take(5).Select(total => total.Name))),
            owing.Count == 0 ? null : Texts.Get("Document.Task.Reports", VietnameseFormat.List(owing, Named)),
            model.Questions.Count == 0 ? null : Texts.Get("Document.Task.Questions", Count(model.Questions.Count)),
        ];
        return [.. paragraphs.OfType<string>()];
    }

    /// <summary>VI: what the report itself must ask for.</summary>
    public static IReadOnlyList<string> Requests(ReportModel model)
    {
        string?[] paragraphs =
        [
            model.Outstanding.Any(report => report.Standing != "late") ? Texts.Get("Document.Request.Reports") : null,
            model.Questions.Count + model.Explanations.Count > 0 ? Texts.Get("Document.Request.Questions") : null,
        ];
        return [.. paragraphs.OfType<string>()];
    }

    public static string Closing(ReportCover cover) => Texts.Get("Document.Closing", LowerFirst(cover.Subject), cover.Issuer);

    private static string LowerFirst(string text) => text.Length == 0 ? text : char.ToLower(text[0], Texts.Vietnamese) + text[1..];
}
