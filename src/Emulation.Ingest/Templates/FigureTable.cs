using System.Globalization;
using Emulation.Ingest.Validation;
using Emulation.Ingest.Workbooks;
using Emulation.Plan;
using OfficeOpenXml;

namespace Emulation.Ingest.Templates;

/// <summary>The rows of a form of figures: the indicators asked, under their groups, with target and last figure; the cells to be filled in by kind of indicator.</summary>
internal sealed class FigureTable
{
    private const double LowestRow = 18;
    private static readonly string[] Parts = ["numerator", "denominator"];
    private readonly TemplateSheet sheet;
    private readonly TemplateContent content;
    private readonly Dictionary<(string Column, IndicatorKind Kind), List<int>> inputs = [];
    private int number;

    private FigureTable(TemplateSheet sheet) => (this.sheet, content) = (sheet, sheet.Content);

    public static void Write(TemplateSheet sheet)
    {
        var table = new FigureTable(sheet);
        var order = sheet.Content.Plan.Scoring.Groups.Select(group => group.Code).ToList();
        foreach (var group in sheet.Content.Indicators.GroupBy(indicator => indicator.Group.Value).OrderBy(group => order.IndexOf(group.Key) is >= 0 and var place ? place : order.Count))
        {
            sheet.Section(table.NameOf(group.Key, order.IndexOf(group.Key)));
            foreach (var indicator in group)
            {
                table.WriteRow(indicator);
            }
        }

        table.AddChecks();
    }

    /// <summary>E.g. <c>Đ. Văn hóa công sở</c>: the movement's own letter, so that it agrees with the plan.</summary>
    private string NameOf(string group, int place)
    {
        var letter = content.Plan.Movements.FirstOrDefault(movement => movement.Code.Value == group)?.Letter ?? group;
        return place < 0 ? letter : $"{TemplateTexts.Capitals(letter)}. {content.Plan.Scoring.Groups[place].Name}";
    }

    private void WriteRow(Indicator indicator)
    {
        for (var column = 1; column <= sheet.LastColumn; column++)
        {
            var cell = sheet.Sheet.Cells[sheet.Row, column];
            var id = sheet.Columns[column - 1].Id;
            var style = StyleOf(id, indicator);
            cell.StyleName = style;
            Fill(cell, id, indicator);
            if (style.StartsWith(TemplateStyles.InputPrefix, StringComparison.Ordinal))
            {
                Remember(id, indicator.Kind);
            }
        }

        sheet.Sheet.Row(sheet.Row).Height = Math.Max(LowestRow, Math.Max(HeightOf("name", indicator.Name), HeightOf("measure", indicator.Measure)));
        sheet.Row++;
    }

    private double HeightOf(string column, string text) => RowHeight.Of(text, sheet.Columns[sheet.ColumnOf(column) - 1].Width, TemplateSheet.FontSize);

    private void Remember(string column, IndicatorKind kind)
    {
        if (!inputs.TryGetValue((column, kind), out var rows))
        {
            inputs[(column, kind)] = rows = [];
        }

        rows.Add(sheet.Row);
    }

    private static string StyleOf(string column, Indicator indicator) => column switch
    {
        "number" or "indicator" or "measure" => TemplateStyles.GivenCentred,
        "name" => TemplateStyles.Given,
        "target" or "previous" or "lastYear" => TemplateStyles.GivenWhole,
        "value" => ValueStyle(indicator.Kind),
        "numerator" or "denominator" => indicator.Kind == IndicatorKind.Ratio ? TemplateStyles.InputDecimal : TemplateStyles.Closed,
        "estimate" => indicator.Kind is IndicatorKind.YesNo or IndicatorKind.Date ? TemplateStyles.Closed : ValueStyle(indicator.Kind),
        _ => TemplateStyles.InputText,
    };

    private static string ValueStyle(IndicatorKind kind) => kind switch
    {
        IndicatorKind.Count => TemplateStyles.InputWhole,
        IndicatorKind.Date => TemplateStyles.InputDate,
        IndicatorKind.YesNo => TemplateStyles.InputChoice,
        _ => TemplateStyles.InputDecimal,
    };

