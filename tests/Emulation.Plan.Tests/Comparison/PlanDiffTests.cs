using CsCheck;
using Emulation.Plan.Comparison;
using Emulation.Plan.Files;

namespace Emulation.Plan.Tests.Comparison;

public sealed class PlanDiffTests
{
    private static readonly IReadOnlyDictionary<string, string> Shipped = PlanFolder.Content(Plans.DakLakFolder).Files;

    private static readonly Gen<List<PlanItem>> Items = Gen.Select(
            Word("units", "targets", "gates"),
            Word("A", "B", "C", "D", "E"),
            Gen.Select(Word("name", "value", "basis"), Word("1", "2", "3")).List[1, 3],
            (part, key, fields) => new PlanItem(part, key, [.. fields.DistinctBy(field => field.Item1).Select(field => KeyValuePair.Create(field.Item1, field.Item2))]))
        .List[0, 12].Select(items => items.DistinctBy(item => (item.Part, item.Key)).ToList());

    [Fact]
    public void Diff_OfAPlanWithItself_IsEmpty() =>
        Assert.Empty(PlanDiff.Of(Plans.DakLak, PlanFolder.Load(Shipped).Plan!));

    [Fact]
    public void Diff_AppliedToTheFirst_GivesTheSecond() =>
        Gen.Select(Items, Items).Sample((before, after) => Same(Applied(before, PlanDiff.Of(before, after)), ModelOf(after)));

    [Fact]
    public void Diff_TheOtherWayRound_MirrorsEveryChange() =>
        Gen.Select(Items, Items).Sample((before, after) =>
            PlanDiff.Of(before, after).Select(Mirrored).Select(Sorted).ToHashSet().SetEquals(PlanDiff.Of(after, before).Select(Sorted)));

    [Theory]
    [InlineData(PlanFiles.Targets, "B06;643;84;84;168", "B06;643;80;84;168", "targets B06 643 2020-W1 Changed value 84→80")]
    [InlineData(PlanFiles.Plan, "due-on: 2020-06-30", "due-on: 2020-06-25", "duties DL3 Changed occurrences 2020-W1 due-on 2020-06-30→2020-06-25")]
    [InlineData(PlanFiles.Plan, "holds-from: 2020-01-01", "holds-from: 2020-06-01", "plan dak-lak-2020 Changed holds-from 2020-01-01→2020-06-01")]
    [InlineData(PlanFiles.Plan, "  percent: 20", "  percent: 30", "plan dak-lak-2020 Changed swing percent 20→30")]
    [InlineData(PlanFiles.Scoring, "{ from: 75, to: 95, factor: 0.75 }", "{ from: 75, to: 95, factor: 0.8 }",
        "scoring rules B11 Changed bands above 95: 1 | from 75 to 95: 0,75 | from 50 below 75: 0,5 | below 50: 0→above 95: 1 | from 75 to 95: 0,8 | from 50 below 75: 0,5 | below 50: 0")]
    [InlineData(PlanFiles.Scoring, "{ days: 5, factor: 0.5 }", "{ days: 6, factor: 0.5 }",
        "scoring rule set Changed lateness 5 max-days-late 5→ lateness 5 factor 0,5→ lateness 6 max-days-late →6 lateness 6 factor →0,5")]
    [InlineData(PlanFiles.Awards, "of: LDTT, limit: 15", "of: LDTT, limit: 20", "award rules ND-91-2017 TLCSTD Changed limit 15→20")]
    [InlineData(PlanFiles.LastYear, "643;A01;11960", "643;A01;11961", "last year 643 A01 2020-W1 Changed value 11960→11961")]
    [InlineData(PlanFiles.Holidays, "2020-01-01;Tết Dương lịch", "2020-01-01;Tết", "holidays 2020-01-01 Changed name Tết Dương lịch→Tết")]
    [InlineData(PlanFiles.Contacts, "lanh-dao.643@donvi.example", "truong-phong.643@donvi.example",
        "contacts 643 head Trưởng phòng Tư pháp Changed address lanh-dao.643@donvi.example→truong-phong.643@donvi.example")]
    [InlineData(PlanFiles.ProvinceTargets, "B06;district-office;700;700;1400;;", "B06;district-office;700;710;1400;equal;",
        "province targets B06 district-office 2020-W1 Changed rule cover→equal / province targets B06 district-office 2020-W2 Changed value 700→710 rule cover→equal / province targets B06 district-office 2020 Changed rule cover→equal")]
    // a note, a comment and the order of lines that nothing prints are no change of the plan
    [InlineData(PlanFiles.Targets, "B06;643;84;84;168;;illustrative;", "B06;643;84;84;168;;illustrative;xem lại", "")]
    [InlineData(PlanFiles.Plan, "# địa chỉ giữ chỗ", "# giữ chỗ", "")]
    public void Diff_OfOneEdit_NamesItemFieldAndBothValues(string file, string found, string replacement, string expected)
    {
        var changes = PlanDiff.Of(Plans.DakLak, Edited(file, found, replacement));

        Assert.Equal(expected, string.Join(" / ", changes.Select(Text)));
    }

