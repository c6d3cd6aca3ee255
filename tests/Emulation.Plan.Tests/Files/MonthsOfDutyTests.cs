using Emulation.Plan.Files;

namespace Emulation.Plan.Tests.Files;

/// <summary>A duty may count its months by days of its own: calendar months beside the administrative months of the plan, or the other way round.</summary>
public sealed class MonthsOfDutyTests
{
    private const string Monthly = "    every-month: { opens-day: 15, cutoff-day: 18, due-day: 20, lock-days: 18 }";

    // first-day in the duty     March by this duty            a month that is not there in every year
    [Theory]
    [InlineData(null, "2020-02-15", "2020-03-14", "2020-02-14")]
    [InlineData("1", "2020-03-01", "2020-03-31", "2020-02-29")]
    [InlineData("20", "2020-02-20", "2020-03-19", "2020-02-19")]
    public void Load_ADutyWithMonthsOfItsOwn_CountsThemByItsDays(string? firstDay, string from, string to, string februaryEnds)
    {
        var plan = With(firstDay).Plan!;

        var duty = plan.Duties.Single(duty => duty.Code == "MF");
        var march = duty.Occurrences.Single(occurrence => occurrence.Period.Code == new PeriodCode("2020-03"));
        Assert.Equal((Day(from), Day(to)), (march.Period.From, march.Period.To));
        Assert.Equal(Day(februaryEnds), duty.Occurrences[1].Period.To);
        // The plan's own month stays; code, name and window are the same.
        Assert.Equal((Day("2020-02-15"), Day("2020-03-14")), plan.Months.Where(month => month.Code == march.Period.Code).Select(month => (month.From, month.To)).Single());
        Assert.Equal(("tháng 3/2020", Day("2020-03-15"), Day("2020-03-20")), (march.Period.Name, march.OpensOn, march.DueOn));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("31")]
    public void Load_ADayNotEveryMonthHas_IsAFaultWithItsLine(string firstDay)
    {
        var fault = Assert.Single(With(firstDay).Faults);

        Assert.Equal((PlanFaultKind.NumberOutOfRange, PlanFiles.Plan), (fault.Kind, fault.File));
        Assert.NotNull(fault.Line);
        Assert.Contains(firstDay, fault.Values);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static PlanReading With(string? firstDay)
    {
        var files = PlanFolder.Content(Plans.DakLakFolder).Files.ToDictionary();
        Assert.Contains(Monthly, files[PlanFiles.Plan], StringComparison.Ordinal);
        files[PlanFiles.Plan] = files[PlanFiles.Plan].Replace(Monthly, (firstDay is null ? "" : $"    months: {{ first-day: {firstDay} }}\n") + Monthly, StringComparison.Ordinal);
        return PlanFolder.Load(files);
    }
}
