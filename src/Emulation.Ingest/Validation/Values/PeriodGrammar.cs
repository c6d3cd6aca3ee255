using System.Globalization;
using System.Text.RegularExpressions;
using Emulation.Ingest.Forms;
using Emulation.Plan;

namespace Emulation.Ingest.Validation.Values;

/// <summary>How officers name periods: <c>2020-03</c>, <c>tháng 3/2020</c>, <c>T3/2020</c>; <c>2020-W1</c>, <c>đợt 1</c>, <c>đợt I năm 2020</c>; <c>2020</c>, <c>năm 2020</c>.</summary>
internal static partial class PeriodGrammar
{
    /// <summary>The plan's period that a text names; null if it names none. Without a year the plan's year is meant.</summary>
    public static Period? Read(ReadOnlySpan<char> text, EmulationPlan plan)
    {
        var trimmed = Parsing.CellText.Trim(text).ToString();
        if (plan.Periods.FirstOrDefault(period => period.Code.Value.Equals(trimmed, StringComparison.OrdinalIgnoreCase)) is { } exact)
        {
            return exact;
        }

        var key = TextKey.Of(trimmed);
        return Of(plan, PeriodKind.Month, Month().Match(key))
            ?? Of(plan, PeriodKind.Month, IsoMonth().Match(key))
            ?? Of(plan, PeriodKind.Wave, Wave().Match(key))
            ?? Of(plan, PeriodKind.Year, Year().Match(key))
            ?? plan.Periods.FirstOrDefault(period => TextKey.Of(period.Name) == key);
    }

    private static Period? Of(EmulationPlan plan, PeriodKind kind, Match match)
    {
        if (!match.Success || (match.Groups["year"].Success && Number(match.Groups["year"].Value) != plan.Year))
        {
            return null;
        }

        return kind switch
        {
            PeriodKind.Year => plan.YearPeriod,
            PeriodKind.Wave => plan.Waves.FirstOrDefault(wave => wave.Number == Number(match.Groups["number"].Value))?.Period,
            _ => plan.Months.FirstOrDefault(month => month.To.Month == Number(match.Groups["number"].Value)),
        };
    }

    private static int Number(string text) => text switch
    {
        "i" => 1,
        "ii" => 2,
        "iii" => 3,
        "iv" => 4,
        _ => int.Parse(text, CultureInfo.InvariantCulture),
    };

    [GeneratedRegex("^(?:thang|t) ?(?<number>[0-9]{1,2})(?: (?:nam )?(?<year>[0-9]{4}))?$|^(?<number>[0-9]{1,2}) (?<year>[0-9]{4})$")]
    private static partial Regex Month();

    [GeneratedRegex("^(?<year>[0-9]{4}) (?<number>[0-9]{1,2})$")]
    private static partial Regex IsoMonth();

    [GeneratedRegex("^(?:dot|d)(?: thi dua)? ?(?<number>[0-9]|iv|i{1,3})(?: (?:nam )?(?<year>[0-9]{4}))?$")]
    private static partial Regex Wave();

    [GeneratedRegex("^(?:nam |ca nam )?(?<year>[0-9]{4})$")]
    private static partial Regex Year();
}