    private void Fill(ExcelRange cell, string column, Indicator indicator)
    {
        switch (column)
        {
            case "number":
                cell.Value = ++number;
                break;
            case "indicator":
                cell.SetText(indicator.Code.Value);
                break;
            case "name":
                cell.SetText(indicator.Name);
                break;
            case "measure":
                cell.SetText(indicator.Measure);
                break;
            case "target":
                FillTarget(cell, indicator);
                break;
            case "previous":
                FillEarlier(cell, indicator);
                break;
            case "lastYear" when content.LastYear.TryGetValue(indicator.Code, out var lastYear):
                Fill(cell, indicator, lastYear, null);
                break;
            default:
                break;
        }
    }

    private void FillTarget(ExcelRange cell, Indicator indicator)
    {
        switch (content.TargetOf(indicator))
        {
            case { ExemptReason: not null }:
                cell.SetText(TemplateTexts.Get("Table.Exempt"));
                break;
            case { } target:
                Fill(cell, indicator, target.Value, target.Date);
                break;
            default:
                break;
        }
    }

    private void FillEarlier(ExcelRange cell, Indicator indicator)
    {
        switch (content.EarlierFigure(indicator))
        {
            case { State: FigureState.NotApplicable }:
                cell.SetText("KPS");
                break;
            case { State: FigureState.Value } figure:
                Fill(cell, indicator, figure.Value, figure.Date);
                break;
            default:
                break;
        }
    }

    private static void Fill(ExcelRange cell, Indicator indicator, decimal? value, DateOnly? day)
    {
        if (day is { } on)
        {
            cell.Value = on.ToDateTime(TimeOnly.MinValue);
            cell.StyleName = TemplateStyles.GivenDate;
        }
        else if (indicator.Kind == IndicatorKind.YesNo)
        {
            cell.SetText(value is { } answer ? TemplateTexts.Get(answer == 1 ? "Table.Yes" : "Table.No") : null);
        }
        else if (value is { } number)
        {
            cell.Value = number;
            cell.StyleName = number == decimal.Truncate(number) ? TemplateStyles.GivenWhole : TemplateStyles.GivenDecimal;
        }
    }

    private void AddChecks()
    {
        foreach (var ((column, kind), rows) in inputs)
        {
            var cells = Address(sheet.ColumnOf(column), rows);
            if (Parts.Contains(column))
            {
                sheet.Checks.Amount(cells, "Part");
            }
            else if (column == "estimate")
            {
                AddValueCheck(cells, kind, "Estimate");
            }
            else if (column == "value")
            {
                AddValueCheck(cells, kind, kind.ToString());
            }
            else if (column == "explanation")
            {
                sheet.Checks.Hint(cells, "Explanation");
            }
        }
    }

    private void AddValueCheck(string cells, IndicatorKind kind, string hint)
    {
        var year = content.Period.From.Year;
        switch (kind)
        {
            case IndicatorKind.Count:
                sheet.Checks.Count(cells, hint);
                break;
            case IndicatorKind.Ratio:
                sheet.Checks.Percent(cells, hint);
                break;
            case IndicatorKind.Money:
                sheet.Checks.Amount(cells, hint);
                break;
            case IndicatorKind.Date:
                sheet.Checks.DayOrWord(cells, new DateOnly(year - 1, 1, 1), new DateOnly(year + 1, 12, 31), hint);
                break;
            default:
                sheet.Checks.List(cells, [TemplateTexts.Get("Table.Yes"), TemplateTexts.Get("Table.No"), "KPS"], hint);
                break;
        }
    }

    /// <summary>The rows of a column as a spreadsheet lists ranges, e.g. <c>G12:G14 G17</c>.</summary>
    private static string Address(int column, List<int> rows)
    {
        var ranges = new List<string>();
        for (var index = 0; index < rows.Count; index++)
        {
            var first = rows[index];
            while (index + 1 < rows.Count && rows[index + 1] == rows[index] + 1)
            {
                index++;
            }

            ranges.Add(ExcelCellBase.GetAddress(first, column, rows[index], column));
        }

        return string.Join(' ', ranges);
    }
}
