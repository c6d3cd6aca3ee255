namespace Emulation.Ingest.Validation.Values;

/// <summary>What a number is for; decides what a lone point before three digits means.</summary>
internal enum NumberRole
{
    /// <summary>A whole number: <c>1.234</c> is 1234, with a note.</summary>
    Count,

    /// <summary>Per cent: <c>1.234</c> is refused.</summary>
    Percent,

    /// <summary>An amount with decimals: <c>1.234</c> is refused.</summary>
    Amount,
}

internal enum NumberOutcome
{
    Number,
    NotANumber,

    /// <summary>Two readings are possible.</summary>
    Ambiguous,

    /// <summary>More digits than can be kept.</summary>
    TooPrecise,
}

/// <summary>How a number was written, where that says something about the whole column.</summary>
[Flags]
internal enum NumberMarks
{
    None = 0,

    /// <summary>A lone point before three digits, taken as thousands.</summary>
    PointThousands = 1,

    /// <summary>A point as decimal sign.</summary>
    PointDecimal = 2,

    /// <summary>A percent sign follows.</summary>
    PercentSign = 4,

    /// <summary>A comma before exactly three digits: decimals, unless the column uses the point for decimals.</summary>
    CommaThree = 8,
}

/// <summary>A number read from text.</summary>
/// <param name="rest">What follows it, e.g. <c>vụ</c>; empty for a bare number.</param>
internal readonly ref struct NumberReading(NumberOutcome outcome, decimal value, NumberMarks marks, ReadOnlySpan<char> rest)
{
    public NumberOutcome Outcome { get; } = outcome;

    public decimal Value { get; } = value;

    public NumberMarks Marks { get; } = marks;

    public ReadOnlySpan<char> Rest { get; } = rest;
}
