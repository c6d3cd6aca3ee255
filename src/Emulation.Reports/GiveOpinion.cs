using Emulation.Plan;
using Emulation.Plan.Files;
using Emulation.Plan.Storage;
using Emulation.Reports.Evidence;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;
using Microsoft.Extensions.Logging;

namespace Emulation.Reports;

/// <summary>Takes in what a unit gives itself, and what the council decides, line by line of the rule set. Both stand beside the computed points; to change these takes a bonus or penalty, or other figures.</summary>
public sealed class GiveOpinion(CurrentPlan plans, RunStore runs, ScoreOpinionStore opinions, KeepEvidence evidence, TimeProvider clock, ILogger<GiveOpinion> log)
{
    /// <summary>Stores a unit's self-scores; all or none. A later file replaces the lines it names.</summary>
    /// <returns>What is wrong, in Vietnamese; empty if stored.</returns>
    /// <exception cref="ArgumentException">The plan has no such unit, or no such wave or year.</exception>
    public async Task<IReadOnlyList<string>> SelfAsync(UnitCode unit, PeriodCode code, string file, string text, string givenBy, CancellationToken cancellationToken)
    {
        var plan = await plans.ForAsync(code, cancellationToken);
        var period = plan.Plan.Closable(code);
        var (scores, faults) = SelfScoreFile.Read(file, text, RulesOf(plan.Plan, unit, period));
        if (faults.Count > 0)
        {
            return [.. faults.Select(fault => fault.ToString())];
        }
        if (await runs.FindClosedAsync(plan, period, cancellationToken) is { ClosedAt: { } closedAt })
        {
            return [RunTexts.Get("SelfScoreClosed", period.Name, VietnameseNumber.Instant(plan.Plan.TimeZone, closedAt))];
        }
        await AddAsync(plan, code, unit, OpinionKind.Self, scores, null, givenBy, cancellationToken);
        return [];
    }

    /// <summary>Stores what the council decided about one line, also after the closing: the closed result stays what it is.</summary>
    /// <param name="proof">Words and file that prove it; null if there are none.</param>
    /// <returns>What is wrong, in Vietnamese; null if stored.</returns>
    /// <exception cref="ArgumentException">The plan has no such unit, no such wave or year, or no such rule for them.</exception>
    public async Task<string?> DecideAsync(
        UnitCode unit, PeriodCode code, string rule, decimal points, string reason, DecisionProof? proof, string givenBy, CancellationToken cancellationToken)
    {
        var plan = await plans.ForAsync(code, cancellationToken);
        var named = RulesOf(plan.Plan, unit, plan.Plan.Closable(code)).FirstOrDefault(entry => entry.Code == rule)
            ?? throw new ArgumentException($"No rule '{rule}' speaks to unit {unit} in {code}.", nameof(rule));
        if (points < 0 || points > SelfScoreFile.MostOf(named))
        {
            return RunTexts.Get("OpinionOutOfRange", rule, VietnameseNumber.Points(SelfScoreFile.MostOf(named)));
        }
        if (string.IsNullOrWhiteSpace(reason))
        {
            return RunTexts.Get("OpinionNoReason");
        }
        var (kept, unfit) = await evidence.RunAsync(proof?.File, cancellationToken);
        if (unfit is not null)
        {
            return unfit;
        }
        var words = string.IsNullOrWhiteSpace(proof?.Text) ? null : proof.Text.Trim();
        await AddAsync(plan, code, unit, OpinionKind.Council, [new SelfScore(rule, points, reason.Trim(), words)], kept, givenBy, cancellationToken);
        return null;
    }

    private async Task AddAsync(
        StoredPlan plan, PeriodCode period, UnitCode unit, OpinionKind kind, IReadOnlyList<SelfScore> scores, KeptEvidence? kept, string givenBy, CancellationToken cancellationToken)
    {
        await opinions.AddAsync(plan, period, unit, kind, scores, kept, givenBy, clock.GetUtcNow(), cancellationToken);
        log.LogInformation("{Kind} scores of {Unit} in {Period}: {Lines} lines", kind, unit, period, scores.Count);
    }

    private static IReadOnlyList<ScoringRule> RulesOf(EmulationPlan plan, UnitCode code, Period period)
    {
        var unit = plan.Units.SingleOrDefault(entry => entry.Code == code) ?? throw new ArgumentException($"Plan {plan.Code} has no unit {code}.", nameof(code));
        return [.. plan.Scoring.Rules.Where(rule =>
            PlanGroups.BelongsToAny(unit, rule.Units) && (rule.Periods.Count == 0 || rule.Periods.Contains(period.Code)))];
    }
}
