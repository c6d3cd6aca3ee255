using Emulation.Reports.Documents.Model;
using Emulation.Reports.Documents.Workbook;

namespace Emulation.Reports.Documents.Charts;

/// <summary>A chart of a report's mail.</summary>
/// <param name="Alternative">The chart in words with its numbers, for readers who do not see it.</param>
public sealed record ReportChart(string Name, string ContentId, string Title, string Alternative, ReadOnlyMemory<byte> Png);

/// <summary>The charts of a report's mail: how far the movements are, and the ranking of the blocks.</summary>
public static class ReportCharts
{
    /// <summary>More would be longer than anyone scrolls; the workbook has a chart for every block.</summary>
    private const int MostBars = 30;

    private const int MostBarsOfABlock = 15;
    private const int LongestMovement = 34;
    private const int LongestUnit = 26;

    /// <summary>None where the machine has no font for them: the tables of the mail hold the same numbers.</summary>
    public static IReadOnlyList<ReportChart> Of(ReportModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return ChartFont.Name is { } font ? [.. Progress(model.Progress, font), .. Ranking(model.Ranking, font)] : [];
    }

    private static IEnumerable<ReportChart> Progress(IReadOnlyList<MovementProgress> movements, string font)
    {
        var bars = movements
            .Where(movement => movement.Percent is not null)
            .Select(movement => new ChartBar($"{movement.Label} – {movement.Name}", movement.Percent!.Value, VietnameseFormat.Percent(movement.Percent.Value), ColorOf(movement.Percent.Value)))
            .ToList();
        return Chart("bieu-do-phong-trao.png", "progress@report", Texts.Get("Chart.Progress"), bars, 100, LongestMovement, font);
    }

    private static IEnumerable<ReportChart> Ranking(IReadOnlyList<RankingBlock> blocks, string font)
    {
        var bars = new List<ChartBar>();
        foreach (var (index, block) in blocks.Where(block => block.Units.Count > 0).Index().TakeWhile(_ => bars.Count < MostBars))
        {
            var shown = Math.Min(block.Units.Count, Math.Min(MostBarsOfABlock, MostBars - bars.Count));
            bars.Add(ChartBar.Heading(shown < block.Units.Count ? Texts.Get("Chart.First", block.Name, VietnameseFormat.Number(shown)) : block.Name));
            bars.AddRange(block.Units.Take(shown).Select(unit =>
                new ChartBar(unit.Unit, unit.Points, VietnameseFormat.Points(unit.Points), Palette.Blocks[index % Palette.Blocks.Count])));
        }

        // Bonus points can lead past a hundred: the longest bar is then the scale.
        return Chart("bieu-do-xep-hang.png", "ranking@report", Texts.Get("Chart.Ranking"), bars, bars.Select(bar => bar.Value).Append(100).Max(), LongestUnit, font);
    }

    private static IEnumerable<ReportChart> Chart(string name, string contentId, string title, List<ChartBar> bars, decimal most, int longestName, string font) =>
        bars.Count == 0 ? [] : [new ReportChart(name, contentId, title, Say(title, bars), BarChart.Draw(bars, most, longestName, font))];

    /// <summary>E.g. <c>Xếp hạng. Cụm 1: Buôn Ma Thuột 83,97; Buôn Hồ 77,97.</c></summary>
    private static string Say(string title, IEnumerable<ChartBar> bars) =>
        (title + string.Concat(bars.Select(bar => bar.Name.Length == 0 ? $". {bar.Text}:" : $" {bar.Name} {bar.Text};"))).TrimEnd(';').Replace(";.", ".", StringComparison.Ordinal) + ".";

    private static System.Drawing.Color ColorOf(decimal percent) => percent switch
    {
        >= Thresholds.Good => System.Drawing.Color.FromArgb(0x2E, 0x7D, 0x32),
        >= Thresholds.Low => System.Drawing.Color.FromArgb(0xB2, 0x5E, 0x09),
        _ => System.Drawing.Color.FromArgb(0xB3, 0x26, 0x1E),
    };
}
