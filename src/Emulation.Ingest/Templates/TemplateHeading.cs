using Emulation.Ingest.Workbooks;

namespace Emulation.Ingest.Templates;

/// <summary>The heading of the table: one row, or two where columns stand under a common heading. Repeats on every page and stays in sight.</summary>
internal static class TemplateHeading
{
    private const double HeadingRowHeight = 32;
    private const double GroupRowHeight = 18;

    /// <summary>Columns up to the name stay in sight while scrolling to the right.</summary>
    private const int FrozenColumns = 3;

    public static void Write(TemplateSheet sheet)
    {
        var top = sheet.Row;
        var bottom = sheet.Columns.Any(column => column.Group is not null) ? top + 1 : top;
        for (var column = 1; column <= sheet.LastColumn; column++)
        {
            WriteColumn(sheet, column, top, bottom);
        }

        sheet.Sheet.Cells[top, 1, bottom, sheet.LastColumn].AsHeading();
        sheet.Sheet.Row(top).Height = bottom > top ? GroupRowHeight : HeadingRowHeight;
        sheet.Sheet.Row(bottom).Height = HeadingRowHeight;
        sheet.Sheet.PrinterSettings.RepeatRows = sheet.Sheet.Cells[$"{top}:{bottom}"];
        sheet.Sheet.View.FreezePanes(bottom + 1, FrozenColumns + 1);
        sheet.Row = bottom + 1;
    }

    private static void WriteColumn(TemplateSheet sheet, int column, int top, int bottom)
    {
        var definition = sheet.Columns[column - 1];
        if (definition.Group is null)
        {
            sheet.Sheet.Cells[top, column].SetText(definition.Header);
            sheet.Sheet.Cells[top, column, bottom, column].Merge = bottom > top;
            return;
        }

        sheet.Sheet.Cells[bottom, column].SetText(definition.Header);
        if (column == 1 || sheet.Columns[column - 2].Group != definition.Group)
        {
            var last = column;
            while (last < sheet.LastColumn && sheet.Columns[last].Group == definition.Group)
            {
                last++;
            }

            sheet.Sheet.Cells[top, column].SetText(definition.Group);
            sheet.Sheet.Cells[top, column, top, last].Merge = last > column;
        }
    }
}
