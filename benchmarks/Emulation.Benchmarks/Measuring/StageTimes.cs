using System.Diagnostics;
using Emulation.Reports.Storage;

namespace Emulation.Benchmarks.Measuring;

/// <summary>Listens to the stages of runs while it lives.</summary>
internal sealed class StageTimes : IDisposable
{
    private readonly List<KeyValuePair<string, double>> stages = [];
    private readonly ActivityListener listener;

    public StageTimes()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == RunStages.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => stages.Add(new(activity.OperationName, activity.Duration.TotalSeconds)),
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>Seconds of the stages in the order in which they ended.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> InOrder() => [.. stages];

    public void Dispose() => listener.Dispose();
}
