using System.Globalization;

namespace Emulation.Benchmarks.Data;

/// <summary>A plan for the year 2020 with as many units and indicators as a benchmark needs, and one office that may report for all units.</summary>
/// <param name="UnitCount">Units besides the office.</param>
/// <param name="HasUnitTargets">True if every unit has its own target for every indicator, as in a plan that offices filled in; false for one target for all.</param>
internal sealed record BenchPlan(string Code, int UnitCount, int IndicatorCount, bool HasUnitTargets)
{
    public const string OfficeFolder = "van-phong";
    public const int Months = 12;

    /// <summary>Indicators beyond these are counted but not scored: the maxima add up to 100.</summary>
    private const int MostScored = 50;

    public int ScoredCount => Math.Min(IndicatorCount, MostScored);

    public static string UnitCode(int index) => "U" + (index + 1).ToString("0000", CultureInfo.InvariantCulture);

    public static string UnitFolder(int index) => "don-vi-" + (index + 1).ToString("0000", CultureInfo.InvariantCulture);

    public static string UnitName(int index) => "Phòng Tư pháp huyện số " + (index + 1).ToString("0000", CultureInfo.InvariantCulture);

    public static string BlockCode(int index) => "CUM" + ((index % 10) + 1).ToString("00", CultureInfo.InvariantCulture);

    public static string IndicatorCode(int index) => "I" + (index + 1).ToString("000", CultureInfo.InvariantCulture);

    public static string IndicatorName(int index) =>
        (IsRatio(index) ? "Tỷ lệ việc đã giải quyết thuộc chỉ tiêu số " : "Số việc đã thực hiện thuộc chỉ tiêu số ")
        + (index + 1).ToString("000", CultureInfo.InvariantCulture);

    public static string Measure(int index) => IsRatio(index) ? "%" : "vụ việc";

    /// <summary>Every tenth indicator is a ratio with numerator and denominator.</summary>
    public static bool IsRatio(int index) => index % 10 == 9;

    /// <summary>Movement of the indicator: the first half belongs to A, the second to B.</summary>
    public string Movement(int index) => index < ScoredCount / 2 ? "A" : "B";

    public static string MonthCode(int index) => "2020-" + (index + 1).ToString("00", CultureInfo.InvariantCulture);
}
