using System.Globalization;
using System.Text.RegularExpressions;

namespace Emulation.Ingest.PlanWorkbooks;

/// <summary>A value of a plan file as a spreadsheet holds it: a number or a day where the text comes back letter by letter, else text.</summary>
internal static partial class PlanCell
{
    public const string DayFormat = "yyyy\\-mm\\-dd";

    /// <summary>A decimal, a DateTime or the text itself.</summary>
    /// <param name="sign">The decimal sign of the file.</param>
    public static object Of(string text, char sign) =>
        Number().IsMatch(text) && decimal.TryParse(text.Replace(sign, '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && TextOf(number, sign) == text ? (object)number
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year > 1900 ? day.ToDateTime(TimeOnly.MinValue)
        : text;

    /// <summary>The text that a cell's value stands for in the file.</summary>
    /// <param name="isDay">True if the cell shows a date.</param>
    public static string TextOf(object? value, bool isDay, char sign) => value switch
    {
        null => "",
        string text => text,
        bool yes => yes ? "true" : "false",
        DateTime day => Day(day),
        double serial when isDay => Day(DateTime.FromOADate(serial)),
        IConvertible number => TextOf(Convert.ToDecimal(number, CultureInfo.InvariantCulture), sign),
        _ => value.ToString() ?? "",
    };

    private static string Day(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string TextOf(decimal number, char sign) => number.ToString("0.##########", CultureInfo.InvariantCulture).Replace('.', sign);

    [GeneratedRegex(@"^-?\d{1,12}([.,]\d{1,6})?$", RegexOptions.CultureInvariant | RegexOptions.ECMAScript)]
    private static partial Regex Number();
}
