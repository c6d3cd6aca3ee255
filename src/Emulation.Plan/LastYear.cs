namespace Emulation.Plan;

/// <summary>When a figure asks for an explanation: it differs too much from the same period of last year.</summary>
/// <param name="Percent">The change that asks, in per cent of last year's value; exactly so much asks already.</param>
/// <param name="From">The smallest value that counts: where both values are below it, a change is no news (1 and 2 cases).</param>
public sealed record SwingRule(decimal Percent, decimal From)
{
    /// <summary>True if the change asks for an explanation. Something after nothing does, from <see cref="From"/> on.</summary>
    public bool Asks(decimal value, decimal lastYear) =>
        value != lastYear
        && Math.Max(Math.Abs(value), Math.Abs(lastYear)) >= From
        && Math.Abs(value - lastYear) * 100 >= Percent * Math.Abs(lastYear);
}

/// <summary>What a unit reported a year before the plan's year, to compare with.</summary>
/// <param name="Period">The period of this plan that is one year later.</param>
/// <param name="Value">In the indicator's measure; per cent 0–100 for ratios.</param>
public sealed record LastYearFigure(UnitCode Unit, IndicatorCode Indicator, PeriodCode Period, decimal Value, Basis Basis);
