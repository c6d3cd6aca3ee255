namespace Emulation.Plan.Files;

/// <summary>The faults found so far; all of them are reported together.</summary>
internal sealed class FaultList
{
    private readonly List<PlanFault> faults = [];

    public int Count => faults.Count;

    public void Add(string file, int? line, PlanFaultKind kind, params string[] values) =>
        faults.Add(new PlanFault(file, line, kind, values));

    /// <summary>In the order of the plan's files, then by line.</summary>
    public IReadOnlyList<PlanFault> InOrder() =>
        [.. faults
            .OrderBy(fault => PlanFiles.PlaceOf(fault.File))
            .ThenBy(fault => fault.Line ?? 0)
            .Distinct(SameSentence.Instance)];

    private sealed class SameSentence : IEqualityComparer<PlanFault>
    {
        public static readonly SameSentence Instance = new();

        public bool Equals(PlanFault? x, PlanFault? y) => x?.ToString() == y?.ToString();

        public int GetHashCode(PlanFault fault) => fault.ToString().GetHashCode(StringComparison.Ordinal);
    }
}
