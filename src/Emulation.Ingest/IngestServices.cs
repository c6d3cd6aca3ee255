using Emulation.Ingest.Answers;
using Emulation.Ingest.Cage;
using Emulation.Ingest.Intake;
using Emulation.Ingest.PersonalData;
using Emulation.Ingest.Storage;
using Emulation.Ingest.Templates;
using Emulation.Ingest.Validation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Emulation.Ingest;

/// <summary>Registers the room that turns dropped files into figures. The host provides the data source, the clock and the plan room.</summary>
public static class IngestServices
{
    public static IServiceCollection AddIngest(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<IntakeOptions>().Bind(configuration.GetSection(IntakeOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<IntakeOptions>, IntakeOptionsCheck>();
        services.AddSingleton<IPostConfigureOptions<IntakeOptions>>(new IntakeDefaults(configuration));
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<IntakeOptions>>().Value);
        return services.AddStages().AddUseCases();
    }

    private static IServiceCollection AddStages(this IServiceCollection services) => services
        .AddSingleton<Archive>()
        .AddSingleton<ShareFolders>()
        .AddSingleton<ShareListing>()
        .AddSingleton<StableFiles>()
        .AddSingleton<ShareRegister>()
        .AddSingleton<ClaimStore>()
        .AddSingleton<LeaseStore>()
        .AddSingleton<SubmissionStore>()
        .AddSingleton<EarlierReports>()
        .AddSingleton<AnswerStore>()
        .AddSingleton<ArchiveLedger>()
        .AddSingleton<ExceptionStore>()
        .AddSingleton<PersonStore>()
        .AddSingleton<TemplateStore>()
        .AddSingleton<TemplateSources>()
        .AddSingleton<FileKeeping>()
        .AddSingleton<FileReading>()
        .AddSingleton<FileAnswering>();

    private static IServiceCollection AddUseCases(this IServiceCollection services) => services
        .AddSingleton(new CageOptions())
        .AddSingleton<ReadingCage>()
        .AddSingleton<CagedReading>()
        .AddSingleton<OpenOldWorkbook>(provider => provider.GetRequiredService<ReadingCage>().OpenOld)
        .AddSingleton<ReadContent>(provider => provider.GetRequiredService<CagedReading>().Read)
        .AddSingleton<TakeFiles>()
        .AddSingleton<IngestSubmission>()
        .AddSingleton<IngestSubmissions>()
        .AddSingleton<GrantExtension>()
        .AddSingleton<PersonalRecords>()
        .AddSingleton<RefreshTemplates>()
        .AddSingleton<Housekeeping>();
}
