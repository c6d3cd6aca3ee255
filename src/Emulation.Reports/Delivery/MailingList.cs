using Emulation.Plan;

namespace Emulation.Reports.Delivery;

/// <summary>One address that gets a report.</summary>
/// <param name="Recipient">The line of the distribution list the address stands in; a deputy's own line if one stands in.</param>
/// <param name="Replaced">The recipient who would have got it without the deputy; null if none stands in.</param>
/// <param name="Address">In lower case.</param>
public sealed record Addressee(Recipient Recipient, Recipient? Replaced, string Address);

/// <summary>Who gets a kind of report on a day: to before cc, deputies in place of those they stand for, no address twice. Pure.</summary>
public static class MailingList
{
    public static IReadOnlyList<Addressee> Of(EmulationPlan plan, ReportKind kind, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var valid = plan.Recipients.Where(recipient => recipient.Kind != RecipientKind.Archive && recipient.Reports.Contains(kind) && recipient.IsValidOn(day)).ToList();
        var addressees =
            from recipient in valid
            where recipient.Replaces is not null || !valid.Exists(deputy => deputy.Replaces == recipient.Code)
            let replaced = plan.Recipients.FirstOrDefault(other => other.Code == recipient.Replaces)
            where replaced is null || IsMailed(replaced, kind, day)
            orderby recipient.Kind
            from address in recipient.Addresses
            select new Addressee(recipient, replaced, address.Trim().ToLowerInvariant());
        return [.. addressees.DistinctBy(addressee => addressee.Address)];
    }

    // A deputy gets what the other would have got, and nothing the other would not have.
    private static bool IsMailed(Recipient recipient, ReportKind kind, DateOnly day) => recipient.Reports.Contains(kind) && recipient.IsValidOn(day);
}
