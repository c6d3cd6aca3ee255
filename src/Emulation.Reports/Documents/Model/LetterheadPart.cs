using Emulation.Plan;

namespace Emulation.Reports.Documents.Model;

/// <summary>Head, addressees and signature of the document.</summary>
internal static class LetterheadPart
{
    public static Letterhead Build(ReportInput input)
    {
        var issuer = input.Plan.Issuer;
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(input.DataAsOf, input.Plan.TimeZone).DateTime);
        var recipients = input.Plan.Recipients.Where(recipient => recipient.IsPrinted(input.Kind, day)).ToList();
        var addressees = Addressees(input, recipients);
        return new Letterhead(
            issuer.Symbol,
            issuer.Place,
            [.. issuer.SignerTitle.Split(['/', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            input.Signing.SignerName,
            [.. addressees.Select(recipient => recipient.Name)],
            [.. recipients.Where(recipient => recipient.Kind != RecipientKind.Archive && !addressees.Contains(recipient)).Select(recipient => recipient.Name)],
            [.. recipients.Where(recipient => recipient.Kind == RecipientKind.Archive).Select(recipient => recipient.Name)]);
    }

    /// <summary>Those named by code; else the <c>to</c> recipients outside the issuer's own mail domain, for nobody writes to himself; else all <c>to</c> recipients.</summary>
    private static List<Recipient> Addressees(ReportInput input, List<Recipient> recipients)
    {
        if (input.Signing.Addressees.Count > 0)
        {
            return [.. recipients.Where(recipient => input.Signing.Addressees.Contains(recipient.Code))];
        }

        var to = recipients.Where(recipient => recipient.Kind == RecipientKind.To).ToList();
        var own = DomainOf(input.Plan.Issuer.MailAddress);
        var outside = to.Where(recipient => !recipient.Addresses.Any(address => DomainOf(address) == own)).ToList();
        return outside.Count > 0 ? outside : to;
    }

    private static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..].ToLowerInvariant();
}
