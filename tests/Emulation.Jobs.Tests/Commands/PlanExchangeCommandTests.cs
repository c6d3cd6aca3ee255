using Emulation.Jobs.Tests.Hosting;
using Emulation.Plan.Files;

namespace Emulation.Jobs.Tests.Commands;

/// <summary><c>plan export|import|check</c> as an administrator runs them: exit codes, what is said, and what is left alone.</summary>
public sealed class PlanExchangeCommandTests : IDisposable
{
    private static readonly Dictionary<string, string?> Nothing = [];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("emulation-exchange-");

    private static string Shipped => Checkout.Path("plans/dak-lak-2020");

    private static string Hash => Convert.ToHexStringLower(PlanFolder.Content(Shipped).Hash)[..12];

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task ExportThenImport_GivesTheSameFilesLetterByLetter()
    {
        var (workbook, copy) = (Place("KE-HOACH.xlsx"), Place("ke-hoach"));

        Assert.Equal((0, $"{workbook}: 11 sheets, content {Hash}\n", ""), await RunAsync("export", Shipped, workbook));
        Assert.Equal((0, $"{copy}: 11 files, content {Hash}\n", ""), await RunAsync("import", workbook, copy));

        var names = PlanFiles.All.Where(name => File.Exists(Path.Combine(Shipped, name))).ToList();
        Assert.Contains(PlanFiles.ProvinceTargets, names);
        Assert.All(names, name => Assert.Equal(File.ReadAllText(Path.Combine(Shipped, name)), File.ReadAllText(Path.Combine(copy, name))));
        Assert.Equal(names.Count, Directory.GetFiles(copy).Length);
    }

    [Fact]
    public async Task Export_OfAFaultyPlan_NamesTheFaultsAndWritesNothing()
    {
        var (plan, workbook) = (Copy(("targets.csv", "B06;643;84;84;168", "B06;643;84,5;84;168")), Place("KE-HOACH.xlsx"));

        var (exitCode, output, errors) = await RunAsync("export", plan, workbook);

        Assert.Equal((1, ""), (exitCode, errors));
        Assert.StartsWith("targets.csv:", output, StringComparison.Ordinal);
        Assert.False(File.Exists(workbook));
    }

    [Fact]
    public async Task Export_OverAnEditedWorkbook_IsRefusedUnlessAsked()
    {
        var workbook = Place("KE-HOACH.xlsx");
        await RunAsync("export", Copy(("targets.csv", "B06;643;84;84;168", "B06;643;80;84;168")), workbook);
        var edited = File.ReadAllBytes(workbook);

        var (exitCode, output, errors) = await RunAsync("export", Shipped, workbook);

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Equal($"fault: {workbook} is there and holds something else, perhaps edited and not yet imported: choose another name, or --overwrite.\n", errors);
        Assert.Equal(edited, File.ReadAllBytes(workbook));
        Assert.Equal(0, (await RunAsync("export", Shipped, workbook, "--overwrite")).ExitCode);
        Assert.Equal(0, (await RunAsync("export", Shipped, workbook)).ExitCode);
    }

    [Fact]
    public async Task Export_OverAFileThatIsNoPlan_IsRefused()
    {
        var text = Place("ghi-chu.xlsx");
        File.WriteAllText(text, "ghi chú");

        var (exitCode, _, errors) = await RunAsync("export", Shipped, text);

        Assert.Equal(1, exitCode);
        Assert.StartsWith($"fault: {text} is there and holds something else", errors, StringComparison.Ordinal);
        Assert.Equal("ghi chú", File.ReadAllText(text));
    }

    [Fact]
    public async Task Import_IntoAFolderWithAFileTheWorkbookLacks_IsRefusedAndChangesNothing()
    {
        var (workbook, copy) = (Place("KE-HOACH.xlsx"), Copy(("units.csv", "Krông Pách", "Krông Pack")));
        File.WriteAllText(Path.Combine(copy, PlanFiles.UnitNames), "unit;kind;name;valid_from;valid_to;basis\n643;alias;Ban Mê;;;assumed\n");
        var before = File.ReadAllText(Path.Combine(copy, PlanFiles.Units));
        await RunAsync("export", Shipped, workbook);

        var (exitCode, output, errors) = await RunAsync("import", workbook, copy);

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Equal($"fault: {copy} has unit-names.csv, which the workbook lacks: the folder would be another plan. Remove it, or import into another folder.\n", errors);
        Assert.Equal(before, File.ReadAllText(Path.Combine(copy, PlanFiles.Units)));
    }

    [Theory]
    [InlineData("khong-phai.xlsx", "text", "fault: This is no workbook (.xlsx) that can be read.\n")]
    [InlineData("khong-co.xlsx", null, "fault: There is no plan folder '{0}'.\n")]
    public async Task Import_OfWhatIsNoWorkbook_SaysSo(string name, string? content, string expected)
    {
        var workbook = Place(name);
        if (content is not null)
        {
            File.WriteAllText(workbook, content);
        }

        var result = await RunAsync("import", workbook, Place("ke-hoach"));

        Assert.Equal((1, "", expected.Replace("{0}", workbook, StringComparison.Ordinal)), result);
        Assert.False(Directory.Exists(Place("ke-hoach")));
    }

    [Fact]
    public async Task Import_OfAWorkbookOfSomethingElse_NamesTheSheet()
    {
        // A workbook of an office program, but no plan.
        var workbook = Checkout.Path("tests/files/libreoffice.xlsx");

        var (exitCode, _, errors) = await RunAsync("import", workbook, Place("ke-hoach"));

        Assert.Equal(1, exitCode);
        Assert.Matches(@"\Afault: The sheet '[^']+' is no file of a plan; the sheets are named plan\.yaml, units\.csv, ", errors);
    }

    [Fact]
    public async Task Check_OfAPlanWithoutFaults_SaysWhatToLookAtAndEndsWell()
    {
        var plan = Copy(("province-targets.csv", "B06;district-office;700;", "B06;district-office;740;"));
        var workbook = Place("KE-HOACH.xlsx");
        await RunAsync("export", plan, workbook);

        var (ofFolder, ofWorkbook) = (await RunAsync("check", plan), await RunAsync("check", workbook));

        Assert.Equal((0, ""), (ofFolder.ExitCode, ofFolder.Errors));
        Assert.Contains("\nLưu ý: province-targets.csv:11: Chỉ tiêu B06 (Số cuộc phổ biến pháp luật trực tiếp), kỳ 2020-W1: của tỉnh là 740 cuộc, giao cho 15 đơn vị cộng lại là 736 cuộc, thiếu 4 cuộc.", ofFolder.Output, StringComparison.Ordinal);
        Assert.Contains("\nLưu ý: province-targets.csv!C11: Chỉ tiêu B06", ofWorkbook.Output, StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) => CommandProcess.RunAsync(Nothing, ["plan", .. arguments]);

    private string Place(string name) => Path.Combine(folder.FullName, name);

    private string Copy(params (string File, string Found, string Replacement)[] edits)
    {
        var copy = Directory.CreateDirectory(Place("sua")).FullName;
        foreach (var file in Directory.EnumerateFiles(Shipped))
        {
            var text = File.ReadAllText(file);
            foreach (var (_, found, replacement) in edits.Where(edit => edit.File == Path.GetFileName(file)))
            {
                Assert.Contains(found, text, StringComparison.Ordinal);
                text = text.Replace(found, replacement, StringComparison.Ordinal);
            }

            File.WriteAllText(Path.Combine(copy, Path.GetFileName(file)), text);
        }

        return copy;
    }
}
