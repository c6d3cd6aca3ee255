using System.Globalization;

namespace Emulation.Plan;

/// <summary>The province's targets beside those of its units, as a table for a terminal.</summary>
internal static class PlanShowProvince
{
    private const int UnitsNamed = 3;
    private static readonly string[] Columns = ["Indicator", "Period", "Province", "Units", "Difference", "With", "Without", "Note"];

    /// <summary>Columns whose values are numbers: they end below each other.</summary>
    private static readonly bool[] IsNumber = [false, false, true, true, true, true, false, false];

    /// <summary>Writes nothing for a plan without targets of the province.</summary>
    public static void Write(EmulationPlan plan, TextWriter output)
    {
        var shares = ProvinceShares.Of(plan);
        if (shares.Count == 0)
        {
            return;
        }

        string[][] rows = [[.. Columns.Select(column => Text("Column." + column))], .. shares.Select(Row)];
        var widths = Columns.Select((_, column) => rows.Max(row => row[column].Length)).ToList();
        output.WriteLine();
        output.WriteLine(Text("Heading", Count(shares.Count), Count(shares.Count(share => !share.Holds))));
        foreach (var row in rows)
        {
            output.WriteLine(("  " + string.Join("  ", row.Select((cell, column) => IsNumber[column] ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column])))).TrimEnd());
        }
    }

    private static string[] Row(ProvinceShare share) =>
    [
        share.Target.Indicator.Value,
        share.Target.Period.Value,
        ValueOf(share.Target.Value, share.Target.Date, share.Indicator),
        Units(share),
        share.Difference is { } difference ? (difference > 0 ? "+" : "") + Number(difference) : "–",
        Count(share.With.Count),
        share.Without.Count == 0 ? "–" : NamedUnits.Of(share.Without, UnitsNamed),
        Note(share),
    ];

    /// <summary>The sum; of what is not added the weakest target, so that nobody takes it for an average.</summary>
    private static string Units(ProvinceShare share)
    {
        if (share.Sum is { } sum)
        {
            return Number(sum);
        }

        var weakest = share.Indicator switch
        {
            _ when share.With.Count == 0 => null,
            { Kind: IndicatorKind.Date } => share.With.MaxBy(one => one.Target.Date).Target,
            { Direction: Direction.LessIsBetter } => share.With.MaxBy(one => one.Target.Value).Target,
            _ => share.With.MinBy(one => one.Target.Value).Target,
        };
        return weakest is null ? "–" : Text("Weakest", ValueOf(weakest.Value, weakest.Date, share.Indicator));
    }

    private static string Note(ProvinceShare share) => string.Join("; ", new[]
    {
        share.Holds ? null : Text("Fails"),
        share.Target.Rule == ProvinceRule.None ? Text("NotCompared") : null,
        share.Target.Tolerance > 0 ? Text("Tolerance", Number(share.Target.Tolerance)) : null,
        share.Assigned != share.Sum ? Text("Assigned", Number(share.Assigned!.Value)) : null,
        share.Exempt.Count > 0 ? Text("Exempt", NamedUnits.Of(share.Exempt, UnitsNamed)) : null,
    }.OfType<string>());

    private static string ValueOf(decimal? value, DateOnly? date, Indicator indicator) => (indicator.Kind, value, date) switch
    {
        (_, _, { } day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        (IndicatorKind.YesNo, { } yes, _) => Text(yes == 1 ? "Yes" : "No"),
        (IndicatorKind.Ratio, { } percent, _) => Number(percent) + " %",
        (_, { } number, _) => Number(number),
        _ => "–",
    };

    private static string Number(decimal number) => number.ToString("#,0.##", Texts.Vietnamese);

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(string key, params string[] values) => Texts.Get("Show.Province." + key, Texts.Vietnamese, values);
}
