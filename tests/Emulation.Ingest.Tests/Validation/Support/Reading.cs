using System.Text;
using Emulation.Ingest.Validation;
using Emulation.Plan;
using Emulation.Plan.Files;
using Emulation.Plan.Storage;

namespace Emulation.Ingest.Tests.Validation.Support;

/// <summary>Reads test files as if dropped into a unit's folder on a day, under the shipped plan. Ids are the place in the plan plus a base.</summary>
internal static class Reading
{
    public const string KrongPac = "654";
    public const string BuonHo = "644";
    public const string Office = "STP-VP";
    public static readonly DateOnly MarchDay = new(2020, 3, 16);
    public static readonly DateOnly JuneDay = new(2020, 6, 10);

    private static readonly Lazy<StoredPlan> Stored = new(Store);

    public static StoredPlan Plan => Stored.Value;

    public static ReadingContext Context(string unit, DateOnly today) =>
        new(Plan, Plan.Plan.Units.Single(one => one.Code.Value == unit), "bao-cao.xlsx", today);

    public static SubmissionVerdict Read(byte[] content, string unit = KrongPac, DateOnly? today = null) =>
        SubmissionReader.Read(content, Context(unit, today ?? MarchDay));

    public static SubmissionVerdict Read(string text, Func<ReadingContext, ReadingContext> with, string unit = KrongPac, DateOnly? today = null) =>
        SubmissionReader.Read(Encoding.UTF8.GetBytes(text), with(Context(unit, today ?? MarchDay)));

    public static SubmissionVerdict Read(string text, string unit = KrongPac, DateOnly? today = null) =>
        Read(Encoding.UTF8.GetBytes(text), unit, today);

    public static ReadSubmission Accepted(this SubmissionVerdict verdict) =>
        verdict as ReadSubmission ?? throw new InvalidOperationException("Refused: " + string.Join("\n", verdict.Findings.Select(finding => $"{finding.Code} {finding.Message}")));

    public static RefusedSubmission Refused(this SubmissionVerdict verdict) =>
        verdict as RefusedSubmission ?? throw new InvalidOperationException("Accepted.");

    public static int UnitId(string code) => Plan.Ids.Units[new UnitCode(code)];

    public static int IndicatorId(string code) => Plan.Ids.Indicators[new IndicatorCode(code)];

    public static int PeriodId(string code) => Plan.Ids.Periods[new PeriodCode(code)];

    /// <summary>The figure of an indicator; the file must hold exactly one.</summary>
    public static Figure FigureOf(this SubmissionVerdict verdict, string indicator) =>
        verdict.Accepted().Figures.Single(figure => figure.IndicatorId == IndicatorId(indicator));

    public static StoredPlan Store(EmulationPlan plan) => new(1, 1, new byte[32], plan, new PlanIds(
        plan.Units.Select((unit, index) => (unit.Code, Id: 1000 + index)).ToDictionary(pair => pair.Code, pair => pair.Id),
        plan.Indicators.Select((indicator, index) => (indicator.Code, Id: 2000 + index)).ToDictionary(pair => pair.Code, pair => pair.Id),
        plan.Periods.Select((period, index) => (period.Code, Id: 3000 + index)).ToDictionary(pair => pair.Code, pair => pair.Id)));

    public static string RepositoryFolder(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, path)))
            {
                return Path.Combine(folder.FullName, path);
            }
        }

        throw new DirectoryNotFoundException(path);
    }

    private static StoredPlan Store()
    {
        var reading = PlanFolder.Load(RepositoryFolder("plans/dak-lak-2020"));
        return Store(reading.Plan ?? throw new InvalidOperationException(string.Join('\n', reading.Faults)));
    }
}
