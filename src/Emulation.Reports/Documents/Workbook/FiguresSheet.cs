using Emulation.Reports.Documents.Model;

namespace Emulation.Reports.Documents.Workbook;

/// <summary>"Số liệu đơn vị": every figure of every unit against its target, one row each, to be filtered by unit, movement or verdict.</summary>
internal static class FiguresSheet
{
    private static readonly double[] Widths = [24, 8, 8, 46, 13, 13, 11, 13, 9, 16, 14];

    private static readonly string[] Headings =
        ["Column.Unit", "Column.GroupCode", "Column.Code", "Column.Indicator", "Column.Measure", "Column.Value", "Column.Estimated", "Column.Target", "Column.Achieved", "Column.State", "Column.UnitVerdict"];

    public static void Add(ReportBook book, ReportModel model)
    {
        var sheet = new ReportSheet(book, Texts.Get("Sheet.Figures"), model.Cover, Widths);
        sheet.Title(Texts.Get("Sheet.Figures.Title"), Texts.Get("Sheet.Figures.Subtitle"));
        var rows =
            from unit in model.Figures
            from pair in model.Indicators.Zip(unit.Cells)
            where pair.Second is not null
            select (Unit: unit, Total: pair.First, Figure: pair.Second);
        sheet.Table(Headings, 34, 4, rows, (row, _) => Row(sheet, row.Unit, row.Total, model.LabelOf(row.Total.Group), row.Figure));
    }

    private static void Row(ReportSheet sheet, UnitFigures unit, IndicatorTotal total, string group, UnitFigure figure)
    {
        var row = sheet.Row;
        ValueAddress At(string column) => new("figures", unit.UnitCode, total.Code, column);
        sheet.Text(row, 1, unit.Unit);
        sheet.Centred(row, 2, group);
        sheet.Text(row, 3, total.Code);
        sheet.Text(row, 4, total.Name);
        sheet.Text(row, 5, total.Measure);
        Quantity(sheet, 6, total, figure.Value, figure.Date, At("value"), At("date"));
        sheet.Number(row, 7, figure.Estimated, NumberFormats.Quantity(figure.Estimated ?? 0), At("estimated"));
        Quantity(sheet, 8, total, figure.Target, figure.TargetDate, At("target"), At("target-date"));
        sheet.Number(row, 9, figure.AchievedPercent, NumberFormats.OnePlace, At("achieved-percent"));
        sheet.Text(row, 10, FigureWords.State(figure.State));
        sheet.Centred(row, 11, FigureWords.Verdict(figure.Verdict));
        sheet.Fill(row, 11, ColorsOf(figure.Verdict));
    }

    /// <summary>A number, a day, or Có and Không.</summary>
    private static void Quantity(ReportSheet sheet, int column, IndicatorTotal total, decimal? value, DateOnly? day, ValueAddress ofNumber, ValueAddress ofDay)
    {
        if (day is not null)
        {
            sheet.Date(sheet.Row, column, day, ofDay);
        }
        else if (total.CountsUnits && value is not null)
        {
            sheet.Text(sheet.Row, column, FigureWords.Quantity(total, value));
            sheet.Look(sheet.Row, column, CellLook.Right);
            sheet.Note(sheet.Row, column, ofNumber);
        }
        else
        {
            sheet.Number(sheet.Row, column, value, NumberFormats.Quantity(value ?? 0), ofNumber);
        }
    }

    private static (System.Drawing.Color Fill, System.Drawing.Color Text) ColorsOf(string verdict) => verdict switch
    {
        "met" => (Palette.Good, Palette.GoodText),
        "short" => (Palette.Bad, Palette.BadText),
        "missing" => (Palette.Warn, Palette.WarnText),
        _ => (Palette.Neutral, Palette.Muted),
    };
}
