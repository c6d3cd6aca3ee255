using System.CommandLine;
using System.Globalization;
using Emulation.Plan;

namespace Emulation.Jobs.Commands;

/// <summary>The arguments commands share.</summary>
internal static class Arguments
{
    public static Argument<string> Period() => new("period") { Description = "A period of the plan: 2020-03, 2020-W1 or 2020." };

    public static Argument<string> Unit() => new("unit") { Description = "The code of a unit of the plan." };

    /// <summary>Who does it, as the audit log and the unit will read it.</summary>
    public static Option<string> By() => new("--by") { Description = "The person's name; the name of the login if left out.", DefaultValueFactory = _ => Environment.UserName };

    /// <summary>A required day, written yyyy-MM-dd.</summary>
    public static Option<DateOnly> Day(string name, string description) => new(name)
    {
        Description = description,
        Required = true,
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens.Count == 1 ? result.Tokens[0].Value : "", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day;
            }

            result.AddError(name + ": write the day as yyyy-MM-dd, e.g. 2020-07-15.");
            return default;
        },
    };

    /// <summary>The period of that code.</summary>
    /// <exception cref="ArgumentException">The plan has none; the message lists what it has.</exception>
    public static PeriodCode PeriodOf(EmulationPlan plan, string code) =>
        plan.Periods.Any(period => period.Code.Value == code)
            ? new PeriodCode(code)
            : throw new ArgumentException($"Plan {plan.Code} has no period '{code}'. It has: {string.Join(", ", plan.Periods.Select(period => period.Code))}.");
}
