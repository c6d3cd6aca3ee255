using System.Globalization;
using Emulation.Plan;
using Emulation.Reports.Documents.Mail;
using Emulation.Reports.Documents.Model;

namespace Emulation.Reports.Delivery;

/// <summary>The mails of a report: one per address of the distribution list, none twice. Pure.</summary>
public static class ReportDeliveries
{
    /// <param name="day">The day on which recipients and deputies must be valid: that of the making.</param>
    public static IReadOnlyList<NewDelivery> Of(EmulationPlan plan, DateOnly day, ReportModel model, MailBody mail)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(mail);
        var kind = ReportKinds.FromName(model.Cover.Kind) ?? throw new ArgumentException($"No kind of report is called '{model.Cover.Kind}'.", nameof(model));
        var key = string.Create(CultureInfo.InvariantCulture, $"report:{plan.Code}:{model.Cover.Kind}:{model.Cover.PeriodCode}:{model.Cover.Edition}");
        return [.. MailingList.Of(plan, kind, day).Select(addressee => NewDelivery.From(
            plan.Issuer, key, addressee.Recipient.Code, addressee.Recipient.Kind == RecipientKind.To ? "to" : "cc", addressee.Address, mail.Subject, mail.Text, mail.Html))];
    }
}
