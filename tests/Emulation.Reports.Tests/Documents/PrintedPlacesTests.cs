using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Emulation.Reports.Documents;
using Emulation.Reports.Documents.Document;
using Emulation.Reports.Documents.Mail;
using Emulation.Reports.Documents.Model;
using Emulation.Reports.Documents.Places;
using Emulation.Reports.Documents.Twin;
using Emulation.Reports.Documents.Workbook;

namespace Emulation.Reports.Tests.Documents;

/// <summary>Every number of every sentence and table of mail and document has a place that can be counted off the print, and an origin that gives it; what has none is in one closed list.</summary>
public sealed partial class PrintedPlacesTests
{
    public static TheoryData<string> Kinds => [.. SampleReports.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void NumbersOfTheDocument_StandWhereTheirPlaceSays(string kind)
    {
        var model = SampleReports.All[kind];
        var document = PrintedDocument.Read(ReportDocument.Write(model, OpenedDocument.Shipped, DocumentMarking.None));
        var places = Places(model, PrintedPlace.Document);

        Assert.Empty(places.Keys.Except(document.Places.Keys));
        Assert.Empty(Nobodys(model, document.Places, places));
        Assert.InRange(places.Sum(line => line.Value.Count), 300, int.MaxValue);
    }

    /// <summary>Head, headings and foot hold no number but the registry's, the day, the legal basis, and what counts headings and tables.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void HeadingsOfTheDocument_HoldNoFigures(string kind)
    {
        var model = SampleReports.All[kind];
        var document = PrintedDocument.Read(ReportDocument.Write(model, OpenedDocument.Shipped, DocumentMarking.None));
        string[] names = [.. Strings(JsonDocument.Parse(ReportModelJson.Write(model)).RootElement), model.Cover.Subject, .. model.Cover.LegalBasis.Split(';', StringSplitOptions.TrimEntries)];

        var rest = document.Elsewhere.Select(text => WithoutNames([.. names.Where(name => name.Length > 0).OrderByDescending(name => name.Length)], "", Counting().Replace(text, ""), []));

        Assert.DoesNotContain(rest, text => text.Any(char.IsDigit));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void NumbersOfTheMail_StandWhereTheirPlaceSays(string kind)
    {
        var model = SampleReports.All[kind];
        var lines = MailLines(ReportMailText.Write(model, "x"));
        var places = Places(model, PrintedPlace.Mail).ToDictionary(line => line.Key.ToUpper(Texts.Vietnamese), line => line.Value);

        Assert.Empty(places.Keys.Except(lines.Keys));
        Assert.Empty(Nobodys(model, lines, places));
        Assert.InRange(places.Sum(line => line.Value.Count), 60, int.MaxValue);
    }

    /// <summary>A number printed is the value of its address in the twin, their sum, or how many there are.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void NumbersOfMailAndDocument_FollowFromTheirOrigin(string kind)
    {
        var model = SampleReports.All[kind];
        var twin = TwinRows.Of(model).ToDictionary(row => new ValueAddress(row.Part, row.Unit, row.Code, row.Column));
        foreach (var place in PlacesOf.Report(model, []).Where(place => place.Face != PrintedPlace.Workbook))
        {
            var origin = NumberOrigin.Parse(place.Origin);
            Assert.Equal(place.Origin, origin.ToString());
            Assert.Distinct(origin.Of);
            switch (origin.Step)
            {
                case OriginStep.Same when twin.TryGetValue(origin.Of[0], out var row):
                    Assert.True(Says(row, place.Text), $"{place}: {row.Text}");
                    break;
                case OriginStep.Same:
                    Assert.Contains(origin.Of[0].Part, (string[])["pace", "previous", "questions", "explanations"]);
                    break;
                case OriginStep.Sum:
                    Assert.Equal(Whole(place.Text), origin.Of.Sum(address => int.Parse(twin[address].Value, CultureInfo.InvariantCulture)) - origin.Named);
                    break;
                default:
                    Assert.Equal(Whole(place.Text), (origin.Step == OriginStep.None ? 0 : origin.Of.Count) - origin.Named);
                    break;
            }
        }
    }

    /// <summary>Who is counted is all of those, and only those, whom the same words fit: verdicts, standings and grades do not mix, and nobody is left out.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void CountsOfVerdictsAndGrades_CountAllOfTheirKind(string kind)
    {
        var model = SampleReports.All[kind];
        var twin = TwinRows.Of(model).ToDictionary(row => new ValueAddress(row.Part, row.Unit, row.Code, row.Column), row => row.Value);
        var sets = new Dictionary<string, int>();
        foreach (var place in PlacesOf.Report(model, []).Where(place => place.Place.StartsWith("II.1/", StringComparison.Ordinal) || place.Place.StartsWith("II.3/", StringComparison.Ordinal) || place.Place.StartsWith("IV/", StringComparison.Ordinal)))
        {
            var origin = NumberOrigin.Parse(place.Origin);
            if (origin is { Step: OriginStep.Count, Of: [{ Column: "verdict" or "grade" or "standing" } first, ..] })
            {
                var (words, scope) = (origin.Of.Select(address => twin[address]).ToHashSet(), origin.Of.Select(ScopeOf).ToHashSet());
                var fitting = twin.Where(pair => pair.Key.Part == first.Part && pair.Key.Column == first.Column && words.Contains(pair.Value) && scope.Contains(ScopeOf(pair.Key)));
                Assert.Equal(fitting.Select(pair => pair.Key.ToString()).Order(), origin.Of.Select(address => address.ToString()).Order());
                sets[first.Column] = sets.GetValueOrDefault(first.Column) + 1;
            }
        }

        Assert.InRange(sets.GetValueOrDefault("verdict"), 3, int.MaxValue);

        // Ranks are counted block by block, the province's own targets by themselves.
        string ScopeOf(ValueAddress address) => address.Part == "ranking" ? address.Code : twin.GetValueOrDefault(address with { Column = "target-of" }, "");
    }

    private static bool Says(TwinRow row, string text) =>
        row.Text == text || row.Text == text.TrimEnd('%') || row.Text == text.TrimStart('0') || Words().Matches(row.Text).Any(word => word.Value == text)
        || (row.Column is "date" && row.Text.StartsWith(text, StringComparison.Ordinal));

    private static int Whole(string text) => int.Parse(text.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    private static Dictionary<string, List<PrintedPlace>> Places(ReportModel model, string face) => PlacesOf.Report(model, ReportWorkbook.Print(model).Cells)
        .Where(place => place.Face == face).GroupBy(place => place.Place.Split('#')[0]).ToDictionary(line => line.Key, line => line.ToList());

    /// <summary>Digits of lines that are no place's: what is left when the places' numbers are taken out, one after the other, and then the names that have digits.</summary>
    private static List<string> Nobodys(ReportModel model, IReadOnlyDictionary<string, string> lines, Dictionary<string, List<PrintedPlace>> places)
    {
        var nobodys = new List<string>();
        var names = Strings(JsonDocument.Parse(ReportModelJson.Write(model)).RootElement).Distinct().OrderByDescending(name => name.Length).ToList();
        foreach (var (line, text) in lines)
        {
            var (rest, at) = (WithoutNames(names, line, text, [.. places.GetValueOrDefault(line, []).Select(place => place.Text)]), 0);
            foreach (var place in places.GetValueOrDefault(line, []))
            {
                var found = Regex.Match(rest[at..], $@"(?<!\d){Regex.Escape(place.Text)}(?!\d)");
                Assert.True(found.Success, $"{place.Place} is to be {place.Text} in: {text}");
                at += found.Index;
                rest = rest.Remove(at, place.Text.Length);
            }

            if (rest.Any(char.IsDigit))
            {
                nobodys.Add($"{rest} of {line}: {text}");
            }
        }

        return nobodys;
    }

    /// <summary>The closed list. Names of units, indicators, movements, periods, plan, rule set, gates and legal basis; days told beside a name or an event of the plan; the running number of a line.</summary>
    private static string WithoutNames(IReadOnlyList<string> names, string line, string text, IReadOnlyList<string> numbers)
    {
        if (LineNumber().IsMatch(line) && numbers.Count == 0 && text.All(char.IsDigit))
        {
            return "";
        }

        foreach (var name in names.Where(name => !numbers.Contains(name)))
        {
            text = text.Replace(name, "", StringComparison.OrdinalIgnoreCase);
        }

        return Day().Replace(text, day => numbers.Any(number => number.Contains(day.Value, StringComparison.Ordinal)) ? day.Value : "");
    }

    /// <summary>Names are single words or more of the model; never its sentences, for those hold numbers.</summary>
    private static IEnumerable<string> Strings(JsonElement root)
    {
        string[] named = ["unit", "name", "title", "periodName", "dutyName", "previousPeriod", "planTitle", "planCode", "legalBasis", "ruleSet", "ruleNote", "note", "code", "indicator", "group", "proposed"];
        return root.ValueKind switch
        {
            JsonValueKind.Object => root.EnumerateObject().SelectMany(property => property.Value.ValueKind == JsonValueKind.String
                ? named.Contains(property.Name) && property.Value.GetString()!.Any(char.IsDigit) ? [property.Value.GetString()!] : []
                : Strings(property.Value)),
            JsonValueKind.Array => root.EnumerateArray().SelectMany(Strings),
            _ => [],
        };
    }

    private static Dictionary<string, string> MailLines(string text)
    {
        var (lines, section, number) = (new Dictionary<string, string>(), "", 0);
        foreach (var line in text.Split('\n').SkipWhile(line => line != "TÓM TẮT"))
        {
            if (line.Length == 0 || section.Length == 0)
            {
                (section, number) = (line, 0);
            }
            else if (!line.StartsWith('…'))
            {
                lines.Add($"{section}/{(++number).ToString(CultureInfo.InvariantCulture)}", line.StartsWith("- ", StringComparison.Ordinal) ? line[2..] : line);
            }
        }

        return lines;
    }

    [GeneratedRegex(@"^Phụ lục .*!A\d+$")]
    private static partial Regex LineNumber();

    [GeneratedRegex(@"^[123]\. |bảng \d+/\d+|tháng \d+ năm \d{4}")]
    private static partial Regex Counting();

    [GeneratedRegex(@"\d\d/\d\d/\d{4}")]
    private static partial Regex Day();

    [GeneratedRegex(@"\d+(?:[.,/:]\d+)*")]
    private static partial Regex Words();
}
