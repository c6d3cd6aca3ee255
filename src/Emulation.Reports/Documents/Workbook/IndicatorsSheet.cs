using Emulation.Reports.Documents.Model;

namespace Emulation.Reports.Documents.Workbook;

/// <summary>"Chỉ tiêu": every indicator over all units against what was set.</summary>
internal static class IndicatorsSheet
{
    private static readonly double[] Widths = [8, 46, 13, 10, 13, 11, 13, 9, 9, 9, 9, 12];

    private static readonly string[] Headings =
    [
        "Column.Code", "Column.Indicator", "Column.Measure", "Column.Reported", "Column.Value", "Column.Estimated",
        "Column.Target", "Column.Achieved", "Column.UnitsMet", "Column.UnitsShort", "Column.UnitsMissing", "Column.Verdict",
    ];

    public static void Add(ReportBook book, ReportModel model)
    {
        var sheet = new ReportSheet(book, Texts.Get("Sheet.Indicators"), model.Cover, Widths);
        sheet.Title(Texts.Get("Sheet.Indicators.Title"), Texts.Get("Sheet.Indicators.Subtitle"));
        var notes = new DecisionNotes(model);
        sheet.Table(Headings, 48, 2, model.Indicators, (total, _) => Row(sheet, total, notes));
        if (notes.Lines.Count > 0)
        {
            sheet.Row++;
            sheet.SmallPrint(notes.Lines);
            sheet.Sheet.PrinterSettings.PrintArea = sheet.Sheet.Cells[1, 1, sheet.Row - 1, sheet.Columns];
        }
    }

    private static void Row(ReportSheet sheet, IndicatorTotal total, DecisionNotes notes)
    {
        var row = sheet.Row;
        ValueAddress At(string column) => AddressOf(total, column);
        sheet.Text(row, 1, total.Code);
        sheet.Text(row, 2, notes.Named(total));
        sheet.Text(row, 3, IndicatorWords.Measure(total));
        sheet.Centred(row, 4, $"{VietnameseFormat.Number(total.ReportedUnits)}/{VietnameseFormat.Number(total.ExpectedUnits)}");
        sheet.Note(row, 4, At("reported-units"));
        Quantity(sheet, 5, total.Value, At("value"));
        Quantity(sheet, 6, total.Estimated, At("estimated"));
        Quantity(sheet, 7, total.Target, At("target"));
        sheet.Number(row, 8, total.AchievedPercent, NumberFormats.OnePlace, At("achieved-percent"));
        Units(sheet, total);
        Verdict(sheet, total.Verdict);
    }

    private static ValueAddress AddressOf(IndicatorTotal total, string column) => new("indicators", "", total.Code, column);

    private static void Quantity(ReportSheet sheet, int column, decimal? value, ValueAddress address) =>
        sheet.Number(sheet.Row, column, value, NumberFormats.Quantity(value ?? 0), address);

    /// <summary>Units by verdict; dashes where no unit has a target.</summary>
    private static void Units(ReportSheet sheet, IndicatorTotal total)
    {
        var isJudged = total.UnitsMet + total.UnitsShort + total.UnitsMissing > 0;
        sheet.Number(sheet.Row, 9, isJudged ? total.UnitsMet : null, NumberFormats.Whole, AddressOf(total, "units-met"));
        sheet.Number(sheet.Row, 10, isJudged ? total.UnitsShort : null, NumberFormats.Whole, AddressOf(total, "units-short"));
        sheet.Number(sheet.Row, 11, isJudged ? total.UnitsMissing : null, NumberFormats.Whole, AddressOf(total, "units-missing"));
    }

    private static void Verdict(ReportSheet sheet, string verdict)
    {
        sheet.Centred(sheet.Row, 12, Texts.Get("Verdict." + verdict));
        sheet.Fill(sheet.Row, 12, verdict switch
        {
            "met" => (Palette.Good, Palette.GoodText),
            "short" => (Palette.Bad, Palette.BadText),
            _ => (Palette.Neutral, Palette.Muted),
        });
    }
}
