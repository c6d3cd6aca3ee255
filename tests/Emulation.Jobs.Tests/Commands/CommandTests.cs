using Emulation.Jobs.Slots.Actions;
using Emulation.Jobs.Tests.Hosting;
using Emulation.Plan;
using Emulation.Plan.Files;
using Emulation.TestSupport;

namespace Emulation.Jobs.Tests.Commands;

public sealed class CommandTests
{
    private static readonly Dictionary<string, string?> Nothing = [];

    [Theory]
    [InlineData("no-such-command")]
    [InlineData("plan", "check")]
    [InlineData("report", "publish", "no-such-kind", "2020-03")]
    [InlineData("deliveries", "--state", "lost")]
    public async Task WrongUsage_Exits2_AndShowsTheUsage(params string[] arguments)
    {
        var (exitCode, output, _) = await CommandProcess.RunAsync(Nothing, arguments);

        Assert.Equal(2, exitCode);
        Assert.Contains("Usage:", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlanCheck_ShippedPlan_Exits0()
    {
        var (exitCode, output, _) = await CommandProcess.RunAsync(Nothing, "plan", "check", Checkout.Path("plans/dak-lak-2020"));

        Assert.Equal((0, "Kế hoạch dak-lak-2020 không có lỗi: 25 đơn vị, 47 chỉ tiêu, 588 mục tiêu được giao.\n"), (exitCode, output));
    }

    [Fact]
    public async Task PlanCheck_DamagedPlan_Exits1_AndNamesFileLineAndCure()
    {
        var folder = Directory.CreateTempSubdirectory("emulation-plan-");
        foreach (var file in Directory.EnumerateFiles(Checkout.Path("plans/dak-lak-2020")))
        {
            File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
        }

        File.Delete(Path.Combine(folder.FullName, "recipients.csv"));
        var (exitCode, output, _) = await CommandProcess.RunAsync(Nothing, "plan", "check", folder.FullName);
        folder.Delete(recursive: true);

        Assert.Equal(1, exitCode);
        Assert.Contains("recipients.csv: ", output, StringComparison.Ordinal);
        Assert.EndsWith("Tổng cộng: 1 lỗi.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_AFolder_Exits0_WithALineForEachFile()
    {
        var (exitCode, output, errors) = await CommandProcess.RunAsync(Nothing, "read", Checkout.Path("tests/files"), "--jsonl");

        Assert.Equal((0, ""), (exitCode, errors));
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Directory.GetFiles(Checkout.Path("tests/files"), "*", SearchOption.AllDirectories).Length, lines.Length);
        Assert.All(lines, line => Assert.StartsWith("{\"path\":\"", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Read_AgainstAForm_SaysWhatTheUnitWouldBeTold()
    {
        string[] read = ["read", Checkout.Path("tests/files/utf8-bom.csv"), "--jsonl", "--plan", Checkout.Path("plans/dak-lak-2020"), "--day", "2020-03-16"];

        var own = await CommandProcess.RunAsync(Nothing, [.. read, "--form", "figures", "--unit", "654"]);
        var others = await CommandProcess.RunAsync(Nothing, [.. read, "--form", "figures", "--unit", "644"]);
        var otherForm = await CommandProcess.RunAsync(Nothing, [.. read, "--form", "wave-report", "--unit", "654"]);
        var noUnit = await CommandProcess.RunAsync(Nothing, [.. read, "--form", "figures", "--unit", "999"]);

        Assert.Contains("\"verdict\":\"read\"", own.Output, StringComparison.Ordinal);
        Assert.Contains("\"verdict\":\"refused\",\"code\":\"E-UNIT-OTHER\"", others.Output, StringComparison.Ordinal);
        Assert.Contains("\"verdict\":\"refused\",\"code\":\"E-NOFORM\"", otherForm.Output, StringComparison.Ordinal);
        Assert.Contains("[\"Mã đơn vị\",", others.Output, StringComparison.Ordinal);
        Assert.Equal((1, "fault: The plan has no unit '999'.\n"), (noUnit.ExitCode, noUnit.Errors));
    }

    [Fact]
    public async Task Serve_WrongSetting_Exits1_AndNamesItsKey()
    {
        var (exitCode, _, errors) = await CommandProcess.RunAsync(new Dictionary<string, string?> { ["Web:Password"] = "short" }, "serve");

        Assert.Equal((1, "fault: Web:Password must have at least 12 characters.\n"), (exitCode, errors));
    }

    [Fact]
    public async Task AdministratorsFirstDay_FromPlanToDoctor()
    {
        await using var database = await TestDatabase.CreateAsync(TestContext.Current.CancellationToken);
        var folder = Directory.CreateTempSubdirectory("emulation-commands-");
        var settings = HostBench.Settings(database, folder.FullName);

        Assert.Equal((0, "dak-lak-2020: applied as version 1, in force from 2020-01-01.\n"), await SayAsync(settings, "plan", "apply", Checkout.Path("plans/dak-lak-2020")));
        Assert.Equal((0, "dak-lak-2020: this content is version 1 already; nothing changed.\n"), await SayAsync(settings, "plan", "apply", Checkout.Path("plans/dak-lak-2020")));
        Assert.Equal((0, $"The share {folder.FullName}/share is laid out.\nTemplates: 0 files written, 0 removed, 0 left alone.\n"), await SayAsync(settings, "share", "init"));
        Assert.Equal((0, "Templates: 2 files written, 0 removed, 0 left alone.\n"), await SayAsync(settings, "share", "refresh", "--unit", "654", "--period", "2020-03"));
        Assert.Equal((1, ""), await SayAsync(settings, "share", "refresh", "--unit", "999"));
        Assert.Equal((0, "Everything dropped has been decided.\n"), await SayAsync(settings, "ingest"));
        Assert.Equal((1, ""), await SayAsync(settings, "recompute", "2020-W1"));
        Assert.StartsWith("2020-W1: closed, 25 units, hash ", (await SayAsync(settings, "close-wave", "2020-W1")).Output, StringComparison.Ordinal);
        Assert.StartsWith("2020-W1: was closed before, 25 units, hash ", (await SayAsync(settings, "close-wave", "2020-W1")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await SayAsync(settings, "recompute", "2020-W1")).ExitCode);
        Assert.Equal(0, (await SayAsync(settings, "score", "explain", "643", "--period", "2020-W1")).ExitCode);
        Assert.Contains("published, 10 deliveries", (await SayAsync(settings, "report", "publish", "wave-interim", "2020-W1")).Output, StringComparison.Ordinal);
        Assert.Contains("10 accepted", (await SayAsync(settings, "deliveries")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await SayAsync(settings, "duties", "--period", "2020-W1")).ExitCode);
        Assert.Equal(0, (await SayAsync(settings, "calendar")).ExitCode);
        Assert.Equal(1, (await SayAsync(settings, "trace", "643", "B13", "2020-W1")).ExitCode);
        Assert.StartsWith("workbook  \"Tình hình báo cáo!D31\"  25  duties;;DL1", (await SayAsync(settings, "trace", "report", "1", "--find", "25")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await SayAsync(settings, "trace", "report", "1", "Tình hình báo cáo!D31")).ExitCode);
        Assert.Equal((0, "Report 1 prints 123456789,99 nowhere.\n"), await SayAsync(settings, "trace", "report", "1", "--find", "123456789,99"));
        Assert.Equal((1, ""), await SayAsync(settings, "trace", "report", "1", "Nowhere/9#9"));
        Assert.Equal(2, (await SayAsync(settings, "trace", "report", "1")).ExitCode);
        var (exitCode, report) = await SayAsync(settings, "doctor");
        Assert.True(exitCode == 0, report);
        folder.Delete(recursive: true);
    }

    /// <summary>A decision on paper is handed in, printed, written out again, and missed when it is gone.</summary>
    [Fact]
    public async Task EvidenceFile_FromTheDeskIntoTheArchiveAndBack()
    {
        await using var database = await TestDatabase.CreateAsync(TestContext.Current.CancellationToken);
        var folder = Directory.CreateTempSubdirectory("emulation-commands-");
        var settings = HostBench.Settings(database, folder.FullName);
        var (scan, back) = (Path.Combine(folder.FullName, "QĐ 12.pdf"), Path.Combine(folder.FullName, "out"));
        await File.WriteAllTextAsync(scan, "quyết định 12", TestContext.Current.CancellationToken);
        string[] adjust = ["score", "adjust", "654", "--period", "2020-W1", "--points", "2", "--reason", "Bằng khen", "--evidence", "QĐ 12", "--by", "Bà Mẫu"];
        string[] decide = ["score", "decide", "654", "--period", "2020-W1", "--rule", "A02", "--points", "3", "--reason", "Họp xét", "--by", "Bà Mẫu"];

        Assert.Equal(0, (await SayAsync(settings, "plan", "apply", Checkout.Path("plans/dak-lak-2020"))).ExitCode);
        Assert.Equal((0, "adjustment 1: entered, evidence 1 kept\n"), await SayAsync(settings, [.. adjust, "--evidence-file", scan]));
        Assert.Equal((0, "adjustment 2: entered\n"), await SayAsync(settings, adjust));
        Assert.Equal((0, "decision: written down\n"), await SayAsync(settings, [.. decide, "--evidence", "BB 05", "--evidence-file", scan]));
        Assert.Equal(1, (await SayAsync(settings, [.. adjust, "--evidence-file", folder.FullName])).ExitCode);
        Assert.Equal(2, (await SayAsync(settings, [.. adjust, "--evidence-file", scan + ".missing"])).ExitCode);
        Assert.Equal(0, (await SayAsync(settings, "close-wave", "2020-W1")).ExitCode);
        Assert.Contains("(minh chứng: QĐ 12; tệp số 1: QĐ 12.pdf, SHA-256 ", (await SayAsync(settings, "score", "explain", "654", "--period", "2020-W1")).Output, StringComparison.Ordinal);
        Assert.Equal(2, (await SayAsync(settings, "score", "evidence")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal((0, Path.Combine(back, "QĐ 12.pdf") + "\n"), await SayAsync(settings, "score", "evidence", "2", "--to", back));
        Assert.Equal("quyết định 12", await File.ReadAllTextAsync(Path.Combine(back, "QĐ 12.pdf"), TestContext.Current.CancellationToken));
        Assert.Equal((1, ""), await SayAsync(settings, "score", "evidence", "9"));
        Assert.Equal(2, (await SayAsync(settings, "score", "evidence", "--to", back)).ExitCode);
        Assert.Equal(0, (await SayAsync(settings, "recompute", "--all")).ExitCode);
        Assert.Equal(0, (await SayAsync(settings, "audit", "verify")).ExitCode);
        Directory.Delete(Path.Combine(folder.FullName, "archive"), recursive: true);
        string[][] faulty = [["recompute", "2020-W1"], ["recompute", "--all"], ["audit", "verify"], ["score", "evidence", "1", "--to", back]];
        foreach (var command in faulty)
        {
            var (exitCode, _, errors) = await CommandProcess.RunAsync(settings, command);
            Assert.Equal(1, exitCode);
            Assert.StartsWith("fault: evidence 1 (QĐ 12.pdf, sha-256 ", errors, StringComparison.Ordinal);
        }

        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("2020-W1", ReportKind.WaveInterim)]
    [InlineData("2020-W2", ReportKind.Final)]
    [InlineData("2020", ReportKind.Final)]
    public void ReportAfterAClosing_IsInterimUntilTheLastWave(string period, ReportKind expected)
    {
        var plan = PlanFolder.Load(Checkout.Path("plans/dak-lak-2020")).Plan!;

        Assert.Equal(expected, WaveClosingAction.ReportOf(plan, new PeriodCode(period)));
    }

    private static async Task<(int ExitCode, string Output)> SayAsync(Dictionary<string, string?> settings, params string[] arguments)
    {
        var (exitCode, output, _) = await CommandProcess.RunAsync(settings, arguments);
        return (exitCode, output);
    }
}
