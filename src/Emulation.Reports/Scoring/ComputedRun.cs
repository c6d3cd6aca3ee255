namespace Emulation.Reports.Scoring;

/// <summary>What a run is for.</summary>
public enum RunKind
{
    /// <summary>To report how things stand; anything may still change.</summary>
    Provisional,

    /// <summary>To close a period.</summary>
    Final,
}

/// <summary>The stable names of the kinds of run in SQL and logs.</summary>
public static class RunKinds
{
    public static string ToName(this RunKind kind) => kind == RunKind.Final ? "final" : "provisional";

    /// <exception cref="ArgumentException">No kind has that name.</exception>
    public static RunKind FromName(string name) => name switch
    {
        "final" => RunKind.Final,
        "provisional" => RunKind.Provisional,
        _ => throw new ArgumentException($"No kind of run is called '{name}'.", nameof(name)),
    };
}

/// <summary>A stored run and its result.</summary>
/// <param name="DataAsOf">The instant whose accepted data the run counts.</param>
/// <param name="Hash">SHA-256 of the canonical bytes.</param>
/// <param name="ClosedAt">When the run closed its period; null if it did not.</param>
/// <param name="WasReused">True if an earlier run with the same inputs, plan version and result was returned instead of a new one.</param>
public sealed record ComputedRun(
    long RunId, long PlanVersionId, RunKind Kind, DateTimeOffset DataAsOf, RunResult Result, byte[] Hash, DateTimeOffset? ClosedAt, bool WasReused)
{
    /// <summary>Null if the run was not computed just now.</summary>
    public RunFindings? Findings { get; init; }
}
