using Emulation.Plan.Files.Checks;

namespace Emulation.Plan.Files;

/// <summary>Judges a draft as a whole: references, sums, windows, ranges. Finds every fault at once.</summary>
internal static class PlanChecker
{
    public static void Check(PlanDraft draft, FaultList faults)
    {
        WaveChecks.Check(draft, faults);
        DutyChecks.Check(draft, faults);
        UnitChecks.Check(draft, faults);
        UnitNameChecks.Check(draft, faults);
        SuccessionChecks.Check(draft, faults);
        IndicatorChecks.Check(draft, faults);
        CrossChecks.Check(draft, faults);
        TargetChecks.Check(draft, faults);
        ProvinceTargetChecks.Check(draft, faults);
        ExemptionChecks.Check(draft, faults);
        LastYearChecks.Check(draft, faults);
        ScoringChecks.Check(draft, faults);
        AwardChecks.Check(draft, faults);
        RecipientChecks.Check(draft, faults);
        ContactChecks.Check(draft, faults);
        CalendarChecks.Check(draft, faults);
    }
}
