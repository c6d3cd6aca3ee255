using Emulation.Plan;
using Emulation.TestSupport;

namespace Emulation.Jobs.Tests.Interleavings;

/// <summary>What B01 and B02 of a file say; both are worth points, so half a file would show in the sum.</summary>
internal readonly record struct TwoValues(int First, int Second)
{
    /// <summary>40 points for B01 = 10, 60 for B02 = 10, in proportion.</summary>
    public decimal Points => (First * 4) + (Second * 6);
}

/// <summary>A unit's part in a race: what it had sent before, and what it sends while the period is being closed.</summary>
/// <param name="Before">Null for a unit that had sent nothing.</param>
/// <param name="Now">Null for a marker that takes <paramref name="Before"/> back.</param>
/// <param name="Session">Which of the importing sessions stores it.</param>
internal sealed record Runner(int UnitIndex, FormKind Form, TwoValues? Before, TwoValues? Now, int Session)
{
    public Period Period => Form == FormKind.WaveReport ? Some.Wave1 : Some.Month(3);
}

/// <summary>One random race: a plan of its own, what units had sent, which files come, and the period being closed.</summary>
/// <param name="ClosingBegins">Steps the imports take before the closing begins.</param>
internal sealed record Race(int Number, EmulationPlan Plan, IReadOnlyList<Runner> Runners, int Sessions, Period Closing, int ClosingBegins)
{
    private const int MostUnits = 4;

    /// <summary>About as many as let imports and closing win equally often.</summary>
    private const int MostStepsBefore = 12;

    public static Race Of(int number)
    {
        var random = new Random(number);
        var units = Enumerable.Range(1, MostUnits).Select(unit => Some.Unit($"U{unit}")).ToList();
        var plan = new PlanBuilder
        {
            Units = units,
            Indicators = [Some.Indicator("B01"), Some.Indicator("B02")],
            Targets = [Some.Target("B01", 10), Some.Target("B02", 10)],
            Rules = [Some.Rule("B01", 40), Some.Rule("B02", 60)],
            Duties = [Some.Duty("DL3", FormKind.WaveReport, Some.Occurrence(Some.Wave1, new(2020, 6, 30)))],
        }.Build();
        plan = plan with { Code = $"race-{number}", Waves = [plan.Waves[0]], Periods = [Some.Month(3), Some.Wave1, Some.Year] };
        var sessions = random.Next(1, 4);
        return new Race(
            number, plan, [.. units.Take(random.Next(1, MostUnits + 1)).Select((_, index) => RunnerOf(random, index, sessions))], sessions,
            random.Next(4) == 0 ? Some.Year : Some.Wave1, random.Next(MostStepsBefore));
    }

    private static Runner RunnerOf(Random random, int unit, int sessions)
    {
        TwoValues Values() => new(random.Next(1, 10), random.Next(1, 10));
        TwoValues? before = random.Next(2) == 0 ? Values() : null;
        var form = random.Next(2) == 0 ? FormKind.WaveReport : FormKind.Figures;
        // Only a duty's file can be taken back, and only a file that came.
        var isMarker = form == FormKind.WaveReport && before is not null && random.Next(3) == 0;
        return new Runner(unit, form, before, isMarker ? null : Values(), random.Next(sessions));
    }
}
