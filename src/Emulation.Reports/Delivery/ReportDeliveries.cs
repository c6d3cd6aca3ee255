using System.Globalization;
using Emulation.Plan;
using Emulation.Reports.Documents.Mail;
using Emulation.Reports.Documents.Model;

namespace Emulation.Reports.Delivery;

/// <summary>The mails of a report: one per address of the distribution list, none twice. Pure.</summary>
public static class ReportDeliveries
{
    public static IReadOnlyList<NewDelivery> Of(EmulationPlan plan, ReportModel model, MailBody mail)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(mail);
        var kind = ReportKinds.FromName(model.Cover.Kind) ?? throw new ArgumentException($"No kind of report is called '{model.Cover.Kind}'.", nameof(model));
        var day = DateOnly.FromDateTime(model.Cover.DataAsOf);
        var key = string.Create(CultureInfo.InvariantCulture, $"report:{plan.Code}:{model.Cover.Kind}:{model.Cover.PeriodCode}:{model.Cover.Edition}");
        var mails =
            from recipient in plan.Recipients
            where recipient.Kind != RecipientKind.Archive && recipient.Gets(kind, day)
            orderby recipient.Kind
            from address in recipient.Addresses
            select NewDelivery.From(
                plan.Issuer, key, recipient.Code, recipient.Kind == RecipientKind.To ? "to" : "cc", address, mail.Subject, mail.Text, mail.Html);
        return [.. mails.DistinctBy(delivery => delivery.Address)];
    }
}
