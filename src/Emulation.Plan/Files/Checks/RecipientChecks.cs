namespace Emulation.Plan.Files.Checks;

/// <summary>Recipients: addresses where there must be some, none where there must not.</summary>
internal static class RecipientChecks
{
    public static void Check(PlanDraft draft, FaultList faults)
    {
        Duplicates.Check(draft.Recipients, recipient => recipient.Code, faults);
        Duplicates.Check(draft.Release, rule => rule.Report.ToName(), faults);
        DeputyChecks.Check([.. (draft.Recipients ?? []).Where(recipient => recipient.IsWhole)], faults);
        foreach (var recipient in (draft.Recipients ?? []).Where(recipient => recipient.IsWhole))
        {
            void Add(PlanFaultKind kind, params string[] values) => faults.Add(recipient.File, recipient.Line, kind, values);
            var value = recipient.Value;
            foreach (var address in value.Addresses.Where(address => !MailAddresses.IsPlain(address)))
            {
                Add(PlanFaultKind.BadMailAddress, address);
            }

            if (value.Kind == RecipientKind.Archive && value.Addresses.Count > 0)
            {
                Add(PlanFaultKind.ArchiveWithAddress, value.Name);
            }

            if (value.Kind != RecipientKind.Archive && value.Addresses.Count == 0)
            {
                Add(PlanFaultKind.RecipientWithoutAddress, value.Name);
            }

            if (value.ValidFrom > value.ValidTo)
            {
                Add(PlanFaultKind.ValidityOutOfOrder, value.ValidFrom.Value.ToText(), value.ValidTo.Value.ToText());
            }
        }
    }
}
