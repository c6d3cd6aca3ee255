using Emulation.Reports.Documents.Model;
using Emulation.Reports.Documents.Twin;

namespace Emulation.Reports.Documents.Workbook;

/// <summary>"Tình hình báo cáo": unit × duty, coloured by standing, with the counts of every duty below.</summary>
internal static class CompletenessSheet
{
    private const int FirstDutyColumn = 4;
    private const int MostUnitsOnAPage = 40;

    public static void Add(ReportBook book, ReportModel model)
    {
        var duties = model.Completeness.Duties;
        double[] widths = [5, 26, 20.5, .. duties.Select(_ => duties.Count > 12 ? 9.5 : 12.0)];
        var sheet = new ReportSheet(book, Texts.Get("Sheet.Completeness"), model.Cover, widths);
        sheet.Title(Texts.Get("Sheet.Completeness.Title"), Texts.Get("Sheet.Completeness.Subtitle", VietnameseFormat.Moment(model.Cover.DataAsOf)));
        var header = sheet.Row;
        sheet.Header(
            [Texts.Get("Column.Number"), Texts.Get("Column.Unit"), Texts.Get("Column.Block"), .. duties.Select(duty => duty.Label + "\n" + Texts.Get("Column.DutyDue", VietnameseFormat.ShortDate(duty.DueOn)))],
            34);
        foreach (var unit in model.Completeness.Units)
        {
            Unit(sheet, unit, duties, sheet.Row - header);
        }

        sheet.Finish(header, header, 3);
        Counts(sheet, duties);
        Names(sheet, duties);
        sheet.Sheet.PrinterSettings.FitToHeight = model.Completeness.Units.Count <= MostUnitsOnAPage ? 1 : 0;
        sheet.Sheet.PrinterSettings.PrintArea = sheet.Sheet.Cells[1, 1, sheet.Row - 1, sheet.Columns];
    }

    private static void Unit(ReportSheet sheet, CompletenessRow unit, IReadOnlyList<DutyColumn> duties, int number)
    {
        sheet.Ordinal(sheet.Row, 1, number);
        sheet.Text(sheet.Row, 2, unit.Unit);
        sheet.Text(sheet.Row, 3, unit.Block);
        sheet.Look(sheet.Row, 3, CellLook.Small);
        for (var index = 0; index < unit.Cells.Count; index++)
        {
            Cell(sheet, FirstDutyColumn + index, unit.Cells[index], new ValueAddress("board", unit.UnitCode, TwinRows.DutyCode(duties[index]), "standing"));
        }

        sheet.Row++;
    }

    private static void Cell(ReportSheet sheet, int column, CompletenessCell? cell, ValueAddress address)
    {
        if (cell is null)
        {
            return;
        }

        sheet.Centred(sheet.Row, column, CompletenessWords.Of(cell));
        sheet.Note(sheet.Row, column, address);
        sheet.Fill(sheet.Row, column, Palette.OfStanding(cell.Standing));
        sheet.Look(sheet.Row, column, CellLook.Small);
    }

    private static void Counts(ReportSheet sheet, IReadOnlyList<DutyColumn> duties)
    {
        sheet.Row++;
        (string Key, string Column, Func<DutyColumn, int> Count)[] counts =
        [
            ("Counts.Expected", "expected", duty => duty.Expected),
            ("Standing.on-time", "on-time", duty => duty.OnTime),
            ("Standing.late", "late", duty => duty.Late),
            ("Standing.needs-fixing", "needs-fixing", duty => duty.NeedsFixing),
            ("Standing.missing", "missing", duty => duty.Missing),
            ("Standing.exempt", "exempt", duty => duty.Exempt),
        ];
        foreach (var (key, column, count) in counts)
        {
            sheet.Text(sheet.Row, 2, Texts.Get(key));
            sheet.Fill(sheet.Row, 2, key.StartsWith("Standing.", StringComparison.Ordinal) ? Palette.OfStanding(key["Standing.".Length..]) : (Palette.SubHeading, Palette.Heading));
            sheet.Look(sheet.Row, 2, CellLook.Bold);
            for (var index = 0; index < duties.Count; index++)
            {
                sheet.Count(sheet.Row, FirstDutyColumn + index, count(duties[index]), new ValueAddress("duties", "", TwinRows.DutyCode(duties[index]), column));
            }

            sheet.Row++;
        }
    }

    /// <summary>What the short headings stand for.</summary>
    private static void Names(ReportSheet sheet, IReadOnlyList<DutyColumn> duties)
    {
        sheet.Row++;
        sheet.SmallPrint(duties.DistinctBy(duty => duty.Duty).Select(duty =>
            Texts.Get("Workbook.DutyName", duty.Duty == duty.Label ? duty.Duty : Texts.Get("Workbook.MonthColumns"), duty.DutyName)));
    }
}
