namespace Emulation.Benchmarks;

/// <summary>How much each benchmark does.</summary>
internal sealed record BenchSizes
{
    public required int BulkRows { get; init; }

    public required int BulkUnits { get; init; }

    public required int BulkIndicators { get; init; }

    public required int SmallFiles { get; init; }

    public required int SmallFileRows { get; init; }

    public required int WorkbookRows { get; init; }

    /// <summary>Workbooks of <see cref="SmallFileRows"/> rows, one a unit.</summary>
    public required int SmallWorkbooks { get; init; }

    /// <summary>Mails of a report, one recipient each.</summary>
    public required int Mails { get; init; }

    public required ScoringSize Scoring { get; init; }

    /// <summary>All of a province's communes and departments over several years' growth.</summary>
    public required ScoringSize LargeScoring { get; init; }

    /// <summary>The nation's communes before 2025: ten million figures.</summary>
    public required ScoringSize NationalScoring { get; init; }

    public required int ReportUnits { get; init; }

    public required int ReportIndicators { get; init; }

    /// <summary>The sizes of the published figures. 2,100 units × 40 indicators × 12 months leave room for 1,000,000 distinct keys.</summary>
    public static BenchSizes Full { get; } = new()
    {
        BulkRows = 1_000_000,
        BulkUnits = 2_100,
        BulkIndicators = 40,
        SmallFiles = 2_000,
        SmallFileRows = 120,
        WorkbookRows = 100_000,
        SmallWorkbooks = 500,
        Mails = 100,
        Scoring = new(700, 40),
        LargeScoring = new(3_000, 50),
        NationalScoring = new(11_112, 75),
        ReportUnits = 700,
        ReportIndicators = 60,
    };

    /// <summary>Small enough for a test that keeps the benchmarks running; its ratios mean nothing.</summary>
    public static BenchSizes Quick { get; } = new()
    {
        BulkRows = 2_000,
        BulkUnits = 10,
        BulkIndicators = 20,
        SmallFiles = 10,
        SmallFileRows = 20,
        WorkbookRows = 500,
        SmallWorkbooks = 8,
        Mails = 5,
        Scoring = new(10, 8),
        LargeScoring = new(12, 10),
        NationalScoring = new(14, 16),
        ReportUnits = 12,
        ReportIndicators = 6,
    };
}

/// <summary>A year of monthly figures to score.</summary>
internal readonly record struct ScoringSize(int Units, int Indicators)
{
    public int Figures => Units * Indicators * Data.BenchPlan.Months;
}
