using System.Globalization;
using System.Text;
using Emulation.Jobs.Demo;
using Emulation.Jobs.Demo.Scenario;
using Emulation.Jobs.Hosting;
using Emulation.Reports;
using Emulation.TestSupport;
using ExcelDataReader;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Npgsql;

namespace Emulation.Jobs.Tests.Demo;

/// <summary>The whole year, played once by the program itself.</summary>
[Collection(PlayedYear.Collection)]
public sealed class DemoTests(PlayedYear year)
{
    private static readonly YearScenario Scenario = YearScenario.Of(DemoPlan.Plan, DemoPlan.Seed);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Demo_EveryFileDropped_HasExactlyOneReceiptInTheTableAndInTheShare()
    {
        var dropped = Scenario.Dropped;

        Assert.Equal(dropped, year.Summary.GetProperty("dropped").GetInt32());
        Assert.Equal(dropped, year.Summary.GetProperty("receipts").GetInt32());
        Assert.Equal(dropped, await ScalarAsync("select count(*) from emulation.submissions"));
        Assert.Equal(dropped, await ScalarAsync("select count(*) from emulation.receipts"));
        var answers = await ListAsync("select folder || '/' || file_name from emulation.receipts");
        Assert.Equal(dropped, answers.Distinct().Count());
        Assert.All(answers, answer => Assert.True(File.Exists(Path.Combine(year.Folder.Share, answer.TrimStart('/'))), answer));
    }

