using System.Globalization;
using Emulation.Ingest.Parsing;

namespace Emulation.Ingest.Validation.Values;

/// <summary>The strict grammar of numbers in forms: a comma before decimals; points or single spaces between thousands, only in groups of three digits.</summary>
/// <remarks>The runtime reads "95,5" as 955 in one culture and "95.5" as 955 in another (docs/formats/values.md); so no culture is asked.</remarks>
internal static class NumberGrammar
{
    private const int MaxDigits = 28;
    private const int MaxDecimals = 10;

    /// <summary>Reads a trimmed text.</summary>
    public static NumberReading Read(ReadOnlySpan<char> text, NumberRole role)
    {
        var isNegative = text.Length > 1 && text[0] is '-' or '−';
        var body = isNegative ? text[1..] : text;
        var length = BodyLength(body);
        if (length == 0)
        {
            return Not();
        }

        var rest = CellText.Trim(body[length..]);
        var marks = NumberMarks.None;
        if (rest.StartsWith("%"))
        {
            marks = NumberMarks.PercentSign;
            rest = CellText.Trim(rest[1..]);
        }

        var outcome = Interpret(body[..length], role, out var value, ref marks);
        return new NumberReading(outcome, isNegative && value != 0 ? -value : value, marks, rest);
    }

    private static NumberReading Not() => new(NumberOutcome.NotANumber, 0, NumberMarks.None, []);

    /// <summary>The stretch of digits with separators between digits.</summary>
    private static int BodyLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length
            && (char.IsAsciiDigit(text[length])
                || (length > 0 && length + 1 < text.Length && char.IsAsciiDigit(text[length + 1]) && char.IsAsciiDigit(text[length - 1])
                    && (text[length] is '.' or ',' || IsGroupSpace(text[length])))))
        {
            length++;
        }

        return length;
    }

    private static bool IsGroupSpace(char one) => one is ' ' or '\u00A0' or '\u202F' or '\u2009';

    private static NumberOutcome Interpret(ReadOnlySpan<char> body, NumberRole role, out decimal value, ref NumberMarks marks)
    {
        var (points, commas, spaces) = (0, 0, 0);
        foreach (var one in body)
        {
            points += one == '.' ? 1 : 0;
            commas += one == ',' ? 1 : 0;
            spaces += IsGroupSpace(one) ? 1 : 0;
        }

        if (commas > 1 || (spaces > 0 && points > 0))
        {
            value = 0;
            return NumberOutcome.NotANumber;
        }

        if (commas == 0 && points == 1)
        {
            return InterpretPoint(body, role, out value, ref marks);
        }

        var comma = body.IndexOf(',');
        if (comma is > 0 and <= 3 && points + spaces == 0 && body.Length - comma == 4 && body[0] != '0')
        {
            if (role == NumberRole.Count)
            {
                value = 0;
                return NumberOutcome.Ambiguous;
            }

            marks |= NumberMarks.CommaThree;
        }

        var whole = comma < 0 ? body : body[..comma];
        value = 0;
        return (points + spaces == 0 || IsGrouped(whole)) && (comma < 0 || body[comma..].IndexOf('.') < 0)
            ? Compose(whole, comma < 0 ? [] : body[(comma + 1)..], out value)
            : NumberOutcome.NotANumber;
    }

    /// <summary>One point and no comma: decimals, or thousands, or nobody knows.</summary>
    private static NumberOutcome InterpretPoint(ReadOnlySpan<char> body, NumberRole role, out decimal value, ref NumberMarks marks)
    {
        var point = body.IndexOf('.');
        var couldBeThousands = body.Length - point == 4 && point is > 0 and <= 3 && body[0] != '0';
        if (!couldBeThousands)
        {
            marks |= NumberMarks.PointDecimal;
            return Compose(body[..point], body[(point + 1)..], out value);
        }

        if (role == NumberRole.Count)
        {
            marks |= NumberMarks.PointThousands;
            return Compose(body, [], out value);
        }

        value = 0;
        return NumberOutcome.Ambiguous;
    }

    /// <summary>Groups of three digits, the first of one to three.</summary>
    private static bool IsGrouped(ReadOnlySpan<char> whole)
    {
        var (length, isFirst, separator) = (0, true, '\0');
        foreach (var one in whole)
        {
            if (char.IsAsciiDigit(one))
            {
                length++;
            }
            else if (length != 3 && !(isFirst && length is 1 or 2))
            {
                return false;
            }
            else if (separator != '\0' && separator != one)
            {
                return false;
            }
            else
            {
                (length, isFirst, separator) = (0, false, one);
            }
        }

        return length == 3 && !isFirst;
    }

    private static NumberOutcome Compose(ReadOnlySpan<char> whole, ReadOnlySpan<char> decimals, out decimal value)
    {
        Span<char> digits = stackalloc char[MaxDigits + 2];
        var length = 0;
        value = 0;
        if (whole.Length + decimals.Length > MaxDigits || decimals.Length > MaxDecimals)
        {
            return NumberOutcome.TooPrecise;
        }

        foreach (var one in whole)
        {
            if (char.IsAsciiDigit(one))
            {
                digits[length++] = one;
            }
        }

        decimals = decimals.TrimEnd('0');
        if (decimals.Length > 0)
        {
            digits[length++] = '.';
            decimals.CopyTo(digits[length..]);
            length += decimals.Length;
        }

        return length > 0 && decimal.TryParse(digits[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value)
            ? NumberOutcome.Number
            : NumberOutcome.NotANumber;
    }
}
