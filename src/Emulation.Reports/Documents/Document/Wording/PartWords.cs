using Emulation.Reports.Documents.Model;
using Emulation.Reports.Documents.Places;
using static Emulation.Reports.Documents.Document.Wording.Amounts;

namespace Emulation.Reports.Documents.Document.Wording;

/// <summary>The paragraphs of sections I to VI that figures support. What only people can say has its own place in the template. Pure.</summary>
internal static class PartWords
{
    private const int Named = 8;

    public static Phrase Opening(ReportCover cover)
    {
        var rules = cover.RuleNote is null ? "" : Texts.Get("Document.Opening.Rules", LowerFirst(cover.RuleNote));
        return Texts.Say(
            "Document.Opening", cover.Issuer, LowerFirst(cover.Subject), AsOf(cover), Texts.Get($"Document.Opening.{cover.Status}"), rules,
            Phrase.Of(cover.RunHash, Addresses.Cover("run-hash")), Count(cover.Edition, Addresses.Cover("edition")));
    }

    private static Phrase AsOf(ReportCover cover) => Phrase.Of(VietnameseFormat.Moment(cover.DataAsOf), Addresses.Cover("data-as-of"));

    /// <summary>I: what was launched, and what became of every duty owed so far.</summary>
    public static IReadOnlyList<Phrase> Direction(ReportModel model)
    {
        var cover = model.Cover;
        var movements = model.Movements.Where(movement => movement.Title is not null).Select(movement => Addresses.Group(movement.Code));
        var duties = model.Completeness.Duties.GroupBy(duty => duty.DutyName).Select(Duty).OfType<Phrase>().ToList();
        return
        [
            Texts.Say(
                "Document.Direction", cover.Issuer, cover.PlanTitle, Phrase.Count(movements, Addresses.Cover("rule-set")),
                Phrase.Of(VietnameseFormat.Date(cover.From), Addresses.Cover("from")), Phrase.Of(VietnameseFormat.Date(cover.To), Addresses.Cover("to"))),
            .. cover.Late is { } late ? [Texts.Say("Document.Late", Phrase.Quote(late, Addresses.Cover("late")))] : Array.Empty<Phrase>(),
            Coverage(cover),
            .. duties,
        ];
    }

    private static Phrase Coverage(ReportCover cover)
    {
        var expected = Count(cover.ExpectedUnits, Addresses.Cover("expected-units"));
        return cover switch
        {
            { ExpectedUnits: 0 } => Texts.Say("Headline.NothingDue", AsOf(cover)),
            { MissingUnits.Count: 0 } => Texts.Say("Headline.AllComplete", AsOf(cover), expected),
            _ => Texts.Say(
                "Document.Coverage", AsOf(cover), Count(cover.CompleteUnits, Addresses.Cover("complete-units")), expected,
                Phrase.List(cover.MissingUnits, Named, new NumberOrigin(OriginStep.Sum, [Addresses.Cover("missing-units")]))),
        };
    }

    private static Phrase? Duty(IGrouping<string, DutyColumn> duties)
    {
        Phrase Sum(string column, Func<DutyColumn, int> count) => Phrase.Sum(duties.Select(duty => (count(duty), Addresses.Duty(duty, column))));
        (string Standing, string Column, Func<DutyColumn, int> Count)[] counts =
        [
            ("OnTime", "on-time", duty => duty.OnTime), ("Late", "late", duty => duty.Late), ("NeedsFixing", "needs-fixing", duty => duty.NeedsFixing),
            ("Missing", "missing", duty => duty.Missing), ("Exempt", "exempt", duty => duty.Exempt),
        ];
        var said = counts.Where(part => duties.Sum(part.Count) > 0).Select(part => Texts.Say("Document.Duty." + part.Standing, Sum(part.Column, part.Count)));
        return duties.Sum(duty => duty.Expected) == 0 ? null : Texts.Say("Document.Duty", duties.Key, Sum("expected", duty => duty.Expected), Phrase.Join(", ", said));
    }

