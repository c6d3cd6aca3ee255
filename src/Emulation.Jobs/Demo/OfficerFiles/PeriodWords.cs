using System.Globalization;
using Emulation.Plan;

namespace Emulation.Jobs.Demo.OfficerFiles;

/// <summary>The wordings officers use for a period.</summary>
public static class PeriodWords
{
    /// <summary>The period as that habit words it; see <see cref="OfficerStyle.PeriodWords"/>.</summary>
    public static string Of(Period period, int habit) => habit switch
    {
        0 => period.Code.Value,
        1 => period.Name,
        _ => period.Kind == PeriodKind.Month
            ? string.Create(CultureInfo.InvariantCulture, $"T{period.To.Month}/{period.To.Year}")
            : period.Name,
    };
}