    [Fact]
    public void Diff_OfAContactPutBeforeTheOthers_IsThatContactOnly()
    {
        var plan = Plans.DakLak;
        var first = new Contact("643", ContactRole.Officer, "Chuyên viên", "643a@donvi.example", null, null, Basis.Assumed);

        var change = Assert.Single(PlanDiff.Of(plan, plan with { Contacts = [first, .. plan.Contacts] }));

        Assert.Equal(("contacts", "643 officer Chuyên viên", PlanChangeKind.Added), (change.Part, change.Key, change.Kind));
    }

    [Fact]
    public void Diff_OfContactsThatShareAPost_TellsThemApartByAddress()
    {
        Contact Deputy(string address, DateOnly? from = null) => new("643", ContactRole.Head, "Phó Trưởng phòng", address, from, null, Basis.Assumed);
        var (two, moved) = (Plans.DakLak with { Contacts = [Deputy("a@donvi.example"), Deputy("b@donvi.example")] }, Plans.DakLak with { Contacts = [Deputy("b@donvi.example"), Deputy("c@donvi.example")] });

        Assert.Equal(
            ["contacts 643 head Phó Trưởng phòng a@donvi.example Removed", "contacts 643 head Phó Trưởng phòng c@donvi.example Added"],
            PlanDiff.Of(two, moved).Select(change => $"{change.Part} {change.Key} {change.Kind}"));
        // one after the other in the same post: the day belongs to the key
        Assert.Equal(
            ["643 head Phó Trưởng phòng 2020-07-01"],
            PlanDiff.Of(
                Plans.DakLak with { Contacts = [Deputy("a@donvi.example")] },
                Plans.DakLak with { Contacts = [Deputy("a@donvi.example"), Deputy("b@donvi.example", new(2020, 7, 1))] }).Select(change => change.Key));
    }

    [Fact]
    public void Diff_OfAReleaseRulePutBeforeTheOthers_IsThatRuleOnly()
    {
        var final = new ReleaseRule(ReportKind.Final, 48, Unanswered.Keep);
        var (one, two) = (Plans.DakLak with { Release = [final] }, Plans.DakLak with { Release = [new(ReportKind.WaveInterim, 24, Unanswered.Send), final] });

        var added = Assert.Single(PlanDiff.Of(one, two));
        var longer = Assert.Single(PlanDiff.Of(two, two with { Release = [two.Release[0] with { HoldHours = 12 }, final] }));

        Assert.Equal(("release", "wave-interim", PlanChangeKind.Added), (added.Part, added.Key, added.Kind));
        Assert.Equal("release wave-interim Changed hold-hours 24→12", Text(longer));
    }