    /// <summary>II.1: the targets of all movements together, and what the figures compare with.</summary>
    public static IReadOnlyList<Phrase> Overall(ReportModel model)
    {
        var judged = model.Indicators.Where(total => total.Verdict != "none").ToList();
        Phrase Judged(Func<IndicatorTotal, bool> which) => Phrase.Count(judged.Where(which).Select(Addresses.Verdict), Addresses.Verdict(judged[0]));
        var estimated = model.Figures.Select(unit => (unit.UnitCode, Index: unit.Cells.Index().Where(cell => cell.Item?.State == "estimated").Select(cell => cell.Index).DefaultIfEmpty(-1).First()))
            .Where(unit => unit.Index >= 0).Select(unit => Addresses.Figure(unit.UnitCode, model.Indicators[unit.Index].Code, "state")).ToList();
        Phrase?[] paragraphs =
        [
            judged.Count == 0
                ? Texts.Get("Document.Overall.None")
                : Texts.Say("Document.Overall", Judged(total => total.Verdict == "met"), Judged(_ => true), Judged(total => total.Verdict != "met")),
            IndicatorWords.OfProvince(model.Indicators) is { } own ? Texts.Say("Document.Overall.Province", own.Met, own.Judged) : null,
            estimated.Count == 0 ? null : Texts.Say("Document.Overall.Estimated", Count(estimated)),
            model.PreviousPeriod is null ? Texts.Get("Document.Overall.NoPrevious") : null,
        ];
        return [.. paragraphs.OfType<Phrase>()];
    }

    /// <summary>II.3: who leads each block; no grade where the report gives none.</summary>
    public static IReadOnlyList<Phrase> Ranking(ReportModel model)
    {
        var lines = model.Ranking.Where(block => block.IsRanked).Select(Block).OfType<Phrase>().ToList();
        return lines.Count == 0
            ? [Texts.Get("Document.Ranking.None")]
            : [Texts.Get(model.Cover.Status == ReportStatus.Final ? "Document.Ranking.Final" : "Document.Ranking.SoFar"), .. lines];
    }

    private static Phrase? Block(RankingBlock block)
    {
        var ranked = block.Units.Where(unit => unit.Rank is not null).ToList();
        var grades = ranked.Where(unit => unit.Grade.Length > 0).GroupBy(unit => unit.Grade)
            .Select(grade => Count(grade.Select(unit => Addresses.Rank(block, unit, "grade"))) + " " + grade.Key).ToList();
        var leaders = Phrase.Join(", ", ranked.Where(unit => unit.Rank <= 3).Select(unit => Texts.Say(
            "Document.Ranking.Unit", Count(unit.Rank!.Value, Addresses.Rank(block, unit, "rank")), unit.Unit,
            Phrase.Of(VietnameseFormat.Points(unit.Points), Addresses.Rank(block, unit, "points")))));
        return ranked.Count == 0
            ? null
            : Texts.Say("Document.Ranking.Block", block.Name, Count(ranked.Select(unit => Addresses.Rank(block, unit, "rank"))), leaders)
                + (grades.Count == 0 ? "." : Texts.Say("Document.Ranking.Grades", Phrase.Join(", ", grades)));
    }

    /// <summary>III: the proposals counted; the system proposes, the council decides.</summary>
    public static IReadOnlyList<Phrase> Awards(ReportModel model)
    {
        var none = Addresses.Cover("plan");
        Phrase Sum(string column, Func<AwardCount, int> count, bool? isCollective = null)
        {
            var counted = model.Awards.Where(award => isCollective is null || award.IsCollective == isCollective).Select(award => (count(award), Addresses.Award(award, column))).ToList();
            return counted.Count == 0 ? Phrase.Count([], none) : Phrase.Sum(counted);
        }

        return model.Awards.Count == 0
            ? [Texts.Get("Document.Awards.None")]
            :
            [
                Texts.Say(
                    "Document.Awards", Count(model.Awards.DistinctBy(award => award.UnitCode).Select(award => Addresses.Award(award, "count"))), Sum("count", award => award.Count),
                    Sum("count", award => award.Count, isCollective: true), Sum("count", award => award.Count, isCollective: false), Sum("ready", award => award.Ready),
                    Sum("needs-person", award => award.NeedsPerson), Sum("blocked", award => award.Blocked)),
                model.Awards.Sum(award => award.Decided) == 0
                    ? Texts.Get("Document.Awards.Undecided")
                    : Texts.Say("Document.Awards.Council", Sum("decided", award => award.Decided), Sum("granted", award => award.Granted)),
            ];
    }

