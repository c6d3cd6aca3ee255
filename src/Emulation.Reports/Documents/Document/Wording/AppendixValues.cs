using Emulation.Reports.Documents.Document.Filling;
using Emulation.Reports.Documents.Model;
using Emulation.Reports.Documents.Places;

namespace Emulation.Reports.Documents.Document.Wording;

/// <summary>The tables of appendices I to V.</summary>
internal static class AppendixValues
{
    /// <summary>Indicators side by side on an upright page: more would break their words.</summary>
    private const int ColumnsATable = 6;

    public static void Add(SlotValues values, ReportModel model, Letterhead letterhead)
    {
        for (var number = 1; number <= 5; number++)
        {
            values.Text($"phu-luc-{VietnameseFormat.Number(number)}.kem-theo", HeadWords.AppendixNote(model.Cover, letterhead));
        }

        Figures(values, model);
        Points(values, model);
        Awards(values, model.Awards);
        Outstanding(values, model);
        Questions(values, model);
    }

    private static void Figures(SlotValues values, ReportModel model)
    {
        var groups = model.Movements.Select(movement => (movement, Totals: model.Indicators.Where(total => total.Group == movement.Code).ToList())).Where(group => group.Totals.Count > 0).ToList();
        values.Lines("phu-luc-1.ghi-chu", [Texts.Get(groups.Count == 0 ? "Document.Nothing" : "Document.Appendix.1.Note"), .. ProvinceWords.Notes(model.Indicators)]);
        values.Items("phu-luc-1.tong-hop", groups.Count == 0 ? [] : [new SlotValues().Items("phu-luc-1.nhom", groups.Select(group => Group(group.movement, group.Totals)))]);
        values.Items("phu-luc-1.bang", Tables(model));
    }

    private static SlotValues Group(MovementColumn movement, IEnumerable<IndicatorTotal> totals) => new SlotValues()
        .Text("phu-luc-1.nhom.ten", $"{movement.Label}. {movement.Name}")
        .Items("phu-luc-1.chi-tieu", totals.Select(total => new SlotValues()
            .Text("phu-luc-1.chi-tieu.ma", total.Code)
            .Text("phu-luc-1.chi-tieu.ten", total.Name)
            .Text("phu-luc-1.chi-tieu.don-vi-tinh", IndicatorWords.Measure(total))
            .Text("phu-luc-1.chi-tieu.thuc-hien", Amounts.Quantity(total, total.Value, "value") + (total.Estimated is { } and not 0 ? "*" : ""))
            .Text("phu-luc-1.chi-tieu.giao", Amounts.Quantity(total, total.Target, "target") + (total.Province is null ? "" : "\n" + Texts.Get("Document.Cell.Province")))
            .Text("phu-luc-1.chi-tieu.dat", total.AchievedPercent is { } percent ? Phrase.Of(VietnameseFormat.Fixed(percent, 1), Addresses.Indicator(total, "achieved-percent")) : "–")
            .Text("phu-luc-1.chi-tieu.ky-truoc", Amounts.Quantity(total, total.Previous, "previous"))));

    private static IEnumerable<SlotValues> Tables(ReportModel model)
    {
        var parts = model.Indicators.Index().Chunk(ColumnsATable).ToList();
        return parts.Select((part, index) => new SlotValues()
            .Text("phu-luc-1.bang.ten", Texts.Get("Document.Appendix.1.ByUnit", VietnameseFormat.Number(index + 1), VietnameseFormat.Number(parts.Count), part[0].Item.Code, part[^1].Item.Code))
            .Items("phu-luc-1.bang.cot", part.Select(place => new SlotValues().Text("phu-luc-1.bang.cot.ten", $"{place.Item.Code}\n{place.Item.Name}")))
            .Items("phu-luc-1.bang.dong",
            [
                .. model.Figures.Select((unit, row) => Line(VietnameseFormat.Number(row + 1), unit.Unit, part.Select(place => Amounts.Cell(unit, place.Item, unit.Cells[place.Index])))),
                Line("", Texts.Get("Document.AllUnits"), part.Select(place => Amounts.Quantity(place.Item, place.Item.Value, "value"))),
            ]));
    }

    private static SlotValues Line(string number, string unit, IEnumerable<Phrase> cells) => new SlotValues()
        .Text("phu-luc-1.bang.dong.stt", number)
        .Text("phu-luc-1.bang.dong.don-vi", unit)
        .Items("phu-luc-1.bang.o", cells.Select(cell => new SlotValues().Text("phu-luc-1.bang.o.gia-tri", cell)));

