using ScottPlot;
using Palette = Emulation.Reports.Documents.Workbook.Palette;

namespace Emulation.Reports.Documents.Charts;

/// <summary>A bar with its name and number as the tables print them, or a heading over the bars that follow.</summary>
internal sealed record ChartBar(string Name, decimal Value, string Text, System.Drawing.Color Color)
{
    public static ChartBar Heading(string text) => new("", 0, text, Palette.Heading);
}

/// <summary>Horizontal bars as a picture that is readable on a phone: narrow, drawn at twice its size, on white also where the mail is dark.</summary>
internal static class BarChart
{
    /// <summary>Width in the mail, in CSS pixels.</summary>
    public const int Width = 440;

    private const int Density = 2;
    private const int HeightOfBar = 22;
    private const int Margin = 8;
    private const double WidthOfLetter = 6.9;
    private const double WidthOfCapital = 9;

    /// <param name="bars">From top to bottom.</param>
    /// <param name="most">The end of the scale; every bar carries its number, so the axis is left out.</param>
    /// <param name="longestName">Letters of a name that are shown.</param>
    public static byte[] Draw(IReadOnlyList<ChartBar> bars, decimal most, int longestName, string font)
    {
        using var plot = new Plot();
        plot.Font.Set(font);
        plot.ScaleFactor = Density;
        Bars(plot, bars);
        Axes(plot, bars, (double)most, longestName);
        return PalettePng.Of(plot.GetImageBytes(Width * Density, ((Margin * 2) + (HeightOfBar * bars.Count)) * Density, ImageFormat.Png));
    }

    private static void Bars(Plot plot, IReadOnlyList<ChartBar> bars)
    {
        var drawn = plot.Add.Bars(bars.Select((bar, index) => new Bar
        {
            Position = -index,
            Value = (double)bar.Value,
            Label = bar.Text,
            FillColor = Of(bar.Color),
            LineWidth = 0,
            Size = 0.66,
        }).ToList());
        drawn.Horizontal = true;
        drawn.ValueLabelStyle.FontSize = 12;
        drawn.ValueLabelStyle.ForeColor = Of(Palette.Heading);
    }

    private static void Axes(Plot plot, IReadOnlyList<ChartBar> bars, double most, int longestName)
    {
        plot.Axes.Left.SetTicks([.. bars.Select((_, index) => (double)-index)], [.. bars.Select(bar => Short(bar.Name, longestName))]);
        plot.Axes.Left.TickLabelStyle.FontSize = 12;
        plot.Axes.Left.MajorTickStyle.Length = 0;
        plot.Axes.Left.FrameLineStyle.Width = 0;
        plot.Axes.Bottom.IsVisible = false;
        plot.Axes.Right.IsVisible = false;
        plot.Axes.Top.IsVisible = false;
        plot.HideGrid();
        var names = bars.Max(bar => WidthOf(Short(bar.Name, longestName)));
        plot.Layout.Fixed(new PixelPadding((float)names + Margin, Margin, Margin, Margin));
        plot.Axes.SetLimits(0, Math.Max(1, most * 1.4), -bars.Count + 0.5, 0.5);
    }

    private static double WidthOf(string name) => name.Sum(letter => char.IsUpper(letter) || letter == '&' ? WidthOfCapital : WidthOfLetter);

    private static string Short(string name, int longest) => name.Length <= longest ? name : string.Concat(name.AsSpan(0, longest - 1).TrimEnd(), "…");

    private static Color Of(System.Drawing.Color color) => new(color.R, color.G, color.B);
}
