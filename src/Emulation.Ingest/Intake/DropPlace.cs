using Emulation.Plan;

namespace Emulation.Ingest.Intake;

/// <summary>Where in the share a file was seen, and what that means: the unit comes from here and from nowhere else.</summary>
/// <param name="Folder">Directory relative to the share, with <c>/</c>; empty for its root.</param>
/// <param name="Unit">The unit whose folder it is; null for the root and for a folder of nobody.</param>
/// <param name="IsInbox">True in a unit's inbox, the one place from which a file counts.</param>
/// <param name="IsTrial">True in a unit's folder for trials: what lies there is read and answered, and nothing of it counts.</param>
public sealed record DropPlace(string Folder, Unit? Unit, bool IsInbox, bool IsTrial)
{
    /// <summary>The top folder, beside whose inbox the answer and the taken file go; empty for the root.</summary>
    public string Home => Folder.Split('/')[0];

    public static DropPlace Of(string folder, EmulationPlan plan, IntakeOptions options)
    {
        var parts = folder.Split('/');
        var unit = plan.Units.SingleOrDefault(unit => unit.Folder == parts[0]);
        var isBelowUnit = unit is not null && parts.Length == 2;
        return new DropPlace(folder, unit, isBelowUnit && parts[1] == options.Inbox, isBelowUnit && parts[1] == options.Check);
    }
}
