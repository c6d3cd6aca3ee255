using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Awards;
using Emulation.Reports.Storage;

namespace Emulation.Reports;

/// <summary>Holds the award proposals of the year against the award law that holds on its last day.</summary>
public sealed class CheckAwards(CurrentPlan plans, AwardStore awards)
{
    /// <exception cref="InvalidOperationException">The plan has no award rules for its year.</exception>
    public async Task<AwardCheckList> RunAsync(CancellationToken cancellationToken)
    {
        var plan = await plans.ForYearAsync(cancellationToken);
        var rules = RulesOf(plan.Plan);
        var proposed = await awards.NomineesAsync(plan, cancellationToken);
        var registrations = await awards.RegistrationsAsync(plan, cancellationToken);
        var decisions = proposed.Where(row => row.Decision is not null).ToDictionary(row => row.Nominee.Key, row => row.Decision!);
        var checkedNominees = AwardChecks.Of(plan.Plan, rules, [.. proposed.Select(row => row.Nominee)], registrations, decisions);
        return new AwardCheckList(rules, [.. checkedNominees.Zip(proposed, (nominee, row) => new Dossier(nominee, row.Decision))]);
    }

    private static AwardRuleSet RulesOf(EmulationPlan plan) => plan.Awards.On(plan.YearPeriod.To)
        ?? throw new InvalidOperationException(FormattableString.Invariant($"Plan {plan.Code} has no award rules that hold on {plan.YearPeriod.To:yyyy-MM-dd}: see awards.yaml in docs/formats/plan.md."));
}
