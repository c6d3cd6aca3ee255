using Emulation.Jobs.Demo.OfficerFiles;
using Emulation.Plan;

namespace Emulation.Jobs.Demo.Scenario;

/// <summary>What goes wrong inside a form: the sheet as it should be goes in, the sheet with the slip comes out.</summary>
public sealed class Slips(EmulationPlan plan)
{
    public OfficerSheet Of(DropKind kind, OfficerSheet sheet) => kind switch
    {
        DropKind.TextInNumber => sheet.With(Row(sheet, IsWholeNumber), FigureSheets.ValueColumn, new OfficerCell("chưa tổng hợp xong")),
        DropKind.WrongShare => WrongShare(sheet),
        DropKind.ImpossibleDate => sheet.With(sheet.Rows.Count - 1, column: 2, new OfficerCell("31/02/1980")),
        DropKind.MoreThanTheWhole => MoreThanTheWhole(sheet),
        DropKind.MoreThanCommunes => sheet.With(Row(sheet, indicator => HasCheck(indicator, "communes")), FigureSheets.ValueColumn, OfficerCell.Of(sheet.Unit.Communes!.Value + 4m)),
        DropKind.FirstVersion => Forgetful(sheet),
        _ => sheet,
    };

    /// <summary>True if the slip can be made in this sheet: the row it needs is there.</summary>
    public bool IsPossible(DropKind kind, OfficerSheet sheet) => kind switch
    {
        DropKind.TextInNumber => Row(sheet, IsWholeNumber) >= 0,
        DropKind.WrongShare => Row(sheet, indicator => indicator.Kind == IndicatorKind.Ratio, mustHaveParts: true) >= 0,
        DropKind.MoreThanTheWhole => Row(sheet, IsPartOfCounted) >= 0,
        DropKind.MoreThanCommunes => Row(sheet, indicator => HasCheck(indicator, "communes")) >= 0,
        _ => true,
    };

    private OfficerSheet WrongShare(OfficerSheet sheet)
    {
        var row = Row(sheet, indicator => indicator.Kind == IndicatorKind.Ratio, mustHaveParts: true);
        var stated = sheet.Rows[row].Cells[FigureSheets.ValueColumn].Number!.Value;
        return sheet.With(row, FigureSheets.ValueColumn, OfficerCell.Of(stated >= 50 ? stated - 11.5m : stated + 11.5m));
    }

    private OfficerSheet MoreThanTheWhole(OfficerSheet sheet)
    {
        var row = Row(sheet, IsPartOfCounted);
        var whole = IndicatorOf(sheet.Rows[row]).Checks.First(check => check.Kind == CheckKind.AtMost).Other;
        var received = sheet.Rows.First(other => other.Cells[FigureSheets.CodeColumn].Text == whole).Cells[FigureSheets.ValueColumn].Number ?? 0;
        return sheet.With(row, FigureSheets.ValueColumn, OfficerCell.Of(received + 5));
    }

    /// <summary>A first version: figures that were still missing a part, or the last line of a list not yet written.</summary>
    private OfficerSheet Forgetful(OfficerSheet sheet)
    {
        if (sheet.Form is not (FormKind.Figures or FormKind.WaveReport))
        {
            return sheet.Rows.Count > 1 ? sheet with { Rows = [.. sheet.Rows.SkipLast(1)] } : sheet.With(0, sheet.Rows[0].Cells.Count - 1, new OfficerCell("Bản đầu"));
        }

        var changed = 0;
        for (var row = 0; row < sheet.Rows.Count && changed < 3; row++)
        {
            if (IndicatorOf(sheet.Rows[row]) is { } indicator && IsFree(indicator) && sheet.Rows[row].Cells[FigureSheets.ValueColumn].Number is { } value and >= 4)
            {
                sheet = sheet.With(row, FigureSheets.ValueColumn, OfficerCell.Of(Math.Floor(value * 0.8m)));
                changed++;
            }
        }

        return changed > 0 ? sheet : sheet.With(0, FigureSheets.NoteColumn, new OfficerCell("Bản đầu"));
    }

    /// <summary>True if a change of the figure breaks no check: nothing is compared with it.</summary>
    private bool IsFree(Indicator indicator) =>
        indicator is { Kind: IndicatorKind.Count, Aggregation: Aggregation.Sum } && indicator.Checks.Count == 0
        && !plan.Indicators.Any(other => other.NumeratorOf == indicator.Code || other.DenominatorOf == indicator.Code
            || other.Checks.Any(check => check.Other == indicator.Code.Value));

    private bool IsPartOfCounted(Indicator indicator) =>
        indicator.Kind == IndicatorKind.Count && indicator.Checks.Any(check => check.Kind == CheckKind.AtMost && plan.Indicators.Any(other => other.Code.Value == check.Other));

    private static bool IsWholeNumber(Indicator indicator) => indicator is { Kind: IndicatorKind.Count, Aggregation: Aggregation.Sum };

    private static bool HasCheck(Indicator indicator, string other) => indicator.Kind == IndicatorKind.Count && indicator.Checks.Any(check => check.Other == other);

    private int Row(OfficerSheet sheet, Func<Indicator, bool> isWanted, bool mustHaveParts = false) => sheet.Rows.ToList().FindIndex(row =>
        isWanted(IndicatorOf(row)) && (!mustHaveParts || row.Cells[FigureSheets.NumeratorColumn].Number is not null));

    private Indicator IndicatorOf(OfficerRow row) => plan.IndicatorByCode(new IndicatorCode(row.Cells[FigureSheets.CodeColumn].Text));
}
