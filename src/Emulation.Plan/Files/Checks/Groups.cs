namespace Emulation.Plan.Files.Checks;

/// <summary>The groups under which indicators are printed and points are added.</summary>
internal static class Groups
{
    /// <summary>Organisation and reporting discipline: the one group that is no movement.</summary>
    public const string Organisation = "T";

    /// <summary>True for a movement's code or T, or if nobody can tell.</summary>
    public static bool IsMovementOrOrganisation(PlanDraft draft, string code) =>
        code == Organisation || draft.Movements is null || draft.Movements.Any(movement => movement.Value.Code.Value == code);

    /// <summary>True for a code that indicators may name.</summary>
    public static bool Knows(PlanDraft draft, string code) =>
        IsMovementOrOrganisation(draft, code) || draft.Scoring?.SelectMany(set => set.Groups).Any(group => group.Value.Code == code) == true;
}
