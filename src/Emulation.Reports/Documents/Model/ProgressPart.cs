namespace Emulation.Reports.Documents.Model;

/// <summary>The movements over all units: points reached of those to be reached, targets met of those set.</summary>
internal static class ProgressPart
{
    public static IReadOnlyList<MovementProgress> Build(ReportInput input, IReadOnlyList<MovementColumn> movements, IReadOnlyList<IndicatorTotal> indicators) =>
        [.. movements.Select(movement => Of(input, movement, [.. indicators.Where(total => total.Group == movement.Code && total.Verdict != "none")]))];

    private static MovementProgress Of(ReportInput input, MovementColumn movement, IReadOnlyList<IndicatorTotal> judged)
    {
        var points = input.Run.Units.SelectMany(unit => unit.Groups).Where(group => group.Group == movement.Code).ToList();
        var most = points.Sum(group => group.MaxPoints);
        return new MovementProgress(
            movement.Code,
            movement.Label,
            movement.Name,
            most == 0 ? null : decimal.Round(points.Sum(group => group.Points) * 100 / most, 1, MidpointRounding.AwayFromZero),
            judged.Count(total => total.Verdict == "met"),
            judged.Count);
    }
}
