namespace Emulation.Plan.Files.Checks;

/// <summary>Contacts: of a unit that exists, in a role that fits, under an address that can be written to.</summary>
internal static class ContactChecks
{
    public static void Check(PlanDraft draft, FaultList faults)
    {
        foreach (var contact in (draft.Contacts ?? []).Where(contact => contact.IsWhole))
        {
            void Add(PlanFaultKind kind, params string[] values) => faults.Add(contact.File, contact.Line, kind, values);
            var value = contact.Value;
            if (value.Unit == "*" != (value.Role == ContactRole.Province))
            {
                Add(PlanFaultKind.ContactUnfit, PlanWords.ContactRoles.WordOf(value.Role), value.Unit);
            }
            else if (value.Unit != "*" && draft.Units is { } units && units.All(unit => unit.Value.Code.Value != value.Unit))
            {
                Add(PlanFaultKind.UnknownUnits, value.Unit);
            }

            if (!MailAddresses.IsPlain(value.Address))
            {
                Add(PlanFaultKind.BadMailAddress, value.Address);
            }

            if (value.ValidFrom > value.ValidTo)
            {
                Add(PlanFaultKind.ValidityOutOfOrder, value.ValidFrom.Value.ToText(), value.ValidTo.Value.ToText());
            }
        }
    }
}
