using Emulation.Ingest.Forms;
using Emulation.Ingest.Workbooks;
using OfficeOpenXml;

namespace Emulation.Ingest.Templates;

/// <summary>The sheet of a template that is filled in; knows its columns and the row written next.</summary>
internal sealed class TemplateSheet
{
    public const float FontSize = 11;

    public TemplateSheet(ExcelWorkbook workbook, TemplateContent content)
    {
        Content = content;
        Columns = [.. content.Form.Columns.Where(column => column.InWorkbook && (!column.IfKnown || content.LastYear.Count > 0))];
        Sheet = workbook.Worksheets.Add(CellText.SheetName(content.Form.Name));
        Sheet.SetFont(FontSize);
        Sheet.SetWidths([.. Columns.Select(column => column.Width)]);
        Sheet.SetPage(isLandscape: true, $"{content.Form.Name} – {content.Unit.Name} – {content.Period.Name}");
        Checks = new TemplateChecks(Sheet);
    }

    public TemplateContent Content { get; }

    public ExcelWorksheet Sheet { get; }

    /// <summary>The columns of the form that a workbook has, in order.</summary>
    public IReadOnlyList<FormColumn> Columns { get; }

    public int LastColumn => Columns.Count;

    public TemplateChecks Checks { get; }

    /// <summary>The row to be written next, 1-based.</summary>
    public int Row { get; set; } = 1;

    public double TotalWidth => Columns.Sum(column => column.Width);

    /// <summary>The 1-based column of that id; 0 if the form lacks it.</summary>
    public int ColumnOf(string id)
    {
        for (var index = 0; index < Columns.Count; index++)
        {
            if (Columns[index].Id == id)
            {
                return index + 1;
            }
        }

        return 0;
    }

    /// <summary>One text over a part of the current row.</summary>
    public ExcelRange Merged(int from, int to, string text)
    {
        var range = Sheet.Cells[Row, from, Row, to];
        range.Merge = to > from;
        Sheet.Cells[Row, from].SetText(text);
        return Sheet.Cells[Row, from, Row, to];
    }

    /// <summary>A section row of the table: merged over its width, nothing in it to be filled in.</summary>
    public void Section(string text)
    {
        Merged(1, LastColumn, text).StyleName = TemplateStyles.Section;
        Sheet.Row(Row).Height = 20;
        Row++;
    }
}
