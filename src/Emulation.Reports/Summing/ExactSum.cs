namespace Emulation.Reports.Summing;

/// <summary>Adds decimals without ever rounding: the sum has as many places as its longest part, as in PostgreSQL.</summary>
internal static class ExactSum
{
    /// <summary>The sum, where nothing is no number.</summary>
    /// <exception cref="OverflowException">The sum needs more digits than a decimal has; where PostgreSQL adds up, it cannot be read either.</exception>
    public static decimal? Plus(decimal? sum, decimal? number)
    {
        if (sum is not { } left || number is not { } right)
        {
            return sum ?? number;
        }
        var added = left + right;
        return added.Scale == Math.Max(left.Scale, right.Scale)
            ? added
            : throw new OverflowException($"The sum of {left} and {right} has more digits than can be computed with.");
    }
}
