using Emulation.Benchmarks.Hosting;
using Emulation.Benchmarks.Measuring;
using Emulation.Ingest;

namespace Emulation.Benchmarks.Cases;

/// <summary>One sweep of the share and the work it found, through the use cases that the jobs run.</summary>
internal sealed record IntakeRun(Measured Total, IReadOnlyList<KeyValuePair<string, double>> Stages)
{
    /// <summary>Takes and ingests all that lies in the inboxes.</summary>
    public static async Task<IntakeRun> RunAsync(BenchHost host, CancellationToken cancellationToken)
    {
        double take = 0, drain = 0;
        var total = await Meter.OursAsync(async () =>
        {
            take = await Meter.TimeAsync(() => host.Get<TakeFiles>().RunAsync(cancellationToken));
            drain = await Meter.TimeAsync(() => host.Get<IngestSubmissions>().DrainAsync(cancellationToken));
        });
        return new IntakeRun(total, [new("take", take), new("ingest", drain)]);
    }

    /// <summary>Makes sure that the work was done: a fast refusal is no result.</summary>
    /// <exception cref="InvalidOperationException">Files or figures are missing.</exception>
    public static async Task RequireAsync(BenchHost host, int files, int figures, CancellationToken cancellationToken)
    {
        var accepted = await host.CountAsync("submissions where state = 'accepted' and answered_at is not null", cancellationToken);
        var stored = await host.CountAsync("figures", cancellationToken);
        if (accepted != files || stored != figures)
        {
            throw new InvalidOperationException($"{accepted} of {files} files were accepted and {stored} of {figures} figures stored.");
        }
    }
}
