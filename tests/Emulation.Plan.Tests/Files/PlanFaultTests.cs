using System.Globalization;
using System.Text;
using Emulation.Plan.Files;

namespace Emulation.Plan.Tests.Files;

/// <summary>Damaged copies of the shipped plan: each fault is named by file, line and cure, in whole Vietnamese sentences (plan-faults.approved.txt).</summary>
public sealed class PlanFaultTests
{
    private static readonly IReadOnlyDictionary<string, string> Shipped = PlanFolder.Content(Plans.DakLakFolder).Files;
    private static readonly Dictionary<string, string> Approved = ReadApproved();

    public static TheoryData<PlanFaultKind> Kinds => [.. Damage.All.Select(damage => damage.Kind)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Load_DamagedCopy_NamesTheFault(PlanFaultKind kind)
    {
        var damage = Damage.All.Single(damage => damage.Kind == kind);

        var reading = PlanFolder.Load(damage.Apply(Shipped));

        Assert.Null(reading.Plan);
        Assert.Contains(reading.Faults, fault => fault.Kind == kind);
        Assert.Equal(Approved.GetValueOrDefault(kind.ToString()), Joined(reading));
    }

    [Fact]
    public void Damages_TogetherWithTheByteTest_CoverEveryKindOfFault()
    {
        var covered = Damage.All.Select(damage => damage.Kind).Append(PlanFaultKind.NotUtf8);

        Assert.Empty(Enum.GetValues<PlanFaultKind>().Except(covered));
    }

    [Fact]
    public void Load_CopyWithManyFaults_ReportsThemAllAtOnceInOrder()
    {
        Assert.Equal(Approved.GetValueOrDefault("many"), Joined(PlanFolder.Load(ManyDamages())));
    }

    /// <summary>Nothing stands in the approved file that no damage gives. With EMULATION_APPROVE=1 it is written anew, to be read in the diff.</summary>
    [Fact]
    public void ApprovedFile_HoldsTheFaultsOfEveryDamageAndNothingElse()
    {
        var sections = Damage.All.Select(damage => (Name: damage.Kind.ToString(), Faults: Joined(PlanFolder.Load(damage.Apply(Shipped)))))
            .Append((Name: "many", Faults: Joined(PlanFolder.Load(ManyDamages()))));
        var text = string.Concat(sections.Select(section => $"## {section.Name}\n{section.Faults}\n"));
        if (Environment.GetEnvironmentVariable("EMULATION_APPROVE") == "1")
        {
            File.WriteAllText(Path.Combine(Plans.DakLakFolder, "../../tests/Emulation.Plan.Tests/plan-faults.approved.txt"), text);
        }

        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "plan-faults.approved.txt")), text);
    }

    [Theory]
    // numbers of the rule set that no plan can mean
    [InlineData("bonus-cap: 10", "bonus-cap: -5", "scoring.yaml:14: ")]
    [InlineData("cap: 1.10", "cap: 0.9", "scoring.yaml:40: ")]
    public void Load_CapThatCannotBe_IsNamedWithItsLine(string found, string damaged, string place)
    {
        var reading = PlanFolder.Load(new Damage(PlanFaultKind.NumberOutOfRange, PlanFiles.Scoring, found, damaged).Apply(Shipped));

        var fault = Assert.Single(reading.Faults);
        Assert.Equal(PlanFaultKind.NumberOutOfRange, fault.Kind);
        Assert.StartsWith(place, fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_FileThatIsNotUtf8_NamesTheLineAndTheCure()
    {
        var folder = Directory.CreateTempSubdirectory("plan-").FullName;
        try
        {
            foreach (var (name, text) in Shipped)
            {
                File.WriteAllText(Path.Combine(folder, name), text);
            }

            File.WriteAllBytes(
                Path.Combine(folder, PlanFiles.Holidays),
                [.. "date;name;kind;basis\n2020-09-02;Qu"u8, 0xF4, 0xEC, .. "c khánh;holiday;found\n2021-01-01;T;holiday;found\n"u8]);

            var reading = PlanFolder.Load(folder);

            Assert.Equal(
                "holidays.csv:2: Tệp không phải UTF-8 từ dòng này. Mở tệp và lưu lại với mã UTF-8 (trong Excel: CSV UTF-8).",
                Joined(reading));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    // malformed sections that the YAML library answers with other exceptions than its own
    [InlineData("rules: {a: [b, {c: -1\n")]
    [InlineData("tie-breaks: [B, T, *penalty\t]\n")]
    [InlineData("code: &a\ncode: *b\n")]
    [InlineData("- code\n")]
    [InlineData("")]
    public void Load_MalformedYaml_IsAFaultOfThatFile(string text)
    {
        var files = Shipped.ToDictionary(file => file.Key, file => file.Value);
        files[PlanFiles.Scoring] = text;

        var fault = Assert.Single(PlanFolder.Load(files).Faults);

        Assert.Equal(PlanFiles.Scoring, fault.File);
        Assert.True(fault.Kind is PlanFaultKind.BrokenYaml or PlanFaultKind.NotASection, fault.ToString());
    }

    [Fact]
    public void Load_EmptyFolder_NamesEveryMissingFile()
    {
        var reading = PlanFolder.Load(new Dictionary<string, string>());

        Assert.Equal(7, reading.Faults.Count);
        Assert.All(reading.Faults, fault => Assert.Equal(PlanFaultKind.MissingFile, fault.Kind));
    }

    [Fact]
    public void Load_FolderThatIsNotThere_Throws() =>
        Assert.Throws<DirectoryNotFoundException>(() => PlanFolder.Load("/no/such/plan"));

    [Fact]
    public void Texts_OfEveryKind_StandInBothLanguages()
    {
        string[] values = ["a", "b", "c", "d", "e", "f"];
        foreach (var kind in Enum.GetValues<PlanFaultKind>())
        {
            var fault = new PlanFault(PlanFiles.Plan, 1, kind, values);
            var english = CultureInfo.GetCultureInfo("en");

            Assert.NotEqual(fault.Message, fault.MessageIn(english));
            Assert.NotEqual(fault.Cure, fault.CureIn(english));
            Assert.EndsWith(".", fault.Cure, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Catalogue_InTheDocs_NamesEveryKind()
    {
        var catalogue = File.ReadAllText(Path.Combine(Plans.DakLakFolder, "../../docs/formats/plan.md"));

        Assert.All(Enum.GetNames<PlanFaultKind>(), kind => Assert.Contains($"| `{kind}` |", catalogue, StringComparison.Ordinal));
    }

    private static IReadOnlyDictionary<string, string> ManyDamages()
    {
        PlanFaultKind[] kinds =
        [
            PlanFaultKind.UnknownTimeZone, PlanFaultKind.NotATime, PlanFaultKind.RuralAboveCommunes, PlanFaultKind.BadMailAddress,
            PlanFaultKind.CheckNotReadable, PlanFaultKind.NotANumber, PlanFaultKind.TargetMissing, PlanFaultKind.BandOverlap,
            PlanFaultKind.UnknownTieBreak, PlanFaultKind.ArchiveWithAddress, PlanFaultKind.SpecialDayTwice,
        ];
        return kinds.Aggregate(Shipped, (files, kind) => Damage.All.Single(damage => damage.Kind == kind).Apply(files));
    }

    private static string Joined(PlanReading reading) => string.Join('\n', reading.Faults.Select(fault => fault.ToString()));

    /// <summary>Sections begun by <c>## name</c>.</summary>
    private static Dictionary<string, string> ReadApproved()
    {
        var sections = new Dictionary<string, StringBuilder>();
        StringBuilder? section = null;
        foreach (var line in File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "plan-faults.approved.txt")))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                sections[line[3..]] = section = new StringBuilder();
            }
            else
            {
                section!.Append(section.Length == 0 ? "" : "\n").Append(line);
            }
        }

        return sections.ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
    }
}
