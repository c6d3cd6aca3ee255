using Emulation.Plan;

namespace Emulation.TestSupport;

/// <summary>Values for tests where any would do: small, valid, and of the year 2020.</summary>
public static class Some
{
    public static readonly TimeZoneInfo OfficeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    public static readonly Period Wave1 = new(new PeriodCode("2020-W1"), PeriodKind.Wave, "đợt 1 năm 2020", new(2020, 1, 1), new(2020, 6, 30));

    public static readonly Period Wave2 = new(new PeriodCode("2020-W2"), PeriodKind.Wave, "đợt 2 năm 2020", new(2020, 7, 1), new(2020, 12, 31));

    public static readonly Period Year = new(new PeriodCode("2020"), PeriodKind.Year, "năm 2020", new(2020, 1, 1), new(2020, 12, 31));

    /// <summary>The administrative month (15th to 14th) that ends in month <paramref name="number"/> of 2020.</summary>
    public static Period Month(int number) => new(
        new PeriodCode($"2020-{number:00}"), PeriodKind.Month, $"tháng {number}/2020",
        new DateOnly(2020, number, 15).AddMonths(-1), new(2020, number, 14));

    public static Unit Unit(string code, string block = "K1", string kind = "district-office") => new()
    {
        Code = new UnitCode(code),
        CodeSystem = "own",
        Name = $"Phòng Tư pháp {code}",
        ShortName = code,
        Kind = kind,
        Block = block,
        Folder = code,
        Aliases = [],
        Basis = Basis.Illustrative,
    };

    public static Indicator Indicator(
        string code,
        IndicatorKind kind = IndicatorKind.Count,
        Direction direction = Direction.MoreIsBetter,
        Aggregation aggregation = Aggregation.Sum,
        string group = "B") => new()
        {
            Code = new IndicatorCode(code),
            Name = $"Chỉ tiêu {code}",
            EnglishName = code,
            Measure = kind == IndicatorKind.Ratio ? "%" : "vụ việc",
            Kind = kind,
            Direction = direction,
            Aggregation = aggregation,
            Group = new MovementOrCriterion(group),
            IsCore = true,
            Units = ["*"],
            Checks = [],
            Synonyms = [],
            Basis = Basis.Illustrative,
        };

    public static ScoringRule Rule(string indicator, decimal points, ScoringFunction function = ScoringFunction.Proportional, string group = "B") => new()
    {
        Code = indicator,
        Group = group,
        Function = function,
        Indicator = new IndicatorCode(indicator),
        MaxPoints = points,
        Bands = [],
        Periods = [],
        Units = [],
    };

    /// <summary>A rule about a duty's punctuality.</summary>
    public static ScoringRule DutyRule(string duty, decimal points, string group = "T") => new()
    {
        Code = duty,
        Group = group,
        Function = ScoringFunction.Deadline,
        Duty = duty,
        MaxPoints = points,
        Bands = [],
        Periods = [],
        Units = [],
    };

    public static Target Target(string indicator, decimal value, string units = "*", Period? period = null) => new()
    {
        Indicator = new IndicatorCode(indicator),
        Units = units,
        Period = (period ?? Wave1).Code,
        Value = value,
        Basis = Basis.Illustrative,
    };

    public static Target Exemption(string indicator, string units, string reason = "theo văn bản số 12", Period? period = null) => new()
    {
        Indicator = new IndicatorCode(indicator),
        Units = units,
        Period = (period ?? Wave1).Code,
        ExemptReason = reason,
        Basis = Basis.Illustrative,
    };

    public static Duty Duty(string code, FormKind form, params DutyOccurrence[] occurrences) => new()
    {
        Code = code,
        Name = $"Nhiệm vụ {code}",
        Form = form,
        Units = ["*"],
        Occurrences = occurrences,
        Addressee = "Văn phòng Sở",
        IsMandatory = true,
        Basis = Basis.Illustrative,
    };

    /// <summary>An occurrence that opens, closes and locks around its due day.</summary>
    public static DutyOccurrence Occurrence(Period period, DateOnly dueOn) =>
        new(period, dueOn.AddDays(-20), dueOn.AddDays(-3), dueOn, dueOn.AddDays(30));
}
