using Emulation.Plan.Files;

namespace Emulation.Plan.Tests.Files;

/// <summary>The plan of the seeds, as shipped: it has exactly the facts of the plan document and of the catalogue.</summary>
public sealed class DakLakPlanTests
{
    private static readonly EmulationPlan Plan = Plans.DakLak;

    [Fact]
    public void Folder_AsShipped_HasNoFaults() =>
        Assert.Empty(PlanFolder.Load(Plans.DakLakFolder).Faults.Select(fault => fault.ToString()));

    [Fact]
    public void Movements_AreSix_WithDStrokeAfterD()
    {
        Assert.Equal(["a", "b", "c", "d", "đ", "e"], Plan.Movements.Select(movement => movement.Letter));
        Assert.Equal(["A", "B", "C", "D", "DD", "E"], Plan.Movements.Select(movement => movement.Code.Value));
        Assert.Equal([1, 2, 3, 4, 5, 6], Plan.Movements.Select(movement => movement.SortOrder));
        Assert.Contains("Quyết định số 1754/QĐ-BTP ngày 11/7/2019", Plan.Movements[4].LegalBasis, StringComparison.Ordinal);
    }

    [Fact]
    public void Waves_CoverTheYearAsThePlanSays()
    {
        Assert.Equal(["2020-W1", "2020-W2"], Plan.Waves.Select(wave => wave.Period.Code.Value));
        Assert.Equal([(Day(2020, 1, 1), Day(2020, 6, 30)), (Day(2020, 7, 1), Day(2020, 12, 31))], Plan.Waves.Select(wave => (wave.Period.From, wave.Period.To)));
        Assert.Equal(6, Plan.MonthsOf(Plan.Waves[0].Period).Count());
        Assert.Equal(12, Plan.MonthsOf(Plan.YearPeriod).Count());
    }

    [Fact]
    public void Months_RunFromThe15thToThe14th()
    {
        var march = Plan.PeriodByCode(new PeriodCode("2020-03"));

        Assert.Equal(("tháng 3/2020", Day(2020, 2, 15), Day(2020, 3, 14)), (march.Name, march.From, march.To));
        Assert.Equal(Day(2019, 12, 15), Plan.Months.First().From);
    }

