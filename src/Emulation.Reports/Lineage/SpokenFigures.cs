using Emulation.Plan;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;

namespace Emulation.Reports.Lineage;

/// <summary>The figures that count of those a unit sent for an indicator: per wave the wave report where it speaks, else the months; the same choice as <see cref="ChosenValues"/>.</summary>
internal static class SpokenFigures
{
    private const short NotReported = 2;

    /// <returns>In order of time.</returns>
    public static IReadOnlyList<TracedFigure> Of(RunSpan span, IEnumerable<TracedFigure> figures)
    {
        var spoken = figures.Where(figure => figure.State != NotReported).ToList();
        return [.. span.Slots.SelectMany(slot => OfSlot(slot, spoken))];
    }

    private static List<TracedFigure> OfSlot(SpanSlot slot, List<TracedFigure> spoken)
    {
        var report = spoken.FindAll(figure => slot.CountsWaveReport && figure.Form == FormKind.WaveReport && figure.Period == slot.Wave.Period.Code);
        return report.Count > 0 ? report
            : spoken.FindAll(figure => figure.Form == FormKind.Figures && slot.Months.Any(month => month.Code == figure.Period));
    }
}
