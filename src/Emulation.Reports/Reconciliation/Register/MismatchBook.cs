using Emulation.Plan;
using Emulation.Reports.Scoring;

namespace Emulation.Reports.Reconciliation.Register;

/// <summary>The entries of the register that a run over one period looks at, found by what the run's result says.</summary>
/// <param name="entries">Of the plan; those about other periods are left out.</param>
public sealed class MismatchBook(EmulationPlan plan, Period period, DateOnly asOn, IEnumerable<RegisteredMismatch> entries)
{
    // Their sentence names the day, or the month of the run; the entry is the same.
    private static readonly string[] SaidAnew = [MismatchKinds.Pace, MismatchKinds.Target];

    private readonly List<RegisteredMismatch> covered = Covered(RegisterLook.Of(plan, period, asOn), entries);

    public static MismatchBook Empty(EmulationPlan plan, Period period) => new(plan, period, period.To, []);

    /// <summary>All that still stand.</summary>
    public IReadOnlyList<RegisteredMismatch> Standing => [.. covered.Where(entry => entry.State != MismatchState.Gone)];

    /// <summary>The entry of a sentence of the run; null if the register does not hold it, or holds other values by now.</summary>
    public RegisteredMismatch? Find(Discrepancy said) => covered.Find(entry =>
        (entry.Kind, entry.Unit, entry.Indicator) == (said.Kind, said.Unit, said.Indicator) && (entry.Sentence == said.Sentence || SaidAnew.Contains(said.Kind)));

    private static List<RegisteredMismatch> Covered(IEnumerable<LookedAt> looks, IEnumerable<RegisteredMismatch> entries)
    {
        var pairs = looks.Select(look => (look.Period, look.Kind)).ToHashSet();
        return [.. entries.Where(entry => pairs.Contains((entry.Period, entry.Kind)))];
    }
}
