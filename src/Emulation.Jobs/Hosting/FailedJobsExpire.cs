using Hangfire.States;
using Hangfire.Storage;

namespace Emulation.Jobs.Hosting;

/// <summary>Lets failed jobs go after two weeks. Hangfire keeps them for ever; ours are started anew by the sweep, so the failed ones are only there to be read.</summary>
internal sealed class FailedJobsExpire : IApplyStateFilter
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    public void OnStateApplied(ApplyStateContext context, IWriteOnlyTransaction transaction)
    {
        if (context.NewState is FailedState)
        {
            transaction.ExpireJob(context.BackgroundJob.Id, Kept);
        }
    }

    public void OnStateUnapplied(ApplyStateContext context, IWriteOnlyTransaction transaction)
    {
        if (context.OldStateName == FailedState.StateName)
        {
            transaction.PersistJob(context.BackgroundJob.Id);
        }
    }
}
