using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Emulation.Jobs.Tests.Hosting;
using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Reports.Scoring;

namespace Emulation.Jobs.Tests.Pages;

public sealed partial class TextsTests
{
    private static readonly ResourceManager Resources = new("Emulation.Jobs.Texts", typeof(Texts).Assembly);

    [Fact]
    public void EveryText_IsThereInBothLanguages_WithTheSamePlaceholders()
    {
        var vietnamese = All("vi-VN");
        var english = All("en");

        Assert.Equal(vietnamese.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(vietnamese.Where(text => !Placeholders(text.Value).SetEquals(Placeholders(english[text.Key]))).Select(text => text.Key));
    }

    // A state without a text would break the page that lists it.
    [Theory]
    [InlineData("submission", "0007_exceptions.sql", "add constraint submission_state_is_known")]
    [InlineData("delivery", "0004_reports.sql", "delivery_state_is_known")]
    [InlineData("report", "0004_reports.sql", "report_status_is_known")]
    [InlineData("slot", "0005_schedule.sql", "slot_state_is_known")]
    public void EveryStateTheDatabaseKnows_HasAText(string kind, string migration, string constraint)
    {
        var sql = File.ReadAllText(Checkout.Path("sql/migrations/" + migration));
        var states = Quoted().Matches(sql[sql.IndexOf(constraint, StringComparison.Ordinal)..].Split("))")[0]).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(states);
        Assert.All(states, state => Assert.NotEmpty(Emulation.Jobs.Pages.Show.State(kind, state).Text));
    }

    [Fact]
    public void EverySchedule_Form_AndStanding_HasAText()
    {
        string[] schedules = [.. Schedules.Producing, Schedules.Housekeeping];

        Assert.All(schedules, schedule => Assert.NotEmpty(Texts.Get("schedule." + schedule)));
        Assert.All(Enum.GetValues<FormKind>(), form => Assert.NotEmpty(Texts.Get("form." + form.ToName())));
        Assert.All(Enum.GetValues<Standing>(), standing => Assert.NotEmpty(Texts.Get("standing." + Emulation.Jobs.Pages.DutyTable.Name(standing))));
    }

    private static Dictionary<string, string> All(string culture) =>
        Resources.GetResourceSet(CultureInfo.GetCultureInfo(culture), createIfNotExists: true, tryParents: culture != "en")!
            .Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(match => match.Value)];

    [GeneratedRegex("[{][0-9]")]
    private static partial Regex Placeholder();

    [GeneratedRegex("'([a-z-]+)'")]
    private static partial Regex Quoted();
}
