namespace Emulation.Plan.Files.Checks;

/// <summary>Deputies: each stands for one mailed recipient, from a day to a day, and no two for the same report on the same day.</summary>
internal static class DeputyChecks
{
    public static void Check(IReadOnlyList<Located<Recipient>> recipients, FaultList faults)
    {
        var deputies = recipients.Where(recipient => recipient.Value.Replaces is not null).ToList();
        foreach (var deputy in deputies)
        {
            CheckOne(deputy, recipients, faults);
        }

        foreach (var (first, second) in Pairs(deputies).Where(pair => AreTwoAtOnce(pair.First.Value, pair.Second.Value)))
        {
            faults.Add(
                second.File, second.Line, PlanFaultKind.DeputiesOverlap,
                second.Value.Code, second.Value.Replaces!, first.Value.Code, first.Line.ToInvariant());
        }
    }

    private static void CheckOne(Located<Recipient> deputy, IReadOnlyList<Located<Recipient>> recipients, FaultList faults)
    {
        var (value, replaced) = (deputy.Value, recipients.FirstOrDefault(recipient => recipient.Value.Code == deputy.Value.Replaces)?.Value);
        if (value.Kind == RecipientKind.Archive || replaced is null or { Kind: RecipientKind.Archive } or { Replaces: not null })
        {
            faults.Add(deputy.File, deputy.Line, PlanFaultKind.DeputyUnfit, value.Code, value.Replaces!);
        }

        if (value.ValidFrom is null || value.ValidTo is null)
        {
            faults.Add(deputy.File, deputy.Line, PlanFaultKind.DeputyWithoutDates, value.Code);
        }
    }

    private static IEnumerable<(Located<Recipient> First, Located<Recipient> Second)> Pairs(List<Located<Recipient>> deputies) =>
        deputies.SelectMany((second, index) => deputies.Take(index).Select(first => (first, second)));

    private static bool AreTwoAtOnce(Recipient first, Recipient second) =>
        first.Replaces == second.Replaces
        && first.Reports.Intersect(second.Reports).Any()
        && first.ValidFrom <= second.ValidTo
        && second.ValidFrom <= first.ValidTo;
}
