using System.Globalization;
using System.Text;
using Emulation.Reports.Documents;
using Emulation.Reports.Documents.Charts;
using Emulation.Reports.Documents.Document;
using Emulation.Reports.Documents.Mail;

namespace Emulation.Reports.Tests.Documents.Faces;

/// <summary>Every number of every face of every kind of report, read by readers that know headings and sentences and not the renderers: the same thing has the same value and the same decimals everywhere.</summary>
public sealed class FacesAgreeTests : IAsyncLifetime
{
    private readonly MailRenderer renderer = new();

    public static TheoryData<string> Kinds => [.. SampleReports.All.Keys];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => renderer.DisposeAsync();

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Faces_OfEveryKind_ShowTheSameNumbers(string kind)
    {
        var faces = Read(await PrintAsync(kind));

        Assert.Empty(Differences(faces));
        Assert.Equal(faces[0].Values.Keys.Where(address => !address.Contains(";sum;", StringComparison.Ordinal) && !address.StartsWith("questions", StringComparison.Ordinal) && !address.StartsWith("pace", StringComparison.Ordinal) && !address.StartsWith("changes", StringComparison.Ordinal)).Order(), faces[1].Values.Keys.Order());
        Assert.Empty(PrintedNowhere(faces));
        Assert.All(faces.Skip(4), face => Assert.InRange(face.Values.Count, 60, int.MaxValue));
        Assert.InRange(faces.Single(face => face.Face == "document").Values.Count, 250, int.MaxValue);
    }

    // One face is altered in one place, as a fault of its renderer would: the others contradict it.
    [Theory]
    [InlineData("json", "\"completeUnits\":7", "\"completeUnits\":8")]
    [InlineData("csv", ";percent;76.6;", ";percent;76.7;")]
    [InlineData("csv", ";76,6\r\n", ";76,60\r\n")]
    [InlineData("text", "Ea Súp: 87,02 điểm", "Ea Súp: 87,0 điểm")]
    [InlineData("text", "1. Ea Súp", "2. Ea Súp")]
    [InlineData("html", ">5.971 / 6.000<", ">6.000 / 5.971<")]
    [InlineData("html", "Ea Súp 87,02;", "Ea Súp 87,03;")]
    [InlineData("html", "chậm 10,6%", "chậm 10,7%", "monthly-progress")]
    [InlineData("json", "\"unitsTarget\":6000", "\"unitsTarget\":6001", "province")]
    [InlineData("csv", ";units-target;6000;", ";units-target;6001;", "province")]
    public async Task Faces_WithOneAltered_Disagree(string face, string sound, string altered, string kind = "wave-interim")
    {
        var printed = await PrintAsync(kind);
        var bytes = printed[face];
        var text = Encoding.UTF8.GetString(bytes);
        Assert.Contains(sound, text, StringComparison.Ordinal);
        printed[face] = Encoding.UTF8.GetBytes(text.Replace(sound, altered, StringComparison.Ordinal));

        Assert.True(Disagree(printed), $"Nobody noticed that {face} says '{altered}'.");
    }

    [Fact]
    public async Task Faces_WithAnotherWorkbook_Disagree()
    {
        var printed = await PrintAsync("wave-interim");
        printed["xlsx"] = (await PrintAsync("corrigendum"))["xlsx"];

        Assert.True(Disagree(printed));
    }

    [Fact]
    public async Task Faces_WithAnotherDocument_Disagree()
    {
        var printed = await PrintAsync("wave-interim");
        printed["docx"] = (await PrintAsync("corrigendum"))["docx"];

        Assert.True(Disagree(printed));
    }

    private static bool Disagree(Dictionary<string, byte[]> printed)
    {
        try
        {
            return Differences(Read(printed)).Count > 0;
        }
        catch (Xunit.Sdk.XunitException)
        {
            // A reader already contradicts itself: the face says two things.
            return true;
        }
    }

    private async Task<Dictionary<string, byte[]>> PrintAsync(string kind)
    {
        var model = SampleReports.All[kind];
        var charts = ReportCharts.Of(model);
        var document = new ReportFile("x.docx", MediaTypes.Document, ReportDocument.Write(model, OpenedDocument.Shipped, DocumentMarking.None), IsAttached: true);
        var files = ReportFiles.Of(model, [document], charts);
        var mail = await MailBody.OfReportAsync(renderer, model, files, charts);
        return new Dictionary<string, byte[]>(files.Where(file => file.ContentId is null).Select(file => KeyValuePair.Create(file.Name.Split('.')[^1], file.Content.ToArray())))
        {
            ["text"] = Encoding.UTF8.GetBytes(mail.Text),
            ["html"] = Encoding.UTF8.GetBytes(mail.Html),
        };
    }

