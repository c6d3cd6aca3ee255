using Emulation.Reports.Documents.Model;

namespace Emulation.Reports.Documents.Workbook;

/// <summary>"Bảng điểm": every line of every score card with its arithmetic, so that each printed point can be checked by hand.</summary>
internal static class ScoreCardSheet
{
    private static readonly double[] Widths = [24, 8, 9, 48, 16, 10, 10, 52, 10, 10, 40];

    private static readonly string[] Headings =
        ["Column.Unit", "Column.GroupCode", "Column.Rule", "Column.Indicator", "Column.State", "Column.MaxPoints", "Column.Points", "Column.Arithmetic",
            "Column.SelfPoints", "Column.CouncilPoints", "Column.Remarks"];

    public static void Add(ReportBook book, ReportModel model)
    {
        var labels = model.Movements.ToDictionary(movement => movement.Code, movement => movement.Label);
        var sheet = new ReportSheet(book, Texts.Get("Sheet.ScoreCards"), model.Cover, Widths);
        sheet.Title(Texts.Get("Sheet.ScoreCards.Title"), Texts.Get("Sheet.ScoreCards.Subtitle"));
        var header = sheet.Row;
        sheet.Header([.. Headings.Select(key => Texts.Get(key))], 34);
        foreach (var line in model.ScoreCards)
        {
            Row(sheet, line, labels.GetValueOrDefault(line.Group, line.Group));
        }

        sheet.Finish(header, header, 3);
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
        sheet.Row++;
    }
}
