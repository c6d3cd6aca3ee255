using Emulation.Reports.Documents.Document.Filling;
using Emulation.Reports.Documents.Model;

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
        Questions(values, [.. model.Questions, .. model.Explanations]);
    }

    private static void Figures(SlotValues values, ReportModel model)
    {
        var groups = model.Movements.Select(movement => (movement, Totals: model.Indicators.Where(total => total.Group == movement.Code).ToList())).Where(group => group.Totals.Count > 0).ToList();
        values.Lines("phu-luc-1.ghi-chu", [Texts.Get(groups.Count == 0 ? "Document.Nothing" : "Document.Appendix.1.Note")]);
        values.Items("phu-luc-1.tong-hop", groups.Count == 0 ? [] : [new SlotValues().Items("phu-luc-1.nhom", groups.Select(group => Group(group.movement, group.Totals)))]);
        values.Items("phu-luc-1.bang", Tables(model));
    }

    private static SlotValues Group(MovementColumn movement, IEnumerable<IndicatorTotal> totals) => new SlotValues()
        .Text("phu-luc-1.nhom.ten", $"{movement.Label}. {movement.Name}")
        .Items("phu-luc-1.chi-tieu", totals.Select(total => new SlotValues()
            .Text("phu-luc-1.chi-tieu.ma", total.Code)
            .Text("phu-luc-1.chi-tieu.ten", total.Name)
            .Text("phu-luc-1.chi-tieu.don-vi-tinh", IndicatorWords.Measure(total))
            .Text("phu-luc-1.chi-tieu.thuc-hien", IndicatorWords.Quantity(total.Value) + (total.Estimated is { } and not 0 ? "*" : ""))
            .Text("phu-luc-1.chi-tieu.giao", IndicatorWords.Quantity(total.Target))
            .Text("phu-luc-1.chi-tieu.dat", total.AchievedPercent is { } percent ? VietnameseFormat.Fixed(percent, 1) : "–")
            .Text("phu-luc-1.chi-tieu.ky-truoc", IndicatorWords.Quantity(total.Previous))));

    private static IEnumerable<SlotValues> Tables(ReportModel model)
    {
        var parts = model.Indicators.Index().Chunk(ColumnsATable).ToList();
        return parts.Select((part, index) => new SlotValues()
            .Text("phu-luc-1.bang.ten", Texts.Get("Document.Appendix.1.ByUnit", VietnameseFormat.Number(index + 1), VietnameseFormat.Number(parts.Count), part[0].Item.Code, part[^1].Item.Code))
            .Items("phu-luc-1.bang.cot", part.Select(place => new SlotValues().Text("phu-luc-1.bang.cot.ten", $"{place.Item.Code}\n{place.Item.Name}")))
            .Items("phu-luc-1.bang.dong",
            [
                .. model.Figures.Select((unit, row) => Line(VietnameseFormat.Number(row + 1), unit.Unit, part.Select(place => Amounts.Cell(place.Item, unit.Cells[place.Index])))),
                Line("", Texts.Get("Document.AllUnits"), part.Select(place => IndicatorWords.Quantity(place.Item.Value))),
            ]));
    }

    private static SlotValues Line(string number, string unit, IEnumerable<string> cells) => new SlotValues()
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
            .Items("phu-luc-2.cum.dong", block.Units.Select(unit => Ranked(unit, results.GetValueOrDefault(unit.UnitCode), model.Movements.Count)))
            .Lines("phu-luc-2.cum.chu-thich", [.. block.Units.Where(unit => unit.Note is not null).Select(unit => $"{unit.Unit}: {unit.Note}.")])));
    }

    private static SlotValues Ranked(RankingRow unit, MovementRow? row, int groups) => new SlotValues()
        .Text("phu-luc-2.cum.dong.hang", unit.Rank is { } rank ? VietnameseFormat.Number(rank) : "–")
        .Text("phu-luc-2.cum.dong.don-vi", unit.Unit)
        .Items("phu-luc-2.cum.o", Enumerable.Range(0, groups).Select(index => new SlotValues().Text(
            "phu-luc-2.cum.o.gia-tri", row is null || row.Groups[index].Percent is null ? "–" : VietnameseFormat.Points(row.Groups[index].Points))))
        .Text("phu-luc-2.cum.dong.thuong", row is null ? "–" : VietnameseFormat.Points(row.Bonus))
        .Text("phu-luc-2.cum.dong.tru", row is null ? "–" : VietnameseFormat.Points(row.Penalty))
        .Text("phu-luc-2.cum.dong.tong", VietnameseFormat.Points(unit.Points))
        .Text("phu-luc-2.cum.dong.xep-loai", unit.Grade);

    private static void Awards(SlotValues values, IReadOnlyList<AwardCount> awards) =>
        Listing(values, 3, "Document.Appendix.3.Note", awards, ["don-vi", "de-nghi", "loai", "so-luong", "du-dieu-kien", "can-xem-xet", "chua-du"], award =>
        [
            award.Unit, award.Proposed, Texts.Get(award.IsCollective ? "Document.Collective" : "Document.Person"), Amounts.Count(award.Count),
            Amounts.Count(award.Ready), Amounts.Count(award.NeedsPerson), Amounts.Count(award.Blocked),
        ]);

    private static void Outstanding(SlotValues values, ReportModel model) =>
        Listing(values, 4, "Document.Appendix.4.Note", model.Outstanding, ["don-vi", "bao-cao", "ky", "han", "tinh-trang", "ngay-nhan"], report =>
        [
            report.Unit, report.DutyName, report.PeriodName, VietnameseFormat.Date(report.DueOn), OutstandingWords.Of(report),
            report.ReceivedOn is { } day ? VietnameseFormat.Date(day) : "–",
        ]);

    private static void Questions(SlotValues values, IReadOnlyList<OpenQuestion> questions) =>
        Listing(values, 5, "Document.Appendix.5.Note", questions, ["don-vi", "chi-tieu", "loai", "noi-dung"], question =>
        [
            question.Unit, question.Indicator ?? "–", QuestionWords.Kind(question.Kind), question.Sentence,
        ]);

    private static void Listing<T>(SlotValues values, int number, string note, IReadOnlyList<T> items, string[] cells, Func<T, string[]> texts)
    {
        var tag = $"phu-luc-{VietnameseFormat.Number(number)}";
        values.Lines(tag + ".ghi-chu", [Texts.Get(items.Count == 0 ? "Document.Nothing" : note)]);
        values.Items(tag + ".bang", items.Count == 0 ? [] : [new SlotValues().Items(tag + ".dong", items.Select((item, index) =>
            cells.Zip(texts(item)).Aggregate(
                new SlotValues().Text(tag + ".dong.stt", VietnameseFormat.Number(index + 1)), (row, cell) => row.Text($"{tag}.dong.{cell.First}", cell.Second))))]);
    }
}
