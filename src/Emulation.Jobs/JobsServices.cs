using Emulation.Jobs.Closings;
using Emulation.Jobs.Hosting;
using Emulation.Jobs.Jobs;
using Emulation.Jobs.Looks;
using Emulation.Jobs.Pages.Storage;
using Emulation.Jobs.Slots;
using Emulation.Jobs.Slots.Actions;
using Emulation.Jobs.Slots.Storage;
using Emulation.Reports.Evidence;
using Microsoft.Extensions.Options;

namespace Emulation.Jobs;

/// <summary>Registers what the host itself adds to the rooms.</summary>
public static class JobsServices
{
    /// <summary>The slot table, the jobs and Hangfire's client: what commands and the server share.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddChecked<DataOptions>(configuration, DataOptions.Section);
        services.AddChecked<ScheduleOptions>(configuration, ScheduleOptions.Section);
        services.AddChecked<WebOptions>(configuration, WebOptions.Section);
        services.AddHangfireStorage();

        services.AddSingleton<IEvidenceArchive, EvidenceArchive>();
        services.AddSingleton<SlotStore>();
        services.AddSingleton<WorkStore>();
        services.AddSingleton<PauseStore>();
        services.AddSingleton<LookStore>();
        services.AddSingleton<LookAgain>();
        services.AddSingleton<WaveOrderStore>();
        services.AddSingleton<BackFillStore>();
        services.AddSingleton<BackFill>();
        services.AddSingleton<AlarmStore>();
        services.AddSingleton<PauseSchedule>();
        services.AddSingleton<WatchSchedule>();
        services.AddSingleton<CalendarChecks>();
        services.AddSingleton<PageQueries>();
        services.AddSingleton<HealthChecks>();
        services.AddSingleton<MachineChecks>();
        services.AddSingleton<WebPassword>();
        services.AddSingleton<WebAccounts>();
        services.AddSingleton<ISlotCalendarSource, PlanSlotCalendar>();
        services.AddSingleton<RunCalendar>();
        services.AddScoped<DroppedFiles>();
        services.AddScoped<OrderClosing>();
        services.AddScoped<ISlotAction, MonthEndAction>();
        services.AddScoped<ISlotAction, ProvisionalCardsAction>();
        services.AddScoped<ISlotAction, WaveClosingAction>();
        services.AddScoped<ISlotAction, ScoreCardsAction>();
        services.AddScoped<ISlotAction, RemindersAction>();
        services.AddScoped<ISlotAction, HousekeepingAction>();
        services.AddScoped<ScheduleSlots>();
        services.AddScoped<StartWaitingJobs>();
        return services;
    }

    /// <summary>The Hangfire servers and the schedule: what only the server runs.</summary>
    public static IServiceCollection AddJobServers(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHangfireServers(configuration.GetSection(ScheduleOptions.Section).Get<ScheduleOptions>() ?? new ScheduleOptions());
        services.AddHostedService<ScheduleKeeper>();
        services.AddHostedService<DeadManWatch>();
        return services;
    }

    private static void AddChecked<TOptions>(this IServiceCollection services, IConfiguration configuration, string section)
        where TOptions : class
    {
        services.AddOptions<TOptions>().Bind(configuration.GetSection(section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TOptions>, AnnotationCheck<TOptions>>();
    }
}
