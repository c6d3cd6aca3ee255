using System.Globalization;

namespace Emulation.Benchmarks.Data;

/// <summary>Writes a benchmark's plan as the folder an office would keep, so that it takes the road of every plan: read, checked, applied.</summary>
internal static class PlanFolderWriter
{
    public static void Write(BenchPlan plan, string folder)
    {
        Directory.CreateDirectory(folder);
        WriteText(folder, "plan.yaml", PlanYaml(plan));
        WriteText(folder, "scoring.yaml", ScoringYaml(plan));
        WriteLines(folder, "units.csv", Units(plan));
        WriteLines(folder, "indicators.csv", Indicators(plan));
        WriteLines(folder, "targets.csv", Targets(plan));
        WriteLines(folder, "recipients.csv", Recipients());
        WriteLines(folder, "holidays.csv", Holidays());
    }

    private static void WriteText(string folder, string name, string text) => File.WriteAllText(Path.Combine(folder, name), text + "\n");

    private static void WriteLines(string folder, string name, IEnumerable<string> lines) => File.WriteAllLines(Path.Combine(folder, name), lines);

    private static IEnumerable<string> Units(BenchPlan plan) =>
    [
        "code;code_system;name;short_name;kind;block;folder;aliases;communes;rural_communes;mail_address;reports_for;valid_from;valid_to;basis",
        $"VP;own;Văn phòng Sở;Văn phòng;department-unit;CUM01;{BenchPlan.OfficeFolder};;;;vp@donvi.example;*;;;illustrative",
        .. Enumerable.Range(0, plan.UnitCount).Select(index =>
            $"{BenchPlan.UnitCode(index)};own;{BenchPlan.UnitName(index)};Huyện số {index + 1:0000};district-office;{BenchPlan.BlockCode(index)};"
            + $"{BenchPlan.UnitFolder(index)};;12;10;u{index + 1:0000}@donvi.example;;;;illustrative"),
    ];

    private static IEnumerable<string> Indicators(BenchPlan plan) =>
    [
        "code;name;english_name;measure;kind;direction;aggregation;group;core;units;checks;numerator;denominator;from_duty;synonyms;basis",
        .. Enumerable.Range(0, plan.IndicatorCount).Select(index => string.Join(
            ';',
            BenchPlan.IndicatorCode(index),
            BenchPlan.IndicatorName(index),
            "Indicator " + BenchPlan.IndicatorCode(index),
            BenchPlan.Measure(index),
            BenchPlan.IsRatio(index) ? "ratio" : "count",
            IsLowerBetter(index) ? "less" : "more",
            BenchPlan.IsRatio(index) ? "recompute" : "sum",
            plan.Movement(index),
            "yes;*;;;;;;illustrative")),
    ];

    private static IEnumerable<string> Targets(BenchPlan plan) =>
    [
        "indicator;units;2020-W1;2020-W2;2020;exempt;basis;note",
        .. from index in Enumerable.Range(0, plan.ScoredCount)
           from unit in plan.HasUnitTargets ? Enumerable.Range(0, plan.UnitCount).Select(BenchPlan.UnitCode) : ["district-office"]
           select BenchPlan.IsRatio(index)
               ? $"{BenchPlan.IndicatorCode(index)};{unit};60;60;60;;illustrative;"
               : $"{BenchPlan.IndicatorCode(index)};{unit};3000;3000;6000;;illustrative;",
    ];

    private static IEnumerable<string> Recipients() =>
    [
        "code;name;kind;addresses;reports;valid_from;valid_to;basis",
        "GD;Giám đốc Sở;to;giam-doc@so.example;monthly-progress|wave-interim|final;;;illustrative",
    ];

    private static IEnumerable<string> Holidays() =>
    [
        "date;name;kind;basis",
        "2020-01-01;Tết Dương lịch;holiday;illustrative",
        "2021-01-01;Tết Dương lịch;holiday;illustrative",
    ];

