using System.Globalization;
using Emulation.Reports.Documents.Model;
using OfficeOpenXml.Drawing.Chart;

namespace Emulation.Reports.Documents.Workbook;

/// <summary>One bar chart a block, standing right of the finished table one below the other.</summary>
internal sealed class RankingCharts(ReportSheet sheet, int topRow)
{
    private const int UnitColumn = 3;
    private const int PointsColumn = 4;
    private const int ChartColumn = 7;
    private const int Width = 480;
    private const int HeightOfTitle = 46;
    private const int HeightOfBar = 22;
    private const int Gap = 12;

    /// <summary>In characters.</summary>
    private const int LongName = 24;
    private int count;
    private int nextRow = topRow;

    /// <summary>The lowest row a chart reaches, 1-based.</summary>
    public int LastRow => nextRow;

    public void Add(RankingBlock block, int firstRow)
    {
        var name = "block-" + (count + 1).ToString(CultureInfo.InvariantCulture);
        var chart = (ExcelBarChart)sheet.Sheet.Drawings.AddChart(name, eChartType.BarClustered);
        var height = HeightOfTitle + (HeightOfBar * block.Units.Count);
        chart.SetPosition(nextRow - 1, 0, ChartColumn, 0);
        chart.SetSize(Width, height);
        Series(chart, firstRow, firstRow + block.Units.Count - 1);
        Look(chart, block.Name);
        chart.YAxis.MaxValue = ScaleEnd(block);
        ChartXml.PutInOrder(chart.ChartXml);
        nextRow = sheet.RowBelow(nextRow, height + Gap);
        count++;
    }

    /// <summary>The end of the scale: far enough behind the longest bar for its number; long names leave the bars less room.</summary>
    private static double ScaleEnd(RankingBlock block) =>
        Math.Max(1, (double)block.Units.Max(unit => unit.Points) * (block.Units.Max(unit => unit.Unit.Length) > LongName ? 1.5 : 1.2));

    private void Series(ExcelBarChart chart, int firstRow, int lastRow)
    {
        var series = chart.Series.Add(
            sheet.Sheet.Cells[firstRow, PointsColumn, lastRow, PointsColumn],
            sheet.Sheet.Cells[firstRow, UnitColumn, lastRow, UnitColumn]);
        series.Header = Texts.Get("Column.PointsTotal");
        series.Fill.Color = Palette.Blocks[count % Palette.Blocks.Count];
    }

    private static void Look(ExcelBarChart chart, string title)
    {
        chart.Title.Text = CellText.Clean(title);
        chart.Title.Font.Size = 11;
        chart.Title.Font.Bold = true;
        chart.Legend.Remove();
        chart.GapWidth = 45;
        chart.DataLabel.ShowValue = true;
        chart.DataLabel.Font.Size = 9;
        // The best stands on top, as in the table; every bar carries its number, so the axis of values is left out.
        chart.XAxis.Orientation = eAxisOrientation.MaxMin;
        chart.XAxis.Font.Size = 9;
        chart.YAxis.MinValue = 0;
        chart.YAxis.RemoveGridlines();
        chart.YAxis.Deleted = true;
    }
}
