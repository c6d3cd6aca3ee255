using Emulation.Plan;
using Emulation.Reports.Awards;
using OfficeOpenXml;

namespace Emulation.Reports.Documents.Workbook;

/// <summary>The check list of award dossiers as a workbook (.xlsx) for the council. Personal data: made on request, kept nowhere.</summary>
public static class AwardWorkbook
{
    private static readonly double[] Widths = [5, 17, 25, 25, 15, 87, 25, 10];
    private static readonly string[] Headings = ["Column.Number", "Award.Column.Unit", "Award.Column.Nominee", "Award.Column.Proposed", "Award.Column.Standing", "Award.Column.Lines", "Award.Column.Decision", "Award.Column.Key"];

    public static byte[] Write(EmulationPlan plan, AwardCheckList list)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(list);
        using var package = new ExcelPackage();
        var sheet = new ReportSheet(new ReportBook(package.Workbook), Texts.Get("Award.Sheet"), Texts.Get("Award.Footer", plan.YearPeriod.Name), Widths);
        sheet.Title(Texts.Get("Award.Title"), Texts.Get("Award.Subtitle", plan.YearPeriod.Name, list.Rules.LegalBasis));
        sheet.Row--;
        var summary = string.Join('\n', AwardLines.Summary(list, plan.Awards));
        sheet.Line(summary, 11, true, Palette.Heading, TextHeight.Of(summary, sheet.TotalWidth, 11));
        sheet.Row++;
        sheet.Table(Headings, 22, 3, list.Dossiers, (dossier, number) => Row(sheet, plan, dossier, number));
        package.Workbook.Properties.Title = Texts.Get("Award.Title");
        return package.GetAsByteArray();
    }

    private static void Row(ReportSheet sheet, EmulationPlan plan, Dossier dossier, int number)
    {
        var (row, nominee) = (sheet.Row, dossier.Checked.Nominee);
        sheet.Ordinal(row, 1, number);
        sheet.Text(row, 2, plan.UnitByCode(nominee.Unit).ShortName);
        sheet.Text(row, 3, nominee.Position is null ? nominee.Name : $"{nominee.Name}\n{nominee.Position}");
        sheet.Text(row, 4, AwardLines.Proposed(nominee));
        sheet.Centred(row, 5, AwardLines.Standing(dossier.Checked));
        sheet.Fill(row, 5, ColorsOf(dossier.Checked));
        sheet.Text(row, 6, string.Join('\n', AwardLines.Of(dossier.Checked)));
        sheet.Text(row, 7, AwardLines.Decision(dossier));
        if (dossier.Deviates)
        {
            sheet.Fill(row, 7, (Palette.Warn, Palette.WarnText));
        }

        sheet.Centred(row, 8, nominee.Key.ToString());
        for (var column = 1; column <= Widths.Length; column++)
        {
            sheet.Look(row, column, CellLook.Top);
        }
    }

    private static (System.Drawing.Color Fill, System.Drawing.Color Text) ColorsOf(CheckedNominee nominee) => nominee.Standing switch
    {
        DossierStanding.Blocked when nominee.IsOverQuotaOnly => (Palette.Warn, Palette.WarnText),
        DossierStanding.Ready => (Palette.Good, Palette.GoodText),
        DossierStanding.NeedsPerson => (Palette.Warn, Palette.WarnText),
        _ => (Palette.Bad, Palette.BadText),
    };
}
