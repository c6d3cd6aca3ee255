namespace Emulation.Plan.Files;

/// <summary>The closed lists of words that plan files use, by column or key: what an editor can offer to choose from.</summary>
public static class PlanVocabulary
{
    private static readonly string[] Bases = [.. PlanWords.Bases.Keys];

    private static readonly Dictionary<string, Dictionary<string, string[]>> Words = new()
    {
        [PlanFiles.Plan] = new()
        {
            ["source"] = [.. PlanWords.MovementSources.Keys],
            ["form"] = [.. PlanWords.Forms.Keys],
            ["ranked"] = [.. PlanWords.TrueOrFalse.Keys],
            ["mandatory"] = [.. PlanWords.TrueOrFalse.Keys],
            ["month-end-shift"] = [.. PlanWords.DayShifts.Keys],
        },
        [PlanFiles.Units] = new() { ["code_system"] = [.. PlanWords.CodeSystems.Keys] },
        [PlanFiles.Indicators] = new()
        {
            ["kind"] = [.. PlanWords.IndicatorKinds.Keys],
            ["direction"] = [.. PlanWords.Directions.Keys],
            ["aggregation"] = [.. PlanWords.Aggregations.Keys],
            ["core"] = [.. PlanWords.YesOrNo.Keys],
        },
        [PlanFiles.ProvinceTargets] = new() { ["rule"] = [.. PlanWords.ProvinceRules.Keys] },
        [PlanFiles.Exemptions] = new() { ["kind"] = [.. PlanWords.ExemptionKinds.Keys] },
        [PlanFiles.Scoring] = new()
        {
            ["not-applicable"] = [.. PlanWords.NotApplicablePolicies.Keys],
            ["function"] = [.. PlanWords.Functions.Keys],
            ["kind"] = [.. PlanWords.GateKinds.Keys],
        },
        [PlanFiles.Recipients] = new() { ["kind"] = [.. PlanWords.RecipientKinds.Keys] },
        [PlanFiles.Holidays] = new() { ["kind"] = [.. PlanWords.SpecialDayKinds.Keys] },
        [PlanFiles.Successions] = new() { ["kind"] = [.. PlanWords.SuccessionKinds.Keys] },
        [PlanFiles.Awards] = new()
        {
            ["for"] = [.. PlanWords.AwardHolders.Keys],
            ["kind"] = [.. PlanWords.AwardCheckKinds.Keys],
            ["severity"] = [.. PlanWords.AwardSeverities.Keys],
            ["pool"] = [.. PlanWords.AwardPools.Keys],
            ["rounding"] = [.. PlanWords.QuotaRoundings.Keys],
        },
    };

    /// <summary>The words that may stand under that column or key of that file; null if any text may.</summary>
    public static IReadOnlyList<string>? Of(string file, string name) =>
        name == "basis" ? Bases : Words.GetValueOrDefault(file)?.GetValueOrDefault(name);
}
