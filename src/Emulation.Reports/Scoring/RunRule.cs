using Emulation.Plan;

namespace Emulation.Reports.Scoring;

/// <summary>A rule as it speaks in a run: what depends on neither unit nor figure is found, and printed, once.</summary>
public sealed class RunRule
{
    public RunRule(ScoringRule rule, RuleSet rules, RunCatalogue catalogue)
    {
        Rule = rule;
        GroupPlace = rules.Groups.Select(group => group.Code).ToList().IndexOf(rule.Group);
        Indicator = catalogue.Find(rule.Indicator ?? new IndicatorCode(rule.Code));
        Duty = rule.Duty ?? Indicator?.Indicator.FromDuty;
        MaxPoints = rule.MaxPoints;
        StandardPoints = VietnameseNumber.Points(MaxPoints);
        Cap = rule.Function == ScoringFunction.ProportionalOver ? rule.Cap ?? ScoreRules.DefaultCap : 1;
        CapText = VietnameseNumber.Value(Cap);
        BandTexts = [.. rule.Bands.Select(Bands.Describe)];
    }

    public ScoringRule Rule { get; }

    /// <summary>0-based place of the group in the rule set; −1 if it has no such group.</summary>
    public int GroupPlace { get; }

    /// <summary>The indicator scored; null if the catalogue has none of that code.</summary>
    public RunIndicator? Indicator { get; }

    /// <summary>The duty whose punctuality is scored; null for a rule about figures.</summary>
    public string? Duty { get; }

    /// <summary>Before anything is shared out.</summary>
    public Fraction MaxPoints { get; }

    /// <summary><see cref="MaxPoints"/> as printed.</summary>
    public string StandardPoints { get; }

    /// <summary>Most of an achieved ratio that counts.</summary>
    public Fraction Cap { get; }

    public string CapText { get; }

    /// <summary>The bands in words, in their order.</summary>
    public IReadOnlyList<string> BandTexts { get; }

    /// <summary>The most points of a line as printed: nearly always the rule's own, shared out unchanged.</summary>
    public string Printed(Fraction max) => max == MaxPoints ? StandardPoints : VietnameseNumber.Points(max);
}
