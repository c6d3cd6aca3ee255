using System.Drawing;
using OfficeOpenXml;

namespace Emulation.Reports.Documents.Workbook;

/// <summary>The styles of a workbook by what they are made of. Each is made once and then given by its number: asked to style a cell, the library looks up every property again.</summary>
internal sealed class CellStyles
{
    private readonly Dictionary<(int Own, CellLook Look), int> styles = [];
    private readonly Dictionary<(Color, Color), CellLook> fills = [];

    /// <summary>The one look of these colours.</summary>
    public CellLook Filled((Color Fill, Color Text) colors)
    {
        if (!fills.TryGetValue(colors, out var look))
        {
            look = fills[colors] = CellLook.Filled(colors);
        }

        return look;
    }

    /// <summary>The style a look makes of another.</summary>
    /// <param name="own">The style below the look.</param>
    /// <param name="sheet">Where it may be made.</param>
    /// <param name="row">Of a cell whose style may be changed: whoever writes the cell gives it its own.</param>
    public int Of(int own, CellLook look, ExcelWorksheet sheet, int row, int column)
    {
        if (!styles.TryGetValue((own, look), out var style))
        {
            var cell = sheet.Cells[row, column];
            cell.StyleID = own;
            look.ApplyTo(cell.Style);
            style = styles[(own, look)] = cell.StyleID;
        }

        return style;
    }
}
