using System.Globalization;
using Emulation.Reports.Documents.Model;

namespace Emulation.Reports.Documents.Places;

/// <summary>The addresses of the values that sentences and tables speak of (docs/formats/report.md).</summary>
internal static class Addresses
{
    public static ValueAddress Cover(string column) => new("cover", "", "", column);

    public static ValueAddress Duty(DutyColumn duty, string column) => new("duties", "", Twin.TwinRows.DutyCode(duty), column);

    public static ValueAddress Group(string group) => new("movements", "", group, "max-points");

    public static ValueAddress Progress(string group, string column) => new("progress", "", group, column);

    public static ValueAddress Indicator(IndicatorTotal total, string column) => new("indicators", "", total.Code, column);

    public static ValueAddress Verdict(IndicatorTotal total) => Indicator(total, "verdict");

    public static ValueAddress Figure(string unit, string indicator, string column) => new("figures", unit, indicator, column);

    public static ValueAddress Rank(RankingBlock block, RankingRow unit, string column) => new("ranking", unit.UnitCode, block.Code, column);

    public static ValueAddress Result(string unit, string group, string column) => new("results", unit, group, column);

    public static ValueAddress Award(AwardCount award, string column) => new("awards", award.UnitCode, AwardCodes.Of(award), column);

    /// <param name="period">Code of the period of the report before.</param>
    public static ValueAddress Previous(string period, string column) => new("previous", "", period, column);

    /// <summary>Pace is told in sentences only.</summary>
    public static ValueAddress Pace(string indicator, string column) => new("pace", "", indicator, column);

    /// <summary>A unit that ended, began or changed.</summary>
    public static ValueAddress Unit(string unit) => new("units", unit, "", "change");

    /// <param name="number">1-based, among the questions of the report.</param>
    public static ValueAddress Question(string unit, int number) => new("questions", unit, Place(number), "sentence");

    /// <param name="number">1-based, among the explanations of the report.</param>
    public static ValueAddress Explanation(string unit, int number) => new("explanations", unit, Place(number), "sentence");

    /// <param name="number">1-based, among the changes of the report.</param>
    public static ValueAddress Change(int number, string column) => new("changes", "", VietnameseFormat.Number(number), column);

    /// <summary>A report that is owed, on the board.</summary>
    public static ValueAddress Board(ReportModel model, OutstandingReport report, string column) => new(
        "board", report.UnitCode,
        model.Completeness.Duties.FirstOrDefault(duty => duty.Duty == report.Duty && duty.PeriodName == report.PeriodName) is { } owed ? Twin.TwinRows.DutyCode(owed) : report.Duty, column);

    /// <summary>The day by which a report is owed.</summary>
    public static ValueAddress DueOn(ReportModel model, OutstandingReport report) => Board(model, report, "due-on") with { Part = "duties", Unit = "" };

    public static IEnumerable<ValueAddress> Questions(ReportModel model) => model.Questions.Select((question, index) => Question(question.UnitCode, index + 1));

    private static string Place(int number) => number.ToString(CultureInfo.InvariantCulture);
}
