using System.Reflection;
using Emulation.Ingest;
using Emulation.Plan;
using Emulation.Reports;

namespace Emulation.Jobs.Tests.Rooms;

/// <summary>Who may know whom, and which library lives where (docs/architecture.md). Walks the compiled code, so that no using directive can hide anything.</summary>
public sealed class RoomRulesTests
{
    private static readonly Assembly PlanRoom = typeof(EmulationPlan).Assembly;
    private static readonly Assembly IngestRoom = typeof(TakeFiles).Assembly;
    private static readonly Assembly ReportsRoom = typeof(CloseWave).Assembly;
    private static readonly Assembly JobsRoom = typeof(JobsServices).Assembly;

    private static readonly Lazy<List<Use>> Uses = new(() =>
        [.. new[] { PlanRoom, IngestRoom, ReportsRoom, JobsRoom }.SelectMany(AssemblyReferences.Of)]);

    [Fact]
    public void Rooms_KnowOnlyWhomTheyMay()
    {
        Assert.Empty(RoomsKnownBy(PlanRoom));
        Assert.Equal(["Emulation.Plan"], RoomsKnownBy(IngestRoom));
        Assert.Equal(["Emulation.Plan"], RoomsKnownBy(ReportsRoom));
    }

    [Theory]
    [InlineData("CsvHelper", "Emulation.Plan.Files", "Emulation.Ingest.Parsing")]
    [InlineData("YamlDotNet", "Emulation.Plan.Files")]
    [InlineData("OfficeOpenXml", "Emulation.Ingest.Workbooks", "Emulation.Ingest.Answers", "Emulation.Ingest.Templates", "Emulation.Ingest.PlanWorkbooks", "Emulation.Reports.Documents", "Emulation.Jobs.Demo")]
    [InlineData("DocumentFormat.OpenXml", "Emulation.Reports.Documents.Document")]
    [InlineData("MailKit", "Emulation.Reports.Delivery")]
    [InlineData("MimeKit", "Emulation.Reports.Delivery")]
    [InlineData("Npgsql", "Emulation.Plan.Storage", "Emulation.Ingest.Storage", "Emulation.Reports.Storage", "Emulation.Jobs.Hosting",
        "Emulation.Jobs.Slots.Storage", "Emulation.Jobs.Pages.Storage", "Emulation.Jobs.Demo.Storage")]
    [InlineData("ScottPlot", "Emulation.Reports.Documents.Charts")]
    [InlineData("SkiaSharp", "Emulation.Reports.Documents.Charts")]
    [InlineData("DbUp", "Emulation.Jobs.Hosting")]
    [InlineData("Hangfire", "Emulation.Jobs")]
    [InlineData("Serilog", "Emulation.Jobs.Hosting")]
    [InlineData("System.CommandLine", "Emulation.Jobs.Commands", "Emulation.Jobs.Demo")]
    [InlineData("Spectre.Console", "Emulation.Jobs.Commands", "Emulation.Jobs.Demo")]
    public void Library_LivesInItsFolders(string library, params string[] folders)
    {
        var users = Uses.Value.Where(use => IsIn(use.Type, library)).ToList();

        Assert.NotEmpty(users);
        Assert.Empty(users.Where(use => !folders.Any(folder => IsIn(use.FromType, folder))).Select(use => $"{use.FromType} uses {use.Type}").Distinct());
    }

    [Theory]
    [InlineData("Emulation.Plan.Calendar")]
    [InlineData("Emulation.Reports.Reconciliation")]
    [InlineData("Emulation.Reports.Scoring")]
    public void Rules_UseTheBaseLibraryOnly_AndTouchNothingOutside(string folder)
    {
        string[] outside = ["Npgsql", "CsvHelper", "OfficeOpenXml", "MailKit", "Hangfire", "YamlDotNet", "Microsoft.", "System.Net", "System.Data", "System.IO.File", "System.IO.Directory"];

        var uses = Uses.Value.Where(use => IsIn(use.FromType, folder)).ToList();

        Assert.NotEmpty(uses);
        Assert.Empty(uses.Where(use => outside.Any(name => use.Type.StartsWith(name, StringComparison.Ordinal))).Select(use => $"{use.FromType} uses {use.Type}").Distinct());
    }

    [Theory]
    [InlineData("System.DateTime", "get_Now")]
    [InlineData("System.DateTime", "get_UtcNow")]
    [InlineData("System.DateTime", "get_Today")]
    [InlineData("System.DateTimeOffset", "get_Now")]
    [InlineData("System.DateTimeOffset", "get_UtcNow")]
    public void Clock_IsAskedThroughTimeProviderOnly(string type, string member) =>
        Assert.Empty(Uses.Value.Where(use => use.Type == type && use.Member == member).Select(use => use.FromType).Distinct());

    [Fact]
    public void DisableConcurrentExecution_WhichIsNoMutualExclusion_IsNotUsed() =>
        Assert.Empty(Uses.Value.Where(use => use.Type == "Hangfire.DisableConcurrentExecutionAttribute").Select(use => use.FromType));

    [Fact]
    public void AutoFitColumns_WhichNeedsWindows_IsNotUsed() =>
        Assert.Empty(Uses.Value.Where(use => use.Member is "AutoFitColumns" or "AutoFit").Select(use => use.FromType));

    [Fact]
    public void Walk_SeesWhatIsThere()
    {
        Assert.Contains(Uses.Value, use => use is { FromType: "Emulation.Jobs.Schedule", Type: "Hangfire.IRecurringJobManager" or "Hangfire.RecurringJobManagerExtensions" });
        Assert.Contains(Uses.Value, use => use is { FromType: "Emulation.Jobs.Jobs.SweepJob", Type: "Hangfire.QueueAttribute" });
    }

    private static IEnumerable<string> RoomsKnownBy(Assembly room) =>
        room.GetReferencedAssemblies().Select(name => name.Name!).Where(name => name.StartsWith("Emulation.", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static bool IsIn(string name, string folder) => name.StartsWith(folder + ".", StringComparison.Ordinal) || name == folder;
}
