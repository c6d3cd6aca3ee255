using System.Text;
using Emulation.Plan;
using Emulation.Reports.Documents;
using Emulation.Reports.Documents.Mail;

namespace Emulation.Reports.Delivery;

/// <summary>Words the mail to the owner: what was due and came to nothing.</summary>
public static class OwnerMails
{
    public static async Task<NewDelivery> OfAsync(
        MailRenderer renderer, Issuer issuer, string key, string address, IReadOnlyList<OwnerNotice> notices)
    {
        ArgumentNullException.ThrowIfNull(renderer);
        ArgumentNullException.ThrowIfNull(issuer);
        ArgumentNullException.ThrowIfNull(notices);
        var subject = notices.Count == 1
            ? Texts.Get("Owner.Subject.One", issuer.Name, notices[0].Title)
            : Texts.Get("Owner.Subject.Many", issuer.Name, VietnameseFormat.Number(notices.Count));
        var html = await renderer.RenderAsync<OwnerMail>(new Dictionary<string, object?>
        {
            [nameof(OwnerMail.Subject)] = subject,
            [nameof(OwnerMail.Issuer)] = issuer.Name,
            [nameof(OwnerMail.Notices)] = notices,
        });
        return NewDelivery.From(issuer, key, "OWNER", "owner", address, subject, TextOf(issuer, notices), html);
    }

    private static string TextOf(Issuer issuer, IReadOnlyList<OwnerNotice> notices)
    {
        var text = new StringBuilder();
        text.AppendLine(Texts.Get("Owner.Opening")).AppendLine();
        foreach (var notice in notices)
        {
            text.Append("- ").Append(notice.Title).Append(": ").Append(notice.Detail).Append(' ').AppendLine(notice.Cure);
            if (notice.Fault is { } fault)
            {
                text.Append("  ").AppendLine(Texts.Get("Owner.Fault", fault));
            }
        }

        text.AppendLine().AppendLine(Texts.Get("Mail.Automatic.Reminder", issuer.Name));
        return text.ToString().ReplaceLineEndings("\n");
    }
}