    [Fact]
    public void Diff_OfUnitsInAnotherOrder_SaysSoOnce()
    {
        var plan = Plans.DakLak;

        var change = Assert.Single(PlanDiff.Of(plan, plan with { Units = [plan.Units[1], plan.Units[0], .. plan.Units.Skip(2)] }));

        Assert.Equal(("units", "", PlanChangeKind.Reordered), (change.Part, change.Key, change.Kind));
        Assert.StartsWith("644, 643, 645", change.Fields.Single().New, StringComparison.Ordinal);
    }

    [Fact]
    public void Diff_EditedCopiesOfTheShippedPlan_AppliedToIt_GiveThem() =>
        Gen.Int[0, 1_000_000].List[1, 6].Sample(
            places => EditedAtRandom(places) is not { } edited
                || Same(Applied(PlanItems.Of(Plans.DakLak), PlanDiff.Of(Plans.DakLak, edited)), ModelOf(PlanItems.Of(edited))),
            iter: 60);

    private static EmulationPlan Edited(string file, string found, string replacement)
    {
        Assert.Contains(found, Shipped[file], StringComparison.Ordinal);
        var at = Shipped[file].IndexOf(found, StringComparison.Ordinal);
        var files = Shipped.ToDictionary();
        files[file] = Shipped[file][..at] + replacement + Shipped[file][(at + found.Length)..];
        return PlanFolder.Load(files).Plan!;
    }

    // Digits become other digits; what is no plan any more proves nothing here.
    private static EmulationPlan? EditedAtRandom(IEnumerable<int> places)
    {
        var text = Shipped[PlanFiles.Targets].ToCharArray();
        foreach (var place in places.Select(place => place % text.Length).Where(place => char.IsAsciiDigit(text[place])))
        {
            text[place] = text[place] == '9' ? '1' : (char)(text[place] + 1);
        }

        return PlanFolder.Load(new Dictionary<string, string>(Shipped) { [PlanFiles.Targets] = new(text) }).Plan;
    }

    private static Dictionary<string, string> ModelOf(IEnumerable<PlanItem> items) =>
        items.SelectMany(item => item.Fields.Select(field => ($"{item.Part}/{item.Key}/{field.Key}", field.Value))).ToDictionary();

    private static Dictionary<string, string> Applied(IEnumerable<PlanItem> before, IEnumerable<PlanChange> changes)
    {
        var model = ModelOf(before);
        foreach (var change in changes.Where(change => change.Kind != PlanChangeKind.Reordered))
        {
            foreach (var (field, old, now) in change.Fields)
            {
                var name = $"{change.Part}/{change.Key}/{field}";
                Assert.Equal(old, model.GetValueOrDefault(name));
                if (now is null)
                {
                    model.Remove(name);
                }
                else
                {
                    model[name] = now;
                }
            }
        }

        return model;
    }

    private static bool Same(Dictionary<string, string> one, Dictionary<string, string> other) =>
        one.Count == other.Count && one.All(pair => other.GetValueOrDefault(pair.Key) == pair.Value);

    private static PlanChange Mirrored(PlanChange change) => change with
    {
        Kind = change.Kind switch
        {
            PlanChangeKind.Added => PlanChangeKind.Removed,
            PlanChangeKind.Removed => PlanChangeKind.Added,
            _ => change.Kind,
        },
        Fields = [.. change.Fields.Select(field => new FieldChange(field.Field, field.New, field.Old))],
    };

    private static string Text(PlanChange change) =>
        $"{change.Part} {change.Key} {change.Kind} {string.Join(' ', change.Fields.Select(field => $"{field.Field} {field.Old}→{field.New}"))}";

    private static string Sorted(PlanChange change) =>
        Text(change with { Fields = [.. change.Fields.OrderBy(field => field.Field, StringComparer.Ordinal)] });

    private static Gen<string> Word(params string[] words) => Gen.Int[0, words.Length - 1].Select(index => words[index]);
}