    [Theory]
    // code, form, owes, due, addressee
    [InlineData("DL1", FormKind.Registration, 25, "2020-01-31", "Sở Tư pháp (qua Văn phòng Sở)")]
    [InlineData("DL2", FormKind.Initiatives, 10, "2020-02-28", "Hội đồng Sáng kiến của Sở")]
    [InlineData("DL3", FormKind.WaveReport, 25, "2020-06-30", "Văn phòng Sở")]
    [InlineData("DL4", FormKind.WaveReport, 25, "2020-11-30", "Sở Tư pháp")]
    [InlineData("DL5", FormKind.AwardProposals, 25, "2020-11-30", "Sở Tư pháp")]
    public void Duties_AreThoseOfThePlan(string code, FormKind form, int units, string due, string addressee)
    {
        var duty = Plan.Duties.Single(duty => duty.Code == code);

        Assert.Equal(form, duty.Form);
        Assert.Equal(Basis.Plan, duty.Basis);
        Assert.Equal(units, duty.Units.SelectMany(Plan.UnitsIn).Distinct().Count());
        Assert.Equal(due, duty.Occurrences.Single().DueOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(addressee, duty.Addressee);
    }

    [Fact]
    public void Initiatives_AreNotOwedByDistrictOffices() =>
        Assert.DoesNotContain(Plan.Duties.Single(duty => duty.Code == "DL2").Units.SelectMany(Plan.UnitsIn), unit => unit.Kind == "district-office");

    [Fact]
    public void MonthlyFigures_AreDueOnThe20thAndIllustrative()
    {
        var monthly = Plan.Duties.Single(duty => duty.Code == "MF");

        Assert.Equal(Basis.Illustrative, monthly.Basis);
        Assert.Equal(Enumerable.Range(1, 12).Select(month => Day(2020, month, 20)), monthly.Occurrences.Select(occurrence => occurrence.DueOn));
        Assert.Equal(Day(2020, 2, 15), monthly.Occurrences[1].OpensOn);
    }

    [Fact]
    public void Duties_LockBeforeTheWaveTheyCountForIsClosed()
    {
        foreach (var occurrence in Plan.Duties.SelectMany(duty => duty.Occurrences))
        {
            var wave = Plan.Waves.First(wave => occurrence.DueOn <= wave.Period.To);
            Assert.True(occurrence.LocksOn < wave.ClosesOn, $"{occurrence.Period.Code} locks on {occurrence.LocksOn}.");
        }
    }

    [Fact]
    public void Districts_AreFifteenWith184Communes()
    {
        var districts = Plan.UnitsIn("district-office").ToList();

        Assert.Equal(Enumerable.Range(643, 15).Select(code => $"{code}"), districts.Select(unit => unit.Code.Value));
        Assert.Equal(184, districts.Sum(unit => unit.Communes));
        Assert.Equal(152, districts.Sum(unit => unit.RuralCommunes));
        Assert.All(districts, unit => Assert.Equal(Day(2025, 6, 30), unit.ValidTo));
    }

    [Fact]
    public void DepartmentOffice_MayReportForAll()
    {
        var office = Assert.Single(Plan.Units, unit => unit.ReportsFor is not null);

        Assert.Equal(("STP-VP", "*", Basis.Plan), (office.Code.Value, office.ReportsFor!, office.Basis));
    }

    [Theory]
    [InlineData("CUM1", "643 644 648 651 654")]
    [InlineData("CUM2", "645 646 647 649 650")]
    [InlineData("CUM3", "652 653 655 656 657")]
    public void Blocks_HoldTheirUnits(string block, string units) =>
        Assert.Equal(units, string.Join(' ', Plan.UnitsIn(block).Select(unit => unit.Code.Value)));

    [Fact]
    public void Indicators_Are47With40Core()
    {
        Assert.Equal(47, Plan.Indicators.Count);
        Assert.Equal(["B03", "B08", "B19", "B23", "C05", "E02", "T06"], Plan.Indicators.Where(indicator => !indicator.IsCore).Select(indicator => indicator.Code.Value));
        Assert.Equal(
            ["D01", "D02", "T01", "T02", "T03", "T04", "T05"],
            Plan.Indicators.Where(indicator => indicator.Basis == Basis.Plan).Select(indicator => indicator.Code.Value));
    }

    [Fact]
    public void Ratios_AreNeverAddedUp() =>
        Assert.DoesNotContain(Plan.Indicators, indicator => indicator.Kind == IndicatorKind.Ratio && indicator.Aggregation == Aggregation.Sum);

    [Fact]
    public void Targets_OfThePlanItself_Are100PercentAndTheDeadlines()
    {
        var fromPlan = Plan.Targets.Where(target => target.Basis == Basis.Plan && target.ExemptReason is null)
            .Select(target => target.Indicator.Value).Distinct();

        Assert.Equal(["D01", "D02", "T01", "T02", "T03", "T04"], fromPlan);
        Assert.All(Plan.Targets.Where(target => target.Indicator.Value is "D01" or "D02"), target => Assert.Equal(100m, target.Value));
    }

    [Fact]
    public void Initiatives_TargetExemptsDistrictOfficesWithAReason()
    {
        var exempt = Plan.Targets.Where(target => target.ExemptReason is not null).ToList();

        Assert.Equal(3, exempt.Count);
        Assert.All(exempt, target => Assert.Equal(("T05", "district-office"), (target.Indicator.Value, target.Units)));
    }

    [Fact]
    public void CommuneTargets_NeverExceedTheCommunes()
    {
        foreach (var target in Plan.Targets.Where(target => target.Indicator.Value is "C01" or "C03"))
        {
            var unit = Plan.UnitByCode(new UnitCode(target.Units));
            Assert.InRange(target.Value!.Value, 1, (target.Indicator.Value == "C01" ? unit.Communes : unit.RuralCommunes)!.Value);
        }
    }

    [Fact]
    public void SummedTargets_OfTheWaves_AddUpToTheYear()
    {
        foreach (var line in Plan.Targets.Where(target => target.Indicator.Value is "A04" or "B03" or "B06" or "B07" or "B08" or "B24" or "C04" or "E01")
            .GroupBy(target => (target.Indicator, target.Units)))
        {
            var values = line.ToDictionary(target => target.Period.Value, target => target.Value!.Value);
            Assert.Equal(values["2020"], values["2020-W1"] + values["2020-W2"]);
        }
    }

    [Fact]
    public void Points_AddUpTo100()
    {
        Assert.Equal(
            "A 10, B 45, C 12, D 8, DD 10, E 5, T 10",
            string.Join(", ", Plan.Scoring.Groups.Select(group => FormattableString.Invariant($"{group.Code} {group.Points:0.##}"))));
        Assert.Equal(100m, Plan.Scoring.Rules.Sum(rule => rule.MaxPoints));
    }

    [Fact]
    public void Recipients_AreTheDistributionListOfThePlan()
    {
        Assert.Equal(8, Plan.Recipients.Count);
        Assert.Equal("Bộ Tư pháp (Vụ TĐKT)", Plan.Recipients[0].Name);
        Assert.Equal(("Lưu: VT, VP (TĐ)", RecipientKind.Archive, 0), (Plan.Recipients[^1].Name, Plan.Recipients[^1].Kind, Plan.Recipients[^1].Addresses.Count));
        Assert.All(Plan.Recipients.SelectMany(recipient => recipient.Addresses), address => Assert.EndsWith(".example", address, StringComparison.Ordinal));
    }

    [Fact]
    public void LastYear_IsComparedWithTheSamePeriodOneYearLater()
    {
        Assert.Equal(new SwingRule(20, 20), Plan.Swing);
        Assert.All(Plan.LastYear, figure => Assert.Equal(Basis.Assumed, figure.Basis));
        Assert.Equal(
            ["2020-W1", "2020-W2", "2020"],
            Plan.LastYear.Where(figure => figure is { Unit.Value: "654", Indicator.Value: "B09" }).Select(figure => figure.Period.Value));
    }

    [Theory]
    // exactly the per cent asks; below it does not
    [InlineData(120, 100, true)]
    [InlineData(80, 100, true)]
    [InlineData(119, 100, false)]
    [InlineData(81, 100, false)]
    // both below the smallest value that counts
    [InlineData(2, 1, false)]
    [InlineData(19, 10, false)]
    [InlineData(20, 10, true)]
    [InlineData(5, 20, true)]
    // something after nothing, nothing after nothing
    [InlineData(20, 0, true)]
    [InlineData(19, 0, false)]
    [InlineData(0, 0, false)]
    public void Swing_OfTwentyPerCentFromTwenty_Asks(int value, int lastYear, bool asks) =>
        Assert.Equal(asks, new SwingRule(20, 20).Asks(value, lastYear));

    [Fact]
    public void MailAddresses_OfUnits_AreExamplesOnly() =>
        Assert.All(Plan.Units, unit => Assert.EndsWith(".example", unit.MailAddress, StringComparison.Ordinal));

    [Fact]
    public void Content_OfAFolderSavedByWindows_HasTheSameHash()
    {
        var content = PlanFolder.Content(Plans.DakLakFolder);

        var windows = PlanContent.Of(content.Files.ToDictionary(
            file => file.Key,
            file => "\uFEFF" + file.Value.Replace("\n", "\r\n", StringComparison.Ordinal).Normalize(System.Text.NormalizationForm.FormD)));

        Assert.Equal(content.Hash, windows.Hash);
        Assert.Equal(content.Files, windows.Files);
    }

    [Fact]
    public void Folder_SavedByASpreadsheet_IsTheSamePlan()
    {
        var files = PlanFolder.Content(Plans.DakLakFolder).Files.ToDictionary(file => file.Key, file => AsSpreadsheetSaves(file.Key, file.Value));

        var reading = PlanFolder.Load(files);

        Assert.Empty(reading.Faults.Select(fault => fault.ToString()));
        Assert.Equivalent(Plan, reading.Plan, strict: true);
    }

    /// <summary>Comment lines padded and quoted, an empty line padded at the end, dates in the Vietnamese order.</summary>
    private static string AsSpreadsheetSaves(string name, string text)
    {
        if (!name.EndsWith(".csv", StringComparison.Ordinal))
        {
            return text;
        }

        var lines = text.TrimEnd('\n').Split('\n');
        var padding = new string(';', lines.First(line => !line.StartsWith('#')).Count(letter => letter == ';'));
        var saved = lines.Select(line => line.StartsWith('#') ? $"\"{line.Replace("\"", "\"\"", StringComparison.Ordinal)}\"{padding}" : line);
        return System.Text.RegularExpressions.Regex.Replace(
            string.Join("\r\n", [.. saved, padding]), @"(^|;)(20\d\d)-(\d\d)-(\d\d)(?=;|\r|$)", "$1$4/$3/$2", System.Text.RegularExpressions.RegexOptions.Multiline);
    }

    /// <summary>A file that a plan may do without leaves the hash of every version stored before it: name, length and bytes of the files that are there.</summary>
    [Fact]
    public void Content_WithoutTheOptionalFiles_KeepsItsHash()
    {
        var content = PlanContent.Of(new Dictionary<string, string> { [PlanFiles.Targets] = "indicator;units\n", [PlanFiles.Plan] = "code: a\n" });

        Assert.Equal("1e2b70cf9411eb95859a1521904c88318b348a7b42f571948ea8c5aaf99a03d3", Convert.ToHexStringLower(content.Hash));
        Assert.Equal([PlanFiles.Plan, PlanFiles.Targets], content.Files.Keys);
    }

    [Fact]
    public void Folder_WithoutTargetsOfTheProvince_IsAPlanThatHasNone()
    {
        var files = PlanFolder.Content(Plans.DakLakFolder).Files.Where(file => file.Key != PlanFiles.ProvinceTargets).ToDictionary();

        var reading = PlanFolder.Load(files);

        Assert.Empty(reading.Faults);
        Assert.Empty(reading.Notices);
        Assert.Empty(reading.Plan!.ProvinceTargets);
        Assert.Equal(51, Plan.ProvinceTargets.Count);
    }

    [Fact]
    public void Content_WithOneLetterChanged_HasAnotherHash()
    {
        var content = PlanFolder.Content(Plans.DakLakFolder);
        var changed = content.Files.ToDictionary(file => file.Key, file => file.Value);
        changed[PlanFiles.Units] = changed[PlanFiles.Units].Replace("Krông Pách", "Krông Pack", StringComparison.Ordinal);

        Assert.NotEqual(content.Hash, PlanContent.Of(changed).Hash);
    }

    private static DateOnly Day(int year, int month, int day) => new(year, month, day);
}
