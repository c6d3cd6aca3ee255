namespace Emulation.Reports.Documents.Workbook;

/// <summary>Two heading rows: groups over their columns, all other headings over both rows.</summary>
internal static class GroupedHeader
{
    /// <summary>Writes them at the current row and moves below them, where the table's rows follow.</summary>
    /// <param name="columns">Headings under every group.</param>
    public static void Header(this ReportSheet sheet, IReadOnlyList<string> left, IReadOnlyList<string> groups, IReadOnlyList<string> columns, IReadOnlyList<string> right)
    {
        var top = sheet.Row;
        var firstRight = left.Count + (groups.Count * columns.Count) + 1;
        foreach (var (column, heading) in left.Index().Select(entry => (entry.Index + 1, entry.Item)).Concat(right.Index().Select(entry => (firstRight + entry.Index, entry.Item))))
        {
            sheet.Sheet.Cells[top, column, top + 1, column].Merge = true;
            sheet.Text(top, column, heading);
        }

        foreach (var (index, group) in groups.Index())
        {
            Group(sheet, top, left.Count + (index * columns.Count) + 1, group, columns);
        }

        sheet.HeaderStyle(top, top + 1);
        sheet.Sheet.Row(top).Height = 34;
        sheet.Sheet.Row(top + 1).Height = 18;
        sheet.Row = top + 2;
    }

    private static void Group(ReportSheet sheet, int row, int firstColumn, string heading, IReadOnlyList<string> columns)
    {
        sheet.Sheet.Cells[row, firstColumn, row, firstColumn + columns.Count - 1].Merge = true;
        sheet.Text(row, firstColumn, heading);
        foreach (var (index, column) in columns.Index())
        {
            sheet.Text(row + 1, firstColumn + index, column);
        }
    }
}
