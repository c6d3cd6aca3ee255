namespace Emulation.Plan.Files.Checks;

/// <summary>Each rule set as a whole: groups, sums, lateness, grades, gates, ties; and that the sets meet.</summary>
internal static class ScoringChecks
{
    private const string Penalty = "penalty";

    public static void Check(PlanDraft draft, FaultList faults)
    {
        foreach (var set in draft.Scoring ?? [])
        {
            CheckSet(draft, set, faults);
        }

        RuleSetChecks.Check(draft, faults);
    }

    private static void CheckSet(PlanDraft draft, ScoringDraft scoring, FaultList faults)
    {
        Duplicates.Check(scoring.Groups, group => group.Code, faults);
        Duplicates.Check(scoring.Rules, rule => rule.Code, faults);
        Duplicates.Check(scoring.Grades, grade => grade.Code, faults);
        Duplicates.Check(scoring.Gates, gate => gate.Code, faults);
        CheckGroups(draft, scoring, faults);
        foreach (var rule in scoring.Rules)
        {
            RuleChecks.Check(rule, draft, scoring, faults);
        }

        CheckWholes(scoring, faults);
        CheckLateness(scoring, faults);
        CheckGrades(scoring, faults);
        CheckGates(draft, scoring, faults);
        foreach (var tie in scoring.TieBreaks.Where(tie => tie.Text != Penalty && scoring.Groups.All(group => group.Value.Code != tie.Text)))
        {
            faults.Add(PlanFiles.Scoring, tie.Line, PlanFaultKind.UnknownTieBreak, tie.Text);
        }
    }

    private static void CheckGroups(PlanDraft draft, ScoringDraft scoring, FaultList faults)
    {
        foreach (var group in scoring.Groups)
        {
            if (!Groups.IsMovementOrOrganisation(draft, group.Value.Code))
            {
                faults.Add(group.File, group.Line, PlanFaultKind.GroupWithoutMovement, group.Value.Code);
            }

            var sum = scoring.Rules.Where(rule => rule.Value.Group == group.Value.Code).Sum(rule => rule.Value.MaxPoints);
            if (group.IsWhole && sum != group.Value.Points && scoring.Rules.All(rule => rule.IsWhole))
            {
                faults.Add(
                    group.File, group.Line, PlanFaultKind.GroupPointsDiffer, group.Value.Code, sum.ToText(), group.Value.Points.ToText());
            }
        }
    }

    private static void CheckWholes(ScoringDraft scoring, FaultList faults)
    {
        void Add(PlanFaultKind kind, params string[] values) => faults.Add(PlanFiles.Scoring, scoring.Line, kind, values);
        if (scoring.Grades.Count == 0)
        {
            Add(PlanFaultKind.ScoringPartEmpty, "grades");
        }

        if (scoring.Lateness.Count == 0 && scoring.Rules.Any(rule => rule.Value.Function == ScoringFunction.Deadline))
        {
            Add(PlanFaultKind.ScoringPartEmpty, "lateness");
        }

        foreach (var (name, cap) in new[] { ("bonus-cap", scoring.RuleSet.BonusCap), ("penalty-cap", scoring.RuleSet.PenaltyCap) }.Where(entry => entry.Item2 < 0))
        {
            Add(PlanFaultKind.NumberOutOfRange, name, cap.ToText(), "0", "100");
        }
    }

    private static void CheckLateness(ScoringDraft scoring, FaultList faults)
    {
        FactorChecks.Check(scoring.Lateness, band => band.Factor, faults);
        var bands = scoring.Lateness.Where(band => band.IsWhole && band.Value.Factor is >= 0 and <= 1).ToList();
        for (var index = 0; index < bands.Count; index++)
        {
            var (days, factor) = bands[index].Value;
            var rises = index == 0 ? days == 0 : days > bands[index - 1].Value.MaxDaysLate && factor <= bands[index - 1].Value.Factor;
            if (!rises)
            {
                faults.Add(bands[index].File, bands[index].Line, PlanFaultKind.LatenessNotRising);
                return;
            }
        }
    }

    private static void CheckGrades(ScoringDraft scoring, FaultList faults)
    {
        foreach (var (before, grade) in scoring.Grades.Zip(scoring.Grades.Skip(1)))
        {
            if (before.IsWhole && grade.IsWhole && grade.Value.FromPoints >= before.Value.FromPoints)
            {
                faults.Add(grade.File, grade.Line, PlanFaultKind.GradesNotFalling, grade.Value.Name);
            }
        }

        if (scoring.Grades is [.., { IsWhole: true } lowest] && lowest.Value.FromPoints != 0)
        {
            faults.Add(lowest.File, lowest.Line, PlanFaultKind.LowestGradeNotZero, lowest.Value.Name, lowest.Value.FromPoints.ToText());
        }
    }

    private static void CheckGates(PlanDraft draft, ScoringDraft scoring, FaultList faults)
    {
        foreach (var gate in scoring.Gates.Where(gate => gate.IsWhole))
        {
            if (gate.Value.Kind != GateKind.MandatoryReport && gate.Value.Indicator is null)
            {
                faults.Add(gate.File, gate.Line, PlanFaultKind.GateNeeds, gate.Value.Code, PlanWords.GateKinds.WordOf(gate.Value.Kind));
            }

            if (gate.Value.Indicator is { } indicator && !draft.KnowsIndicator(indicator))
            {
                faults.Add(gate.File, gate.Line, PlanFaultKind.UnknownIndicator, indicator.Value);
            }
        }
    }
}
