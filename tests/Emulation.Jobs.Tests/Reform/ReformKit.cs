using System.Text;
using System.Text.RegularExpressions;
using Emulation.Ingest;
using Emulation.Ingest.Intake;
using Emulation.Ingest.Validation;
using Emulation.Jobs.Tests.Hosting;
using Emulation.Plan;
using Emulation.Plan.Files;
using Emulation.Plan.Storage;
using Emulation.Reports;
using Emulation.TestSupport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Emulation.Jobs.Tests.Reform;

/// <summary>The plan of 2025 with its share and its results on a database of its own, beginning on 02/01/2025 with the plan as it was before anybody knew of the reform.</summary>
internal sealed partial class ReformKit : IAsyncDisposable
{
    private const string WaveHeader = "Mã đơn vị;Kỳ báo cáo;Mã chỉ tiêu;Thực hiện;Số liệu đến ngày\n";
    private const string MonthHeader = "Mã đơn vị;Kỳ báo cáo;Mã chỉ tiêu;Thực hiện;Ghi chú\n";

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("emulation-reform-");
    private readonly TestDatabase database;
    private readonly ServiceProvider services;

    private ReformKit(TestDatabase database)
    {
        this.database = database;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Plan:Code"] = "dak-lak-2025",
            ["Data:Path"] = root.FullName,
            ["Share:Path"] = Share,
            ["Intake:Archive"] = Archive,
            ["Intake:Looks"] = "1",
            ["Intake:StableFor"] = "00:00:00",
            ["Intake:PostponeFor"] = "00:00:00",
        }).Build();
        services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Clock).AddSingleton(database.DataSource)
            .AddPlan(configuration).AddIngest(configuration).AddReports(configuration)
            .AddSingleton<ReadContent>(SubmissionReader.Read)
            .BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2025, 1, 2, 2, 0, 0, TimeSpan.Zero));

    public string Share => Path.Combine(root.FullName, "share");

    private string Archive => Path.Combine(root.FullName, "archive");

    public static async Task<ReformKit> CreateAsync(CancellationToken cancellationToken)
    {
        var kit = new ReformKit(await TestDatabase.CreateAsync(cancellationToken));
        await kit.ApplyAsync(BeforeTheReform(Shipped), cancellationToken);
        await kit.Get<ShareFolders>().InitAsync(cancellationToken);
        return kit;
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>The shipped plan, holding from the first day of the communes.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="names">More lines of unit-names.csv.</param>
    public Task ApplyReformAsync(CancellationToken cancellationToken, params string[] names)
    {
        var files = Changed(Shipped, PlanFiles.Plan, text => text.Replace("holds-from: 2025-01-01", "holds-from: 2025-07-01", StringComparison.Ordinal));
        return ApplyAsync(names.Length == 0 ? files : Changed(files, PlanFiles.UnitNames, text => text.TrimEnd('\n') + "\n" + string.Join('\n', names) + "\n"), cancellationToken);
    }

    /// <summary>Yet another version, with other names and targets.</summary>
    public Task ApplyCorrectionAsync(CancellationToken cancellationToken)
    {
        var files = Changed(Shipped, PlanFiles.Plan, text => text.Replace("holds-from: 2025-01-01", "holds-from: 2025-07-01", StringComparison.Ordinal));
        files = Changed(files, PlanFiles.Units, text => text.Replace(";Krông Pắc;district-office;", ";Krông Pắc cũ;district-office;", StringComparison.Ordinal));
        return ApplyAsync(Changed(files, PlanFiles.Targets, text => text.Replace("\nD03;*;2;2;4;", "\nD03;*;9;9;18;", StringComparison.Ordinal)), cancellationToken);
    }

    /// <summary>A version that holds from a day: the plan of before the reform (1) or the shipped one (3), with another plan.yaml.</summary>
    public Task AmendAsync(int like, Func<string, string> change, string holdsFrom, CancellationToken cancellationToken) => ApplyAsync(
        Changed(like == 1 ? BeforeTheReform(Shipped) : Shipped, PlanFiles.Plan, text => change(text).Replace("holds-from: 2025-01-01", "holds-from: " + holdsFrom, StringComparison.Ordinal)),
        cancellationToken);

    /// <summary>The reminders of a day to units, by unit.</summary>
    public async Task<IReadOnlyList<(string Unit, string Text)>> MailsAsync(DateOnly day, CancellationToken cancellationToken)
    {
        await using var command = database.OwnerDataSource.CreateCommand("select recipient_code, body_text from emulation.deliveries where subject_key like 'reminder:%' and subject_key like @day and recipient_code <> 'OFFICE'");
        command.Parameters.AddWithValue("day", FormattableString.Invariant($"%{day:yyyy-MM-dd}"));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var mails = new List<(string, string)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            mails.Add((reader.GetString(0), reader.GetString(1)));
        }

        return mails;
    }

    public void GoTo(int year, int month, int day) => Clock.SetUtcNow(new DateTimeOffset(year, month, day, 2, 0, 0, TimeSpan.Zero));

    /// <summary>Drops a report of a wave, or of a month, into a unit's inbox; a row is <c>unit;period;indicator;value</c>.</summary>
    public void Drop(string folder, string name, params string[] rows) =>
        File.WriteAllText(Path.Combine(Share, folder, "nop", name), (rows[0].Contains("tháng", StringComparison.Ordinal) ? MonthHeader : WaveHeader) + string.Concat(rows.Select(row => row + ";\n")), Encoding.UTF8);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await Get<TakeFiles>().RunAsync(cancellationToken);
        await Get<IngestSubmissions>().DrainAsync(cancellationToken);
    }

    /// <summary>The text of the answer to a file, by its name.</summary>
    public string AnswerTo(string folder, string name) =>
        File.ReadAllText(Directory.GetFiles(Path.Combine(Share, folder, "ket-qua"), name + ".*.txt").Order(StringComparer.Ordinal).Last());

    /// <summary>The marked workbooks beside the answers to a file.</summary>
    public string[] ReturnedTo(string folder, string name) => Directory.GetFiles(Path.Combine(Share, folder, "ket-qua"), name + ".*.xlsx");

    public bool HasFolder(string folder) => Directory.Exists(Path.Combine(Share, folder, "nop"));

    public string[] Templates(string folder) => [.. Directory.GetFiles(Path.Combine(Share, folder, "bieu-mau"), "*.xlsx").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>Current figures as <c>unit|period|indicator|value</c>, in the order of units and periods.</summary>
    public async Task<IReadOnlyList<string>> FiguresAsync(CancellationToken cancellationToken)
    {
        const string Sql = """
            select concat_ws('|', units.code, periods.code, indicators.code, figures.value::float8)
            from emulation.figures
            join emulation.submission_versions as versions using (submission_id, unit_id, period_id)
            join emulation.units using (unit_id)
            join emulation.periods using (period_id)
            join emulation.indicators using (indicator_id)
            where versions.is_current
            order by units.code, periods.code, indicators.code
            """;
        await using var command = database.OwnerDataSource.CreateCommand(Sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }

    public Task<IReadOnlyList<string>> FaultsAsync(CancellationToken cancellationToken) => Invariants.FaultsAsync(database.OwnerDataSource, Archive, Share, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
        root.Delete(recursive: true);
    }

    private static Dictionary<string, string> Shipped => PlanFolder.Content(Checkout.Path("plans/dak-lak-2025")).Files.ToDictionary();

    private async Task ApplyAsync(Dictionary<string, string> files, CancellationToken cancellationToken)
    {
        Assert.Empty(PlanFolder.Load(files).Faults.Select(fault => fault.ToString()));
        await Get<PlanStore>().ApplyAsync(PlanContent.Of(files), "test", cancellationToken);
    }

    private static Dictionary<string, string> Changed(Dictionary<string, string> files, string name, Func<string, string> change)
    {
        var changed = change(files[name]);
        Assert.NotEqual(files[name], changed);
        return new Dictionary<string, string>(files) { [name] = changed };
    }

    /// <summary>The plan of January: no communes, nobody ends, and targets for the whole year.</summary>
    private static Dictionary<string, string> BeforeTheReform(Dictionary<string, string> files)
    {
        foreach (var name in new[] { PlanFiles.Successions, PlanFiles.UnitNames, PlanFiles.UnitCodes })
        {
            files.Remove(name);
        }

        files = Changed(files, PlanFiles.Units, text => Lines(text, line => !line.Contains(";commune;", StringComparison.Ordinal) && !line.StartsWith("STP-HCBT", StringComparison.Ordinal))
            .Replace(";2025-06-30;", ";;", StringComparison.Ordinal));
        files = Changed(files, PlanFiles.Plan, text => LateRegistration().Replace(text, "").Replace("commune, ", "", StringComparison.Ordinal));
        files = Changed(files, PlanFiles.Indicators, text => text.Replace("|commune", "", StringComparison.Ordinal).Replace("commune|", "", StringComparison.Ordinal));
        return Changed(files, PlanFiles.Targets, text => string.Join('\n', Lines(text, line => !line.Contains(";commune;", StringComparison.Ordinal) && !line.StartsWith("A04;STP-HCBT", StringComparison.Ordinal) && !line.StartsWith("E01;STP-HCBT", StringComparison.Ordinal))
            .Split('\n').Select(ForTheWholeYear)));
    }

    private static string ForTheWholeYear(string line) =>
        line.Split(';') is [var indicator, var units, var first, "", "", "", .. var rest] && first.Length > 0 && indicator is not ("T01" or "T02" or "T03" or "B05" or "B22")
            ? string.Join(';', [indicator, units, first, first, first, "", .. rest])
            : line.Split(';') is ["B05" or "B22" or "T01" or "T02" or "T03", var who, var value, "", "", "", .. var more] ? string.Join(';', [line.Split(';')[0], who, value, "", value, "", .. more])
            : line;

    private static string Lines(string text, Func<string, bool> isKept) => string.Join('\n', text.Split('\n').Where(isKept));

    [GeneratedRegex(@"  - code: DL1X\n(?:    .*\n)+")]
    private static partial Regex LateRegistration();
}
