using System.Diagnostics;
using Emulation.Plan;

namespace Emulation.Jobs.Tests.Interleavings;

/// <summary>Lets the sessions of one interleaving go on in a random order: at every statement and fail point a session may have to let the others take some steps first.</summary>
/// <remarks>A session that waits for a lock of the one that waits for it would never take a step; so nobody waits for ever, and a slow machine changes only which orders are tried.</remarks>
internal sealed class RandomPace(int seed, int sessions)
{
    private const int MostSteps = 14;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan LongPatience = TimeSpan.FromSeconds(1);
    private readonly Random random = new(seed);
    private int steps;
    private int running = sessions;

    /// <summary>The sessions' numbers, step by step.</summary>
    public List<int> Order { get; } = [];

    /// <summary>Makes every statement sent to PostgreSQL a fail point called <c>sql</c>, in the flow that sends it.</summary>
    public static ActivityListener ListenToStatements()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = _ => FailPoint.Armed?.Invoke("sql"),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    /// <summary>Starts a session; it takes its steps in its turn.</summary>
    /// <param name="after">Steps the others take before it begins, 0 for none.</param>
    public Task<T> RunAsync<T>(int session, int after, Func<Task<T>> work) => Task.Run(async () =>
    {
        LetOthersGo(after);
        FailPoint.Armed = _ => Step(session);
        try
        {
            Step(session);
            return await work();
        }
        finally
        {
            lock (random)
            {
                running--;
                Monitor.PulseAll(random);
            }
        }
    });

    /// <summary>Before its first step a session holds no lock, so it can wait as long as the others get on.</summary>
    private void LetOthersGo(int after)
    {
        lock (random)
        {
            while (steps < after && running > 1 && Monitor.Wait(random, LongPatience))
            {
            }
        }
    }

    private void Step(int session)
    {
        lock (random)
        {
            var until = steps + (random.Next(3) == 0 ? random.Next(1, MostSteps) : 0);
            var since = Stopwatch.GetTimestamp();
            // Asleep, not spinning: the processor belongs to those whose turn it is.
            while (steps < until && running > 1 && Patience - Stopwatch.GetElapsedTime(since) is { Ticks: > 0 } left && Monitor.Wait(random, left))
            {
            }

            steps++;
            Order.Add(session);
            Monitor.PulseAll(random);
        }
    }
}
