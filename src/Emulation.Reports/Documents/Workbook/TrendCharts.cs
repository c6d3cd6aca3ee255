using System.Drawing;
using System.Globalization;
using Emulation.Reports.Documents.Model;
using OfficeOpenXml.Drawing.Chart;

namespace Emulation.Reports.Documents.Workbook;

/// <summary>Line charts beside the trend, one below the other: what came and what was met, then the points of every block small enough to be told apart.</summary>
/// <param name="headerRow">Where the months stand.</param>
/// <param name="firstMonth">The column of the first month.</param>
internal sealed class TrendCharts(ReportSheet sheet, int headerRow, int firstMonth, int months, int topRow)
{
    private const int MostLines = 10;
    private const int Width = 470;
    private const int Height = 176;
    private const int Gap = 10;
    private static readonly IReadOnlyList<Color> Lines =
    [
        .. Palette.Blocks, Color.FromArgb(0xC6, 0x28, 0x28), Color.FromArgb(0x00, 0x83, 0x8F), Color.FromArgb(0x6D, 0x4C, 0x41), Color.FromArgb(0x54, 0x6E, 0x7A),
        Color.FromArgb(0xAD, 0x14, 0x57), Color.FromArgb(0x82, 0x77, 0x17),
    ];

    private int count;

    /// <summary>One month makes no line.</summary>
    public static bool CanDraw(IReadOnlyList<TrendMonth> trend) => trend.Count > 1;

    /// <summary>The lowest row a chart reaches, 1-based.</summary>
    public int LastRow { get; private set; } = topRow;

    /// <summary>The blocks whose units can be told apart in one chart.</summary>
    public static IEnumerable<IGrouping<string, MovementRow>> BlocksOf(ReportModel model) =>
        model.Results.GroupBy(unit => unit.Block).Where(block => block.Count() <= MostLines);

    /// <param name="rows">The name of each line and the row its values stand in.</param>
    /// <param name="scaleFrom">Where the scale of values begins: lines that rise together are told apart only near to.</param>
    public void Add(string title, IEnumerable<(string Name, int Row)> rows, double scaleFrom = 0)
    {
        var chart = (ExcelLineChart)sheet.Sheet.Drawings.AddChart("trend-" + (++count).ToString(CultureInfo.InvariantCulture), eChartType.LineMarkers);
        chart.SetPosition(LastRow - 1, 0, sheet.TableColumns + 1, 0);
        chart.SetSize(Width, Height);
        foreach (var (index, (name, row)) in rows.Index())
        {
            Line(chart, name, row, Lines[index % Lines.Count]);
        }

        Look(chart, title);
        chart.YAxis.MinValue = scaleFrom;
        ChartXml.PutInOrder(chart.ChartXml);
        LastRow = sheet.RowBelow(LastRow, Height + Gap);
    }

    private void Line(ExcelLineChart chart, string name, int row, Color color)
    {
        var last = firstMonth + months - 1;
        var line = (ExcelLineChartSerie)chart.Series.Add(sheet.Sheet.Cells[row, firstMonth, row, last], sheet.Sheet.Cells[headerRow, firstMonth, headerRow, last]);
        line.Header = CellText.Clean(name);
        line.LineColor = color;
        line.LineWidth = 2;
        line.MarkerSize = 5;
        line.MarkerLineColor = color;
    }

    private static void Look(ExcelLineChart chart, string title)
    {
        chart.Title.Text = CellText.Clean(title);
        chart.Title.Font.Size = 10;
        chart.Title.Font.Bold = true;
        chart.Legend.Position = eLegendPosition.Right;
        chart.Legend.Font.Size = 8;
        chart.XAxis.Font.Size = 8;
        chart.YAxis.Font.Size = 8;
        chart.YAxis.Format = "#,##0";
        chart.DisplayBlanksAs = eDisplayBlanksAs.Gap;
    }
}
