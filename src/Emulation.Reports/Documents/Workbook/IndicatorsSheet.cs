using Emulation.Reports.Documents.Model;

namespace Emulation.Reports.Documents.Workbook;

/// <summary>"Chỉ tiêu": every indicator over all units against what was set: by the province itself, in a column of its own where it has targets, and to the units.</summary>
internal static class IndicatorsSheet
{
    public static void Add(ReportBook book, ReportModel model)
    {
        var province = model.Indicators.Any(total => total.Province is not null);
        double[] widths = [8, 46, 13, 10, 13, 11, .. province ? [13.0] : Array.Empty<double>(), 13, 9, 9, 9, 9, 12];
        string[] headings =
        [
            "Column.Code", "Column.Indicator", "Column.Measure", "Column.Reported", "Column.Value", "Column.Estimated",
            .. province ? ["Column.ProvinceTarget", "Column.UnitsTarget"] : (string[])["Column.Target"],
            "Column.Achieved", "Column.UnitsMet", "Column.UnitsShort", "Column.UnitsMissing", "Column.Verdict",
        ];
        var sheet = new ReportSheet(book, Texts.Get("Sheet.Indicators"), model.Cover, widths);
        sheet.Title(Texts.Get("Sheet.Indicators.Title"), Texts.Get("Sheet.Indicators.Subtitle") + (province ? " " + Texts.Get("Sheet.Indicators.Province") : ""));
        var notes = new DecisionNotes(model);
        sheet.Table(headings, 48, 2, model.Indicators, (total, _) => Row(sheet, total, notes, province));
        List<string> lines = [.. ProvinceDays(model), .. notes.Lines];
        if (lines.Count > 0)
        {
            sheet.Row++;
            sheet.SmallPrint(lines);
            sheet.Sheet.PrinterSettings.PrintArea = sheet.Sheet.Cells[1, 1, sheet.Row - 1, sheet.Columns];
        }
    }

    private static IEnumerable<string> ProvinceDays(ReportModel model) => model.Indicators
        .Where(total => total.Province is { Day: not null })
        .Select(total => Texts.Get("Workbook.ProvinceDay", total.Code, VietnameseFormat.Date(total.Province!.Day!.Value)));

    /// <param name="province">True if a column is kept for the province's own targets.</param>
    private static void Row(ReportSheet sheet, IndicatorTotal total, DecisionNotes notes, bool province)
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
        if (province)
        {
            Quantity(sheet, 7, total.Province is null ? null : total.Target, At("target"));
            sheet.Look(row, 7, CellLook.Bold);
        }

        var column = province ? 8 : 7;
        Quantity(sheet, column, total.Province is { } own ? own.UnitsTarget : total.Target, At(total.Province is null ? "target" : "units-target"));
        sheet.Number(row, column + 1, total.AchievedPercent, NumberFormats.OnePlace, At("achieved-percent"));
        Units(sheet, total, column + 2);
        Verdict(sheet, total.Verdict);
    }

    private static ValueAddress AddressOf(IndicatorTotal total, string column) => new("indicators", "", total.Code, column);

    private static void Quantity(ReportSheet sheet, int column, decimal? value, ValueAddress address) =>
        sheet.Number(sheet.Row, column, value, NumberFormats.Quantity(value ?? 0), address);

    /// <summary>Units by verdict; dashes where no unit has a target.</summary>
    private static void Units(ReportSheet sheet, IndicatorTotal total, int column)
    {
        var isJudged = total.UnitsMet + total.UnitsShort + total.UnitsMissing > 0;
        sheet.Number(sheet.Row, column, isJudged ? total.UnitsMet : null, NumberFormats.Whole, AddressOf(total, "units-met"));
        sheet.Number(sheet.Row, column + 1, isJudged ? total.UnitsShort : null, NumberFormats.Whole, AddressOf(total, "units-short"));
        sheet.Number(sheet.Row, column + 2, isJudged ? total.UnitsMissing : null, NumberFormats.Whole, AddressOf(total, "units-missing"));
    }

    private static void Verdict(ReportSheet sheet, string verdict)
    {
        sheet.Centred(sheet.Row, sheet.Columns, Texts.Get("Verdict." + verdict));
        sheet.Fill(sheet.Row, sheet.Columns, verdict switch
        {
            "met" => (Palette.Good, Palette.GoodText),
            "short" => (Palette.Bad, Palette.BadText),
            _ => (Palette.Neutral, Palette.Muted),
        });
    }
}
