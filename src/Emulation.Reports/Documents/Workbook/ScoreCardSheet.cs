using Emulation.Reports.Documents.Model;

namespace Emulation.Reports.Documents.Workbook;

/// <summary>"Bảng điểm": of every unit first what it comes to, then every line of its score card with its arithmetic, so that each printed point can be checked by hand.</summary>
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
        var (first, rows) = (sheet.Row + 1, RowsOf(model));
        sheet.Table(Headings, 34, 3, rows, (row, _) => Write(sheet, model, row));
        BreakPages(sheet, rows, first);
    }

    /// <summary>While nobody has said why points should differ, the room goes to the names.</summary>
    private static double[] WidthsOf(IReadOnlyList<ScoreCardLine> lines) =>
        lines.Any(line => line.Remarks is not null) ? [13, 6.5, 6.5, 50, 10.5, 7.5, 7.5, 94, 6.5, 7, 36] : [13, 6.5, 6.5, 54, 10.5, 7.5, 7.5, 98, 6.5, 7, 11];

    private static List<CardRow> RowsOf(ReportModel model)
    {
        var heads = CardHeads.Of(model);
        return [.. model.ScoreCards.GroupBy(line => line.UnitCode).SelectMany(card =>
            card.Select(line => new CardRow(card.Key, null, line)).Prepend(heads.TryGetValue(card.Key, out var head) ? new CardRow(card.Key, head, null) : null).OfType<CardRow>())];
    }

    /// <summary>Every unit's card begins a page of its own, and fills no more than that if it can be read so.</summary>
    private static void BreakPages(ReportSheet sheet, IReadOnlyList<CardRow> rows, int first)
    {
        var cards = rows.Index().GroupBy(row => row.Item.UnitCode, row => first + row.Index).Select(card => (First: card.First(), Last: card.Last())).ToList();
        if (cards.Count is 0 or > MostBreaks)
        {
            return;
        }

        // Excel passes over the breaks of a sheet that is fitted to the page.
        sheet.ScaleToPages(sheet.HeightOf(1, first - 1), cards.Max(card => sheet.HeightOf(card.First, card.Last)));
        foreach (var card in cards.SkipLast(1))
        {
            sheet.Sheet.Row(card.Last).PageBreak = true;
        }
    }

    private static void Write(ReportSheet sheet, ReportModel model, CardRow row)
    {
        if (row.Head is { } head)
        {
            Head(sheet, head);
        }
        else
        {
            Line(sheet, row.Line!, model.LabelOf(row.Line!.Group));
        }
    }

    private static void Head(ReportSheet sheet, CardHead head)
    {
        var row = sheet.Row;
        sheet.Text(row, 1, head.Unit);
        sheet.Text(row, 4, head.Grade);
        sheet.Number(row, 7, head.Points, NumberFormats.Points, new ValueAddress("results", head.UnitCode, "", "points"));
        sheet.Text(row, 8, head.Standing);
        for (var column = 1; column <= Headings.Length; column++)
        {
            sheet.Fill(row, column, (Palette.SubHeading, Palette.Heading));
            sheet.Look(row, column, CellLook.Bold);
        }
    }

    private static void Line(ReportSheet sheet, ScoreCardLine line, string group)
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
        sheet.Text(row, 8, line.Below is { } below ? Texts.Get("ScoreCards.Line", line.Arithmetic, below) : line.Arithmetic);
        if (line.SelfPoints is { } self)
        {
            sheet.Number(row, 9, self, NumberFormats.Points, At("self-points"));
        }

        if (line.CouncilPoints is { } council)
        {
            sheet.Number(row, 10, council, NumberFormats.Points, At("council-points"));
        }

        sheet.Text(row, 11, line.Remarks ?? "");
        sheet.Look(row, 4, CellLook.Smaller);
        foreach (var column in new[] { 1, 5, 8, 11 })
        {
            sheet.Look(row, column, CellLook.Small);
        }
    }

    /// <summary>A row of the sheet: the head of a card, or one of its lines.</summary>
    private sealed record CardRow(string UnitCode, CardHead? Head, ScoreCardLine? Line);
}
