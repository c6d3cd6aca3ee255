using Emulation.Plan;

namespace Emulation.TestSupport;

/// <summary>Builds a small plan of 2020: two waves, twelve administrative months, one block K1, the grades and lateness bands of the demonstration rule set. Set what the test is about.</summary>
public sealed class PlanBuilder
{
    public IReadOnlyList<Unit> Units { get; set; } = [Some.Unit("U1"), Some.Unit("U2"), Some.Unit("U3")];

    public IReadOnlyList<Indicator> Indicators { get; set; } = [Some.Indicator("B01")];

    public IReadOnlyList<Target> Targets { get; set; } = [];

    public IReadOnlyList<Duty> Duties { get; set; } = [];

    public IReadOnlyList<Block> Blocks { get; set; } = [new Block("K1", "Cụm 1", 1, IsRanked: true)];

    public IReadOnlyList<ScoringGroup> Groups { get; set; } = [new ScoringGroup("B", "Phong trào B", 100)];

    public IReadOnlyList<ScoringRule> Rules { get; set; } = [];

    public IReadOnlyList<Gate> Gates { get; set; } = [];

    public IReadOnlyList<string> TieBreaks { get; set; } = [];

    public NotApplicablePolicy NotApplicable { get; set; } = NotApplicablePolicy.Rescale;

    public decimal BonusCap { get; set; } = 10;

    public decimal PenaltyCap { get; set; } = 10;

    public EmulationPlan Build() => new()
    {
        Code = "plan-2020",
        Title = "Kế hoạch thi đua năm 2020",
        Issuer = new Issuer("Sở Tư pháp", "UBND tỉnh Đắk Lắk", "STP", "Đắk Lắk", "so@demo.example", "GIÁM ĐỐC"),
        Year = 2020,
        TimeZone = Some.OfficeZone,
        HoldsFrom = new(2020, 1, 1),
        LegalBasis = "kiểm thử",
        Units = Units,
        Movements = [],
        Indicators = Indicators,
        Targets = Targets,
        Waves = [new Wave(1, Some.Wave1, new(2020, 7, 10)), new Wave(2, Some.Wave2, new(2021, 1, 10))],
        Duties = Duties,
        Blocks = Blocks,
        Scoring = RuleSet(),
        Recipients = [],
        Calendar = new PlanCalendar([], DayShift.None, new(17, 0), new(17, 0), new(8, 0), [3, 0]),
        Periods = [.. Enumerable.Range(1, 12).Select(Some.Month), Some.Wave1, Some.Wave2, Some.Year],
    };

    private RuleSet RuleSet() => new()
    {
        Code = "RS-TEST",
        Name = "Bộ tiêu chí kiểm thử",
        Basis = Basis.Illustrative,
        Groups = Groups,
        Rules = Rules,
        NotApplicable = NotApplicable,
        BonusCap = BonusCap,
        PenaltyCap = PenaltyCap,
        RoundingPlaces = 2,
        Lateness = [new(0, 1), new(2, 0.75m), new(5, 0.5m), new(10, 0.25m)],
        Grades =
        [
            new("excellent", "Xuất sắc", 90), new("good", "Tốt", 80), new("fair", "Khá", 65), new("average", "Trung bình", 50), new("weak", "Yếu", 0),
        ],
        Gates = Gates,
        TieBreaks = TieBreaks,
    };
}
