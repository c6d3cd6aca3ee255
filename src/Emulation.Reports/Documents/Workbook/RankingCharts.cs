using System.Globalization;
using Emulation.Reports.Documents.Model;
using OfficeOpenXml.Drawing.Chart;

namespace Emulation.Reports.Documents.Workbook;

/// <summary>One bar chart a block, standing right of the table one below the other.</summary>
internal sealed class RankingCharts(ReportSheet sheet, int topRow)
{
    private const int UnitColumn = 3;
    private const int PointsColumn = 4;
    private const int ChartColumn = 7;
    private const int Width = 500;
    private const int HeightOfTitle = 60;
    private const int HeightOfBar = 22;

    /// <summary>Rows are at least 18 points high: 24 pixels.</summary>
    private const int PixelsPerRow = 24;
    private int count;
    private int nextRow = topRow - 1;

    /// <summary>The lowest row a chart may reach, 1-based.</summary>
    public int LastRow => nextRow;

    public void Add(RankingBlock block, int firstRow, int lastRow)
    {
        if (lastRow < firstRow)
        {
            return;
        }

        var chart = (ExcelBarChart)sheet.Sheet.Drawings.AddChart("block-" + (count + 1).ToString(CultureInfo.InvariantCulture), eChartType.BarClustered);
        var height = HeightOfTitle + (HeightOfBar * (lastRow - firstRow + 1));
        chart.SetPosition(nextRow, 0, ChartColumn, 0);
        chart.SetSize(Width, height);
        Series(chart, firstRow, lastRow);
        Look(chart, block.Name);
        nextRow += (int)Math.Ceiling((height + 10) / (double)PixelsPerRow);
        count++;
    }

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
        // The best stands on top, as in the table.
        chart.XAxis.Orientation = eAxisOrientation.MaxMin;
        chart.YAxis.MinValue = 0;
        chart.YAxis.Format = "0";
        chart.YAxis.MajorGridlines.Fill.Color = Palette.SubHeading;
        chart.XAxis.Font.Size = 9;
        chart.YAxis.Font.Size = 9;
    }
}
