using Emulation.Reports.Delivery;
using Emulation.Reports.Documents.Document;
using Emulation.Reports.Documents.Document.Printing;
using Emulation.Reports.Documents.Mail;
using Emulation.Reports.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Emulation.Reports;

/// <summary>Registers the room: results, documents and deliveries. The host provides NpgsqlDataSource and TimeProvider.</summary>
public static class ReportsServices
{
    public static IServiceCollection AddReports(this IServiceCollection services, IConfiguration configuration) =>
        services.AddResults().AddDocuments(configuration);

    private static IServiceCollection AddResults(this IServiceCollection services) => services
        .AddSingleton<RunStore>()
        .AddSingleton<RunPreviews>()
        .AddSingleton<TryRules>()
        .AddSingleton<TryPlan>()
        .AddSingleton<ScoreOpinionStore>()
        .AddSingleton<GiveOpinion>()
        .AddSingleton<RunTrace>()
        .AddSingleton<LineageStore>()
        .AddSingleton<TraceReport>()
        .AddSingleton<MismatchRegister>()
        .AddSingleton<MismatchStore>()
        .AddSingleton<WatchMismatches>()
        .AddSingleton<DecideMismatch>()
        .AddSingleton<AdjustmentStore>()
        .AddSingleton<ComputeRun>()
        .AddSingleton<CloseWave>()
        .AddSingleton<RecomputeWave>()
        .AddSingleton<ClosingStore>()
        .AddSingleton<RecomputeAll>()
        .AddSingleton<EvidenceStore>()
        .AddSingleton<KeepEvidence>()
        .AddSingleton<CheckEvidence>()
        .AddSingleton<EnterAdjustment>()
        .AddSingleton<ShowDuties>()
        .AddSingleton<OutageStore>()
        .AddSingleton<ShowPace>()
        .AddSingleton<ScoreExplain>()
        .AddSingleton<WaveStore>()
        .AddSingleton<ExplanationStore>()
        .AddSingleton<ReopenWave>()
        .AddSingleton<RaiseObjection>()
        .AddSingleton<CheckWave>()
        .AddSingleton<ShowWave>()
        .AddSingleton<AwardStore>()
        .AddSingleton<CheckAwards>()
        .AddSingleton<DecideAward>()
        .AddSingleton<AuditStore>()
        .AddSingleton<VerifyAudit>();

    private static IServiceCollection AddDocuments(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddSingleton(Options.Create(configuration.GetSection(ReminderOptions.Section).Get<ReminderOptions>() ?? new ReminderOptions()));
        services.AddOptions<DeliveryOptions>()
            .Bind(configuration.GetSection(DeliveryOptions.Section))
            .PostConfigure(options => options.SetDefaultFolder(configuration["Data:Path"]))
            .ValidateOnStart();
        services.AddOptions<DocumentOptions>().Bind(configuration.GetSection(DocumentOptions.Section)).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<DeliveryOptions>, DeliveryOptionsCheck>()
            .AddSingleton<EmlFolderTransport>()
            .AddSingleton<SmtpTransport>()
            .AddSingleton<IMailTransport>(provider => provider.GetRequiredService<IOptions<DeliveryOptions>>().Value.Transport == DeliveryOptions.Smtp
                ? provider.GetRequiredService<SmtpTransport>()
                : provider.GetRequiredService<EmlFolderTransport>())
            .AddSingleton<AddressPolicy>()
            .AddSingleton<MailRenderer>()
            .AddSingleton<IValidateOptions<DocumentOptions>, DocumentOptionsCheck>()
            .AddSingleton<DocumentTemplates>()
            .AddSingleton<PdfPrinter>()
            .AddSingleton<DocumentFiles>()
            .AddSingleton<ReportStore>()
            .AddSingleton<ReportReminderStore>()
            .AddSingleton<ReceivedForms>()
            .AddSingleton<DeliveryStore>()
            .AddSingleton<ComposeReport>()
            .AddSingleton<PublishReport>()
            .AddSingleton<ReleaseStore>()
            .AddSingleton<BounceMailbox>()
            .AddSingleton<BounceStore>()
            .AddSingleton<ReadBounces>()
            .AddSingleton<StoppedMailStore>()
            .AddSingleton<TellOfStoppedMails>()
            .AddSingleton<ReleaseReport>()
            .AddSingleton<PreviewReport>()
            .AddSingleton<SendTestReport>()
            .AddSingleton<SendDeliveries>()
            .AddSingleton<SendReminders>()
            .AddSingleton<TellOwner>()
            .AddSingleton<UnitCards>()
            .AddSingleton<SendProvisionalCards>()
            .AddSingleton<TellAnswers>()
            .AddSingleton<SendScoreCards>()
            .AddSingleton<DecideDelivery>();
    }
}