    private static string PlanYaml(BenchPlan plan) => $$"""
        code: {{plan.Code}}
        title: Kế hoạch thi đua dùng để đo tốc độ
        number: null
        issuer: { name: Sở Tư pháp, superior: UBND tỉnh, symbol: STP, place: Đắk Lắk, mail: thidua@so.example, signer-title: GIÁM ĐỐC }
        year: 2020
        time-zone: Asia/Ho_Chi_Minh
        holds-from: 2020-01-01
        legal-basis: Số liệu sinh ra để đo tốc độ
        movements:
          - { code: A, letter: a, title: Phong trào thứ nhất, short-title: Thứ nhất, source: province, from-year: 2020, to-year: 2020, legal-basis: null }
          - { code: B, letter: b, title: Phong trào thứ hai, short-title: Thứ hai, source: ministry, from-year: 2020, to-year: 2020, legal-basis: null }
        waves:
          - { number: 1, name: đợt 1 năm 2020, from: 2020-01-01, to: 2020-06-30, closes-on: 2020-07-10 }
          - { number: 2, name: đợt 2 năm 2020, from: 2020-07-01, to: 2020-12-31, closes-on: 2021-01-08 }
        months: { first-day: 15 }
        blocks:
        {{Lines(Enumerable.Range(0, 10).Select(BenchPlan.BlockCode), code => $"  - {{ code: {code}, name: Cụm thi đua {code}, ranked: true }}")}}
        duties:
          - code: MF
            name: Số liệu thi đua hằng tháng
            form: figures
            units: [district-office]
            addressee: Văn phòng Sở
            mandatory: false
            basis: illustrative
            every-month: { opens-day: 15, cutoff-day: 18, due-day: 20, lock-days: 366 }
        calendar:
          month-end-shift: previous-working-day
          month-end-time: "16:30"
          wave-closing-time: "17:00"
          reminder-time: "08:00"
          reminder-days-before: [0]
        """;

    private static string ScoringYaml(BenchPlan plan) => $$"""
        code: RS-BENCH
        name: Quy tắc chấm điểm dùng để đo tốc độ
        basis: illustrative
        not-applicable: rescale
        bonus-cap: 10
        penalty-cap: 10
        rounding-places: 2
        groups:
          - { code: A, name: Thứ nhất, points: 50 }
          - { code: B, name: Thứ hai, points: 50 }
        rules:
        {{Lines(Enumerable.Range(0, plan.ScoredCount), index => "  - " + Rule(plan, index))}}
        lateness:
          - { days: 0, factor: 1 }
          - { days: 10, factor: 0.5 }
        grades:
          - { code: excellent, name: Xuất sắc, from: 90 }
          - { code: good, name: Tốt, from: 80 }
          - { code: weak, name: Yếu, from: 0 }
        gates:
          - { code: G-1, name: Không đạt chỉ tiêu thứ nhất, kind: target-missed, indicator: I001 }
        tie-breaks: [B, penalty]
        """;

    private static string Rule(BenchPlan plan, int index)
    {
        var code = BenchPlan.IndicatorCode(index);
        var points = (100m / plan.ScoredCount).ToString(CultureInfo.InvariantCulture);
        var head = $"code: {code}, group: {plan.Movement(index)}, indicator: {code}, points: {points}, units: [district-office]";
        return (index % 4) switch
        {
            _ when IsLowerBetter(index) => $"{{ {head}, function: lower-is-better, per-case: 0.001 }}",
            0 => $"{{ {head}, function: proportional-over, cap: 1.10 }}",
            1 => $"{{ {head}, function: banded, bands: [{{ above: 95, factor: 1 }}, {{ from: 50, to: 95, factor: 0.75 }}, {{ below: 50, factor: 0 }}] }}",
            _ => $"{{ {head}, function: proportional }}",
        };
    }

    private static bool IsLowerBetter(int index) => index % 4 == 3 && !BenchPlan.IsRatio(index);

    private static string Lines<T>(IEnumerable<T> items, Func<T, string> line) => string.Join('\n', items.Select(line));
}
