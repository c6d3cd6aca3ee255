using System.CommandLine;
using Emulation.Plan;

namespace Emulation.Jobs.Commands;

/// <summary>The arguments commands share.</summary>
internal static class Arguments
{
    public static Argument<string> Period() => new("period") { Description = "A period of the plan: 2020-03, 2020-W1 or 2020." };

    public static Argument<string> Unit() => new("unit") { Description = "The code of a unit of the plan." };

    /// <summary>The period of that code.</summary>
    /// <exception cref="ArgumentException">The plan has none; the message lists what it has.</exception>
    public static PeriodCode PeriodOf(EmulationPlan plan, string code) =>
        plan.Periods.Any(period => period.Code.Value == code)
            ? new PeriodCode(code)
            : throw new ArgumentException($"Plan {plan.Code} has no period '{code}'. It has: {string.Join(", ", plan.Periods.Select(period => period.Code))}.");
}