    [Fact]
    public async Task Demo_EveryFile_GotTheAnswerTheScenarioExpects()
    {
        var expected = Scenario.Drops.Where(drop => drop.IsDropped)
            .Select(drop => $"{drop.At:yyyy-MM-dd HH:mm} {(drop.Folder is null ? "" : drop.Folder + "/nop")} {drop.FileName.Normalize()} {Word(drop.Expected)}");
        var actual = await ListAsync(
            "select to_char(seen_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' ' || folder || ' ' || file_name || ' ' || state from emulation.submissions");

        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Demo_FiguresThatSwing_AreAskedAboutAndTheAnswersKept()
    {
        var explained = Scenario.Drops.Where(drop => drop is { Expected: ExpectedAnswer.Accepted, Sheet.Form: Plan.FormKind.WaveReport })
            .Sum(drop => drop.Sheet!.Rows.Count(row => row.Cells[FigureSheets.ExplanationColumn].Text.Length > 0));

        Assert.Equal(explained, await ScalarAsync("select count(*) from emulation.explanations"));
        Assert.InRange(await ScalarAsync("select count(*) from emulation.rejections where severity = 'needs-explanation' and code = 'N-SWING'"), 3, 40);
        Assert.Empty(await ListAsync(
            """
            select finding.message from emulation.rejections finding join emulation.explanations explained
                on explained.submission_id = finding.submission_id and explained.source_row = finding.row_number
            where finding.severity = 'needs-explanation'
            """));
    }

    [Fact]
    public async Task Demo_FilesInTheWrongFolder_ChangeNobodysFiguresAndAreNoted()
    {
        var wrong = Scenario.Drops.Count(drop => drop.Kind == DropKind.WrongFolder);

        Assert.Equal(wrong, await ScalarAsync("select count(*) from emulation.security_events where kind = 'another-unit'"));
        Assert.Equal(0, await ScalarAsync(
            "select count(*) from emulation.figures f join emulation.submissions s using (submission_id) where s.unit_id is distinct from f.unit_id"));
    }

    [Theory]
    [InlineData("2020-W1")]
    [InlineData("2020-W2")]
    public async Task Demo_SumsInTheMailedWorkbook_EqualASqlSumOverAcceptedRows(string period)
    {
        var mailed = SumsOf(WorkbookOf(period));
        var stored = await SumsAsync(period);

        Assert.NotEmpty(stored);
        Assert.All(stored, sum => Assert.Equal((sum.Key, sum.Value), (sum.Key, mailed.GetValueOrDefault(sum.Key))));
    }

    [Fact]
    public async Task Demo_EveryDelivery_IsExactlyOneMail()
    {
        var mails = Mails().Select(mail => mail.MessageId).Order(StringComparer.Ordinal).ToList();
        var deliveries = await ListAsync("select trim(both '<>' from message_id) from emulation.deliveries");

        Assert.NotEmpty(mails);
        Assert.Equal(deliveries.Order(StringComparer.Ordinal), mails);
        Assert.Equal(mails.Count, year.Summary.GetProperty("mails").GetInt32());
        Assert.Equal(0, await ScalarAsync("select count(*) from emulation.deliveries where state <> 'accepted'"));
    }

    [Fact]
    public void Demo_Waves_AreClosedWithEveryUnit()
    {
        var waves = year.Summary.GetProperty("waves").EnumerateArray().Select(wave =>
            (wave.GetProperty("code").GetString(), wave.GetProperty("hash").GetString()!.Length, wave.GetProperty("units").GetInt32()));

        Assert.Equal([("2020-W1", 64, 25), ("2020-W2", 64, 25), ("2020", 64, 25)], waves);
    }

    [Theory]
    [InlineData("2020-W1")]
    [InlineData("2020-W2")]
    [InlineData("2020")]
    public async Task Demo_PeriodClosedAgainAndRecomputed_HasTheSameHash(string period)
    {
        var settings = new HostSettings
        {
            IsClosed = true,
            Values = new Dictionary<string, string?> { ["Data:Path"] = year.Folder.Path, ["Document:Pdf"] = "off", ["Plan:Code"] = DemoPlan.Plan.Code },
        };
        var clock = new DemoClock(new DateTimeOffset(2021, 1, 16, 0, 0, 0, TimeSpan.Zero));
        await using var host = await HostBuilding.CreateAsync(settings, services => services.AddSingleton<TimeProvider>(clock), Cancellation);
        await using var scope = host.Services.CreateAsyncScope();

        var closed = await scope.ServiceProvider.GetRequiredService<CloseWave>().RunAsync(new Plan.PeriodCode(period), "test", Cancellation);
        var recomputed = await scope.ServiceProvider.GetRequiredService<RecomputeWave>().RunAsync(new Plan.PeriodCode(period), Cancellation);

        var reported = year.Summary.GetProperty("waves").EnumerateArray().Single(wave => wave.GetProperty("code").GetString() == period);
        Assert.True(closed.WasClosedBefore);
        Assert.Equal(reported.GetProperty("hash").GetString(), Convert.ToHexStringLower(closed.Hash));
        Assert.True(recomputed is { IsSame: true });
    }

    [Fact]
    public async Task Demo_AtItsEnd_KeepsTheInvariants()
    {
        await using var database = NpgsqlDataSource.Create(year.ConnectionString);

        Assert.Empty(await Invariants.FaultsAsync(database, year.Folder.Inside("archive"), year.Folder.Share, Cancellation));
    }

    private static string Word(ExpectedAnswer answer) => answer switch
    {
        ExpectedAnswer.Accepted => "accepted",
        ExpectedAnswer.Duplicate => "duplicate",
        _ => "rejected",
    };

    private IEnumerable<MimeMessage> Mails() =>
        Directory.EnumerateFiles(year.Folder.Mail, "*.eml", SearchOption.AllDirectories).Select(path => MimeMessage.Load(path, Cancellation));

    private MemoryStream WorkbookOf(string period)
    {
        var name = $"bao-cao-dot-{period[^1]}-2020.xlsx";
        var part = Mails().SelectMany(mail => mail.Attachments).OfType<MimePart>().First(part => part.FileName == name);
        var workbook = new MemoryStream();
        part.Content!.DecodeTo(workbook, Cancellation);
        workbook.Position = 0;
        return workbook;
    }

    private static Dictionary<string, decimal> SumsOf(Stream workbook)
    {
        // The reader asks for the code pages of old .xls files whatever it is given.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelReaderFactory.CreateReader(workbook);
        while (reader.Name != "Chỉ tiêu")
        {
            Assert.True(reader.NextResult(), "The workbook has no sheet 'Chỉ tiêu'.");
        }

        var sums = new Dictionary<string, decimal>();
        while (reader.Read())
        {
            if (reader.GetValue(0) is string code && reader.GetValue(4) is double value)
            {
                sums[code] = (decimal)value;
            }
        }

        return sums;
    }

    private async Task<Dictionary<string, decimal>> SumsAsync(string period)
    {
        var added = DemoPlan.Plan.Indicators.Where(indicator => indicator.Kind is Plan.IndicatorKind.Count or Plan.IndicatorKind.Money).Select(indicator => indicator.Code.Value);
        await using var database = NpgsqlDataSource.Create(year.ConnectionString);
        await using var command = database.CreateCommand("""
            select i.code, sum(f.value)
            from emulation.submission_versions v
            join emulation.submissions s on s.submission_id = v.submission_id and s.state = 'accepted'
            join emulation.figures f on f.submission_id = v.submission_id and f.unit_id = v.unit_id and f.period_id = v.period_id
            join emulation.indicators i using (indicator_id)
            join emulation.periods p on p.period_id = v.period_id
            where v.is_current and v.form = 'wave-report' and p.code = @period and f.state = 0 and i.code = any (@added)
            group by i.code
            """);
        command.Parameters.AddWithValue("period", period);
        command.Parameters.AddWithValue("added", added.ToArray());
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var sums = new Dictionary<string, decimal>();
        while (await reader.ReadAsync(Cancellation))
        {
            sums.Add(reader.GetString(0), reader.GetDecimal(1));
        }

        return sums;
    }

    private async Task<long> ScalarAsync(string sql) => long.Parse((await ListAsync($"select ({sql})::text"))[0], CultureInfo.InvariantCulture);

    private async Task<IReadOnlyList<string>> ListAsync(string sql)
    {
        await using var database = NpgsqlDataSource.Create(year.ConnectionString);
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var lines = new List<string>();
        while (await reader.ReadAsync(Cancellation))
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }
}
