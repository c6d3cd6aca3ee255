namespace Emulation.Plan;

/// <summary>The code by which a plan names a unit, e.g. <c>643</c> (GSO district code) or <c>STP-VP</c>. Unique in a plan; compared ordinally.</summary>
/// <remarks>A number alone never identifies a unit outside its plan: other systems number the same units differently (docs/glossary.md).</remarks>
public readonly record struct UnitCode(string Value) : IComparable<UnitCode>
{
    public int CompareTo(UnitCode other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}

/// <summary>The code of an indicator in the plan's catalogue, e.g. <c>B11</c>. Unique in a plan; compared ordinally.</summary>
public readonly record struct IndicatorCode(string Value) : IComparable<IndicatorCode>
{
    public int CompareTo(IndicatorCode other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}

/// <summary>The code of a movement: A, B, C, D, DD (the Vietnamese letter đ) or E in the plan of 2020. Order comes from <see cref="Movement.SortOrder"/>, never from the code.</summary>
public readonly record struct MovementCode(string Value)
{
    public override string ToString() => Value;
}

/// <summary>The code of a period: <c>2020-03</c> (month), <c>2020-W1</c> (wave) or <c>2020</c> (year).</summary>
public readonly record struct PeriodCode(string Value) : IComparable<PeriodCode>
{
    public int CompareTo(PeriodCode other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
