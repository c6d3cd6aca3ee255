using Emulation.Ingest;
using Emulation.Jobs.Slots.Storage;

namespace Emulation.Jobs.Slots.Actions;

/// <summary>Sees to it that everything dropped before a report or a closing has been decided first: nobody is left out because our queue was long.</summary>
public sealed class DroppedFiles(TakeFiles take, IngestSubmissions ingest, WorkStore work, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Takes and ingests; waits for files that are still settling or in other hands.</summary>
    /// <returns>How many files were still undecided when patience ran out.</returns>
    public async Task<int> DecideAsync(string planCode, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            await take.RunAsync(cancellationToken);
            await ingest.DrainAsync(cancellationToken);
            var undecided = await work.CountUndecidedAsync(planCode, now, cancellationToken);
            if (undecided == 0 || TimeProvider.System.GetElapsedTime(began) > Patience)
            {
                return undecided;
            }

            // They are settling in the inbox, or another worker holds them under a lease: both go by real time, not by ours.
            await Task.Delay(Pause, cancellationToken);
        }
    }
}
