using Emulation.Reports.Documents.Model;

namespace Emulation.Reports.Documents.Workbook;

/// <summary>"Chỉ tiêu theo đơn vị": unit × movement, how many targets are met of those set, and the per cent in traffic colours.</summary>
internal static class TargetsSheet
{
    private const int FirstGroupColumn = 4;
    private const int MostUnitsOnAPage = 30;

    public static void Add(ReportBook book, ReportModel model)
    {
        var groups = model.Movements.Where(group => model.Results.Any(unit => Of(unit, group.Code) is not null)).ToList();
        double[] widths = [5, 26, 20.5, .. groups.Append(null).SelectMany(_ => new[] { 9.5, 8.0 })];
        var sheet = new ReportSheet(book, Texts.Get("Sheet.Targets"), model.Cover, widths);
        sheet.Title(Texts.Get("Sheet.Targets.Title"), Texts.Get("Sheet.Targets.Subtitle"));
        var header = sheet.Row;
        sheet.Header(
            [Texts.Get("Column.Number"), Texts.Get("Column.Unit"), Texts.Get("Column.Block")],
            [.. groups.Select(group => group.Label), Texts.Get("Column.AllGroups")],
            [Texts.Get("Column.TargetsMet"), "%"],
            []);
        foreach (var unit in model.Results)
        {
            Unit(sheet, unit, groups, sheet.Row - header - 1);
        }

        sheet.Finish(header, header + 1, 3);
        for (var column = FirstGroupColumn + 1; column <= sheet.Columns; column += 2)
        {
            sheet.Colour(header + 2, column);
        }

        sheet.GroupNames(groups, Texts.Get("Workbook.LowTargetsNote"));
        sheet.Sheet.PrinterSettings.FitToHeight = model.Results.Count <= MostUnitsOnAPage ? 1 : 0;
        sheet.Sheet.PrinterSettings.PrintArea = sheet.Sheet.Cells[1, 1, sheet.Row - 1, sheet.Columns];
    }

    private static TargetCount? Of(MovementRow unit, string group) => unit.Groups.FirstOrDefault(points => points.Group == group)?.Targets;

    private static void Unit(ReportSheet sheet, MovementRow unit, IReadOnlyList<MovementColumn> groups, int number)
    {
        sheet.Ordinal(sheet.Row, 1, number);
        sheet.Text(sheet.Row, 2, unit.Unit);
        sheet.Text(sheet.Row, 3, unit.Block);
        sheet.Look(sheet.Row, 3, CellLook.Small);
        foreach (var (index, group) in groups.Index())
        {
            Count(sheet, FirstGroupColumn + (index * 2), Of(unit, group.Code), unit.UnitCode, group.Code);
        }

        Count(sheet, sheet.Columns - 1, unit.Targets, unit.UnitCode, "");
        sheet.Look(sheet.Row, sheet.Columns - 1, CellLook.Bold);
        sheet.Row++;
    }

    /// <summary>E.g. <c>3/5</c> and <c>60,0</c>.</summary>
    private static void Count(ReportSheet sheet, int column, TargetCount? targets, string unit, string group)
    {
        ValueAddress At(string value) => new("results", unit, group, value);
        if (targets is null)
        {
            sheet.Dash(sheet.Row, column);
        }
        else
        {
            sheet.Centred(sheet.Row, column, $"{VietnameseFormat.Number(targets.Met)}/{VietnameseFormat.Number(targets.Set)}");
            sheet.Note(sheet.Row, column, At("met-targets"));
        }

        sheet.Number(sheet.Row, column + 1, targets?.Percent, NumberFormats.OnePlace, At("met-percent"));
    }
}
