namespace Emulation.Reports.Scoring;

/// <summary>Why a rule earns no points and asks for none.</summary>
public enum Exclusion
{
    /// <summary>Không phát sinh.</summary>
    NothingArose,

    /// <summary>The plan exempts the unit.</summary>
    Exempt,

    /// <summary>The plan sets the unit no target.</summary>
    NoTarget,

    /// <summary>The day has not come.</summary>
    NotYetDue,
}

/// <summary>What a rule says of a unit, before points are shared out: a share of whatever the line is worth.</summary>
/// <param name="State">State of the figure when it was scored.</param>
/// <param name="Share">Share of the maximum, 0–1 (up to the cap for an overshoot).</param>
/// <param name="Excluded">Set if the line leaves the denominator; <paramref name="Share"/> is then 0.</param>
/// <param name="Formula">Prints the arithmetic.</param>
/// <param name="Inputs">The values used, by Vietnamese name.</param>
public readonly record struct Earning(
    ScoredState State, Fraction Share, Exclusion? Excluded, Formula Formula, InputDictionary Inputs);

/// <summary>The arithmetic of a line as text: <c>6,00 × min(45 ÷ 60; 1) = 4,50</c>.</summary>
/// <param name="max">Most points of the line once all are shared out.</param>
/// <param name="points">What its share brings of them.</param>
public delegate string Formula(Fraction max, Fraction points);
