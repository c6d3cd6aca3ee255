using Emulation.Reports.Documents.Model;

namespace Emulation.Reports.Documents.Workbook;

/// <summary>"Bảng điểm": every line of every score card with its arithmetic, so that each printed point can be checked by hand.</summary>
internal static class ScoreCardSheet
{
    /// <summary>Excel takes 1,026 breaks a sheet.</summary>
    private const int MostBreaks = 1_000;

    private static readonly string[] Headings =
        ["Column.Unit", "Column.GroupCode", "Column.Rule", "Column.Indicator", "Column.State", "Column.MaxPoints", "Column.Points", "Column.Arithmetic",
            "Column.SelfPoints", "Column.CouncilPoints", "Column.Remarks"];

    public static void Add(ReportBook book, ReportModel model)
    {
        var sheet = new ReportSheet(book, Texts.Get("Sheet.ScoreCards"), model.Cover, WidthsOf(model.ScoreCards));
        sheet.Title(Texts.Get("Sheet.ScoreCards.Title"), Texts.Get("Sheet.ScoreCards.Subtitle"));
        var first = sheet.Row + 1;
        sheet.Table(Headings, 34, 3, model.ScoreCards, (line, _) => Row(sheet, line, model.LabelOf(line.Group)));
        BreakPages(sheet, model.ScoreCards, first);
    }

    /// <summary>While nobody has said why points should differ, the room goes to the names.</summary>
    private static double[] WidthsOf(IReadOnlyList<ScoreCardLine> lines) =>
        lines.Any(line => line.Remarks is not null) ? [20, 7, 9, 42, 14, 9, 9, 50, 9, 9, 26] : [20, 7, 9, 56, 14.5, 9, 9, 50, 9, 9, 12];

    /// <summary>Every unit's card begins a page of its own, and fills no more than that if it can be read so.</summary>
    private static void BreakPages(ReportSheet sheet, IReadOnlyList<ScoreCardLine> lines, int first)
    {
        var cards = lines.Index().GroupBy(line => line.Item.UnitCode, line => first + line.Index).Select(card => (First: card.First(), Last: card.Last())).ToList();
        if (cards.Count is 0 or > MostBreaks)
        {
            return;
        }

        // Excel passes over the breaks of a sheet that is fitted to the page.
        sheet.ScaleToPage(sheet.HeightOf(1, first - 1) + cards.Max(card => sheet.HeightOf(card.First, card.Last)));
        foreach (var card in cards.SkipLast(1))
        {
            sheet.Sheet.Row(card.Last).PageBreak = true;
        }
    }

    private static void Row(ReportSheet sheet, ScoreCardLine line, string group)
    {
        var row = sheet.Row;
        ValueAddress At(string column) => new("score-cards", line.UnitCode, line.Rule, column);
        sheet.Text(row, 1, line.Unit);
        sheet.Centred(row, 2, group);
        sheet.Text(row, 3, line.Rule);
        sheet.Text(row, 4, line.Name);
        sheet.Text(row, 5, line.State);
        sheet.Number(row, 6, line.MaxPoints, NumberFormats.Points, At("max-points"));
        sheet.Number(row, 7, line.Points, NumberFormats.Points, At("points"));
        sheet.Text(row, 8, line.Arithmetic);
        if (line.SelfPoints is { } self)
        {
            sheet.Number(row, 9, self, NumberFormats.Points, At("self-points"));
        }

        if (line.CouncilPoints is { } council)
        {
            sheet.Number(row, 10, council, NumberFormats.Points, At("council-points"));
        }

        sheet.Text(row, 11, line.Remarks ?? "");
        sheet.Look(row, 8, CellLook.Smaller);
    }
}
