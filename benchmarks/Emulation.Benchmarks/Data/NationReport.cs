using System.Globalization;
using Emulation.Reports.Documents.Model;

namespace Emulation.Benchmarks.Data;

/// <summary>A report over many units and indicators with every list filled, made up from the places in the lists.</summary>
internal static class NationReport
{
    private const int Groups = 6;
    private const int UnitsABlock = 100;

    public static ReportModel Of(int units, int indicators) => new()
    {
        Cover = Cover(units),
        Headlines = [],
        Completeness = new CompletenessBoard([], []),
        Movements = [.. Enumerable.Range(0, Groups).Select(group => new MovementColumn(Name("G", group), Name("G", group), Name("Phong trào số ", group), 20))],
        Results = [.. Enumerable.Range(0, units).Select(Result)],
        Indicators = [.. Enumerable.Range(0, indicators).Select(Indicator)],
        Figures = [.. Enumerable.Range(0, units).Select(unit => new UnitFigures(Unit(unit), Code(unit), "Khối", [.. Enumerable.Range(0, indicators).Select(place => Figure(unit + place))]))],
        Ranking = [.. Enumerable.Range(0, units).Chunk(UnitsABlock).Select((block, index) => new RankingBlock(Name("K", index), Name("Khối ", index), true, [.. block.Select((unit, rank) => new RankingRow(rank + 1, Unit(unit), Code(unit), 100 - (rank / 2m), "Tốt", null))]))],
        Outstanding = [],
        Questions = [],
        ScoreCards = [.. Enumerable.Range(0, units).SelectMany(unit => Enumerable.Range(0, indicators).Select(place => Line(unit, place)))],
        Changes = [],
        Glossary = [],
        Distribution = [],
    };

    private static ReportCover Cover(int units) => new(
        "final", "BÁO CÁO TỔNG KẾT", "Kết quả thực hiện phong trào thi đua", "Bộ", "Cơ quan", "nation", "Kế hoạch", "Quyết định", 1, "2020", "năm 2020",
        new DateOnly(2020, 1, 1), new DateOnly(2020, 12, 31), new DateTime(2020, 12, 31, 17, 0, 0), units, units, [], ReportStatus.Final, "RS", null, "0123456789ab", 1, null);

    private static MovementRow Result(int unit) => new(
        Unit(unit), Code(unit), "Khối", [.. Enumerable.Range(0, Groups).Select(group => new MovementPoints(Name("G", group), 10 + ((unit + group) % 10), 50 + ((unit + group) % 50), TargetCount.Of((unit + group) % 11, 10)))], 1, 0, 80 + (unit % 20), "Tốt", null, TargetCount.Of(unit % 61, 60));

    private static IndicatorTotal Indicator(int place) => new(
        Name("C", place), Name("Chỉ tiêu thống kê số ", place), "vụ việc", Name("G", place % Groups), 700, 700, 123456.5m, null, 200000, 61.7m, 300, 300, 100, "short", false);

    private static UnitFigure Figure(int number) => new(100.25m + number, number % 7 == 0 ? 12 : null, 400, 25.1m, null, null, "value", number % 3 == 0 ? "met" : "short");

    private static ScoreCardLine Line(int unit, int place) => new(
        Unit(unit), Code(unit), Name("G", place % Groups), Name("R", place), Name("Chỉ tiêu thống kê số ", place), "Có số liệu", 2, 1.25m, "2,00 × min(250 ÷ 400; 1) = 1,25");

    private static string Unit(int unit) => Name("Đơn vị số ", unit);

    private static string Code(int unit) => Name("U", unit);

    private static string Name(string name, int number) => name + (number + 1).ToString(CultureInfo.InvariantCulture);
}
