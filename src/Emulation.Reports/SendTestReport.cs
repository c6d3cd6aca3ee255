using System.Globalization;
using Emulation.Plan;
using Emulation.Reports.Delivery;
using Emulation.Reports.Documents.Document;
using Emulation.Reports.Documents.Mail;
using Emulation.Reports.Storage;
using Microsoft.Extensions.Logging;

namespace Emulation.Reports;

/// <summary>Mails a report to somebody inside the office for a look, marked as a test. The real mails are untouched: a test has a subject key of its own each time.</summary>
public sealed class SendTestReport(
    PreviewReport preview, DeliveryStore deliveries, AddressPolicy policy, TimeProvider clock, ILogger<SendTestReport> log)
{
    /// <summary>The recipient kind of test mails.</summary>
    public const string RecipientKind = "test";

    /// <exception cref="ArgumentException">The plan has no such report, or the address is outside the office.</exception>
    /// <exception cref="InvalidOperationException">A final report was asked for before the period was closed.</exception>
    public async Task RunAsync(ReportKind kind, PeriodCode period, string address, CancellationToken cancellationToken)
    {
        var made = await preview.RunAsync(kind, period, DocumentMarking.Trial, cancellationToken);
        if (policy.CheckInside(made.Plan.Issuer, address) is { } refusal)
        {
            throw new ArgumentException(refusal.Reason, nameof(address));
        }

        var now = clock.GetUtcNow();
        var cover = made.Report.Model.Cover;
        var key = string.Create(CultureInfo.InvariantCulture, $"test:{made.Plan.Code}:{cover.Kind}:{cover.PeriodCode}:{now.UtcTicks}");
        var mail = TestMark.On(made.Report.Mail);
        var delivery = NewDelivery.From(made.Plan.Issuer, key, "TEST", RecipientKind, address, mail.Subject, mail.Text, mail.Html) with
        {
            Files = [.. made.Report.Files.Where(file => file.IsAttached || file.ContentId is not null)
                .Select(file => new MailFile(file.ContentId is null ? TestMark.FileName(file.Name) : file.Name, file.MediaType, file.Content, file.ContentId))],
        };
        await deliveries.QueueAsync([delivery], now, cancellationToken);
        log.LogInformation("Test of {Kind} {Period} queued", cover.Kind, cover.PeriodCode);
    }
}
