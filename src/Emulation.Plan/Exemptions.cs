namespace Emulation.Plan;

/// <summary>Decisions about single units as lines of targets: one a unit and period that falls under them. Pure.</summary>
public static class Exemptions
{
    /// <summary>The lines of a decision; empty if it never takes effect.</summary>
    public static IEnumerable<Target> LinesOf(
        Exemption exemption, IEnumerable<Unit> units, IReadOnlyList<Period> periods, IReadOnlyList<Duty> duties) =>
        from unit in units
        from period in PeriodsOf(exemption, periods, duties)
        select new Target
        {
            Indicator = new IndicatorCode(exemption.Subject),
            Units = unit.Code.Value,
            Period = period,
            Value = exemption.Value,
            Date = exemption.Date,
            ExemptReason = exemption.Kind == ExemptionKind.Exempt ? exemption.Grounds : null,
            Decision = exemption,
            Basis = exemption.Basis,
        };

    private static IEnumerable<PeriodCode> PeriodsOf(Exemption exemption, IReadOnlyList<Period> periods, IReadOnlyList<Duty> duties) =>
        (duties.FirstOrDefault(duty => duty.Code == exemption.Subject) is { } duty
            ? duty.Occurrences.Where(occurrence => exemption.HoldsOn(occurrence.DueOn)).Select(occurrence => occurrence.Period)
            : periods.Where(period => exemption.HoldsOn(period.To)))
        .Select(period => period.Code)
        .Where(code => exemption.Period is null || code == exemption.Period);
}