    /// <summary>IV: what the figures show as wanting.</summary>
    public static IReadOnlyList<Phrase> Shortcomings(ReportModel model)
    {
        var behind = IndicatorWords.FurthestBehind(model.Indicators);
        Phrase Owed(string standing) => Phrase.Count(
            model.Outstanding.Where(report => report.Standing == standing).Select(report => Addresses.Board(model, report, "standing")), Addresses.Cover("expected-units"));
        var open = Addresses.Questions(model).Concat(model.Explanations.Index().Where(said => said.Item.Kind == "unexplained").Select(said => Addresses.Explanation(said.Item.UnitCode, said.Index + 1))).ToList();
        Phrase?[] paragraphs =
        [
            behind.Count == 0 ? null : Texts.Say("Document.Short.Targets", Count(behind.Select(Addresses.Verdict)), Phrase.Join("; ", behind.Take(5).Select(Behind))),
            model.Outstanding.Count == 0 ? null : Texts.Say("Document.Short.Reports", Owed("missing"), Owed("needs-fixing"), Owed("late")),
            open.Count == 0 ? null : Texts.Say("Document.Short.Questions", Count(open)),
        ];
        var said = paragraphs.OfType<Phrase>().ToList();
        return said.Count == 0 ? [Texts.Get("Document.Short.None")] : said;
    }

    private static Phrase Behind(IndicatorTotal total) => total.AchievedPercent is { } percent
        ? Texts.Say("Document.Short.Target", total.Name, Achieved(total, percent))
        : total.Name;

    /// <summary>V: what follows from what is wanting; nothing where nothing is.</summary>
    public static IReadOnlyList<Phrase> Tasks(ReportModel model)
    {
        var behind = IndicatorWords.FurthestBehind(model.Indicators);
        var owing = model.Outstanding.Where(report => report.Standing is "missing" or "needs-fixing").DistinctBy(report => report.Unit).ToList();
        Phrase?[] paragraphs =
        [
            behind.Count == 0 ? null : Texts.Say("Document.Task.Targets", string.Join("; ", behind.Take(5).Select(total => total.Name))),
            owing.Count == 0 ? null : Texts.Say("Document.Task.Reports", Phrase.List(
                [.. owing.Select(report => report.Unit)], Named, new NumberOrigin(OriginStep.Count, [.. owing.Select(report => Addresses.Board(model, report, "standing"))]))),
            model.Questions.Count == 0 ? null : Texts.Say("Document.Task.Questions", Count(Addresses.Questions(model))),
        ];
        return [.. paragraphs.OfType<Phrase>()];
    }

    /// <summary>VI: what the report itself must ask for.</summary>
    public static IReadOnlyList<Phrase> Requests(ReportModel model)
    {
        Phrase?[] paragraphs =
        [
            model.Outstanding.Any(report => report.Standing != "late") ? Texts.Get("Document.Request.Reports") : null,
            model.Questions.Count + model.Explanations.Count > 0 ? Texts.Get("Document.Request.Questions") : null,
        ];
        return [.. paragraphs.OfType<Phrase>()];
    }

    public static Phrase Closing(ReportCover cover) => Texts.Say("Document.Closing", LowerFirst(cover.Subject), cover.Issuer);

    private static string LowerFirst(string text) => text.Length == 0 ? text : char.ToLower(text[0], Texts.Vietnamese) + text[1..];
}
