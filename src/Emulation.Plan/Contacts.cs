namespace Emulation.Plan;

/// <summary>Whom a plan names for a unit on a day.</summary>
public static class Contacts
{
    /// <summary>The addresses of that role, in lower case, none twice. Without a contact of its own an officer is the unit's address and the province the plan's; a head is nobody.</summary>
    public static IReadOnlyList<string> AddressesOf(this EmulationPlan plan, Unit unit, ContactRole role, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(unit);
        var owner = role == ContactRole.Province ? "*" : unit.Code.Value;
        var named = plan.Contacts.Where(contact => contact.Role == role && contact.Unit == owner && contact.IsValidOn(day)).Select(contact => contact.Address).ToList();
        string?[] otherwise = role switch
        {
            ContactRole.Officer => [unit.MailAddress],
            ContactRole.Province => [plan.Issuer.MailAddress],
            _ => [],
        };
        return [.. (named.Count > 0 ? named : otherwise.OfType<string>()).Select(address => address.Trim().ToLowerInvariant()).Distinct()];
    }
}