    private static List<FaceValues> Read(Dictionary<string, byte[]> printed)
    {
        var (json, names) = JsonFace.Read(printed["json"]);
        var (csv, texts) = CsvFace.Read(printed["csv"]);
        Sums(json, names);
        return
        [
            json, csv, texts, WorkbookFace.Read(printed["xlsx"], names),
            MailTextFace.Read(Encoding.UTF8.GetString(printed["text"]), names),
            MailHtmlFace.Read(Encoding.UTF8.GetString(printed["html"]), names),
            DocumentFace.Read(printed["docx"], names),
        ];
    }

    /// <summary>What the sentences of the summary add up, added up here from the parts.</summary>
    private static void Sums(FaceValues json, JsonFace names)
    {
        foreach (var column in new[] { "expected", "on-time", "late", "needs-fixing", "missing", "exempt" })
        {
            json.Machine($"duties;;sum;{column}", json.Values.Where(pair => pair.Key.StartsWith("duties;", StringComparison.Ordinal) && pair.Key.EndsWith(";" + column, StringComparison.Ordinal)).Sum(pair => pair.Value.Value));
        }

        var verdicts = names.Root.GetProperty("indicators").EnumerateArray().Select(total => total.GetProperty("verdict").GetString()).ToList();
        json.Machine("indicators;;sum;met", verdicts.Count(verdict => verdict == "met"));
        json.Machine("indicators;;sum;judged", verdicts.Count(verdict => verdict != "none"));
        var own = names.Root.GetProperty("indicators").EnumerateArray().Where(total => total.TryGetProperty("province", out _)).Select(total => total.GetProperty("verdict").GetString()).ToList();
        json.Machine("indicators;;sum;province-met", own.Count(verdict => verdict == "met"));
        json.Machine("indicators;;sum;province-judged", own.Count(verdict => verdict != "none"));
        foreach (var sentence in names.Root.GetProperty("headlines").EnumerateArray().Select(line => line.GetString()!).Where(line => MailSentences.Pace().IsMatch(line) || MailSentences.Previous().IsMatch(line)))
        {
            MailSentences.Read(json, names, sentence);
        }

        json.Machine("questions;;;count", names.Root.GetProperty("questions").GetArrayLength());
        foreach (var change in names.Root.GetProperty("changes").EnumerateArray())
        {
            var reading = new FaceValues("json");
            MailHtmlFace.Change(reading, names, change.GetProperty("unit").GetString()!, change.GetProperty("what").GetString()!, change.GetProperty("before").GetString()!, change.GetProperty("after").GetString()!);
            reading.Values.ToList().ForEach(pair => json.Add(pair.Key, pair.Value));
        }
    }

    private static List<string> Differences(List<FaceValues> faces) =>
    [
        .. from shown in faces.SelectMany(face => face.Values.Select(pair => (face.Face, Address: pair.Key, pair.Value)))
           group shown by shown.Address into same
           where same.Select(one => one.Value.Value).Distinct().Count() > 1
               || same.Where(one => one.Value.Places is not null).Select(one => one.Value.Places).Distinct().Count() > 1
               || !same.Any(one => one.Face == "json")
           select same.Key + ": " + string.Join(", ", same.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Face} {one.Value.Value} ({one.Value.Places})"))),
    ];

    /// <summary>Numbers of the twins that the workbook, the whole report for people, leaves out; answers yes and no stand there as words.</summary>
    private static IEnumerable<string> PrintedNowhere(List<FaceValues> faces) => faces[2].Values.Keys
        .Where(address => !faces.Skip(3).Any(face => face.Values.ContainsKey(address)))
        .Where(address => !(address.StartsWith("trend;;", StringComparison.Ordinal) && address.EndsWith(";edition", StringComparison.Ordinal)))
        .Where(address => !IsDashOnly(address, faces[0]));

    /// <summary>Units by verdict are printed as dashes where no unit has a target.</summary>
    private static bool IsDashOnly(string address, FaceValues json) =>
        address.Split(';') is ["indicators", "", var code, "units-met" or "units-short" or "units-missing"]
        && new[] { "units-met", "units-short", "units-missing" }.All(column => json.Values[$"indicators;;{code};{column}"].Value == 0);
}
