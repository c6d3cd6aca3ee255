namespace Emulation.Reports.Documents.Model;

/// <summary>How far a movement is, in words that every face shares.</summary>
public static class ProgressWords
{
    /// <summary>Targets met of those judged, e.g. <c>5/7</c>; a dash where none is judged.</summary>
    public static string Targets(MovementProgress movement)
    {
        ArgumentNullException.ThrowIfNull(movement);
        return movement.JudgedTargets == 0 ? "–" : $"{VietnameseFormat.Number(movement.MetTargets)}/{VietnameseFormat.Number(movement.JudgedTargets)}";
    }

    /// <summary>Per cent of the points, e.g. <c>75,2</c>; a dash where no unit has points to earn.</summary>
    public static string Percent(MovementProgress movement)
    {
        ArgumentNullException.ThrowIfNull(movement);
        return movement.Percent is { } percent ? VietnameseFormat.Fixed(percent, 1) : "–";
    }
}