    private static void Points(SlotValues values, ReportModel model)
    {
        var results = model.Results.ToDictionary(row => row.UnitCode);
        values.Lines("phu-luc-2.ghi-chu", [Texts.Get(model.Ranking.Count == 0 ? "Document.Nothing" : "Document.Appendix.2.Note", model.Cover.RuleSet, string.Join("; ", model.Movements.Select(movement => $"{movement.Label}: {movement.Name}")))]);
        values.Items("phu-luc-2.cum", model.Ranking.Select(block => new SlotValues()
            .Text("phu-luc-2.cum.ten", block.Name)
            .Items("phu-luc-2.cum.cot", model.Movements.Select(movement => new SlotValues().Text("phu-luc-2.cum.cot.ten", movement.Label)))
            .Items("phu-luc-2.cum.dong", block.Units.Select(unit => Ranked(block, unit, results.GetValueOrDefault(unit.UnitCode), model.Movements.Count)))
            .Lines("phu-luc-2.cum.chu-thich", [.. block.Units.Where(unit => unit.Note is not null).Select(unit => $"{unit.Unit}: {unit.Note}.")])));
    }

    private static SlotValues Ranked(RankingBlock block, RankingRow unit, MovementRow? row, int groups) => new SlotValues()
        .Text("phu-luc-2.cum.dong.hang", unit.Rank is { } rank ? Amounts.Count(rank, Addresses.Rank(block, unit, "rank")) : "–")
        .Text("phu-luc-2.cum.dong.don-vi", unit.Unit)
        .Items("phu-luc-2.cum.o", Enumerable.Range(0, groups).Select(index => new SlotValues().Text(
            "phu-luc-2.cum.o.gia-tri", row is null || row.Groups[index].Percent is null ? "–" : Points(row.Groups[index].Points, Addresses.Result(row.UnitCode, row.Groups[index].Group, "points")))))
        .Text("phu-luc-2.cum.dong.thuong", row is null ? "–" : Points(row.Bonus, Addresses.Result(row.UnitCode, "", "bonus")))
        .Text("phu-luc-2.cum.dong.tru", row is null ? "–" : Points(row.Penalty, Addresses.Result(row.UnitCode, "", "penalty")))
        .Text("phu-luc-2.cum.dong.tong", Points(unit.Points, Addresses.Rank(block, unit, "points")))
        .Text("phu-luc-2.cum.dong.xep-loai", unit.Grade);

    private static Phrase Points(decimal points, ValueAddress address) => Phrase.Of(VietnameseFormat.Points(points), address);

    private static void Awards(SlotValues values, IReadOnlyList<AwardCount> awards) =>
        Listing(values, 3, "Document.Appendix.3.Note", awards, ["don-vi", "de-nghi", "loai", "so-luong", "du-dieu-kien", "can-xem-xet", "chua-du"], (award, _) =>
        [
            award.Unit, award.Proposed, Texts.Get(award.IsCollective ? "Document.Collective" : "Document.Person"), Amounts.Count(award.Count, Addresses.Award(award, "count")),
            Amounts.Count(award.Ready, Addresses.Award(award, "ready")), Amounts.Count(award.NeedsPerson, Addresses.Award(award, "needs-person")), Amounts.Count(award.Blocked, Addresses.Award(award, "blocked")),
        ]);

    private static void Outstanding(SlotValues values, ReportModel model) =>
        Listing(values, 4, "Document.Appendix.4.Note", model.Outstanding, ["don-vi", "bao-cao", "ky", "han", "tinh-trang", "ngay-nhan"], (report, _) =>
        [
            report.Unit, report.DutyName, report.PeriodName, Phrase.Of(VietnameseFormat.Date(report.DueOn), Addresses.DueOn(model, report)),
            Phrase.Quote(OutstandingWords.Of(report), Addresses.Board(model, report, "days-late")),
            report.ReceivedOn is { } day ? Phrase.Of(VietnameseFormat.Date(day), Addresses.Board(model, report, "received-on")) : "–",
        ]);

    private static void Questions(SlotValues values, ReportModel model) =>
        Listing(values, 5, "Document.Appendix.5.Note", [.. model.Questions, .. model.Explanations], ["don-vi", "chi-tieu", "loai", "noi-dung"], (question, index) =>
        [
            question.Unit, question.Indicator ?? "–", QuestionWords.Kind(question.Kind),
            Phrase.Quote(question.Sentence, index < model.Questions.Count ? Addresses.Question(question.UnitCode, index + 1) : Addresses.Explanation(question.UnitCode, index + 1 - model.Questions.Count)),
        ]);

    private static void Listing<T>(SlotValues values, int number, string note, IReadOnlyList<T> items, string[] cells, Func<T, int, Phrase[]> texts)
    {
        var tag = $"phu-luc-{VietnameseFormat.Number(number)}";
        values.Lines(tag + ".ghi-chu", [Texts.Get(items.Count == 0 ? "Document.Nothing" : note)]);
        values.Items(tag + ".bang", items.Count == 0 ? [] : [new SlotValues().Items(tag + ".dong", items.Select((item, index) =>
            cells.Zip(texts(item, index)).Aggregate(
                new SlotValues().Text(tag + ".dong.stt", VietnameseFormat.Number(index + 1)), (row, cell) => row.Text($"{tag}.dong.{cell.First}", cell.Second))))]);
    }
}
