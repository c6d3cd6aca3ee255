using Emulation.Jobs.Demo.OfficerFiles;
using Emulation.Plan;

namespace Emulation.Jobs.Demo.Scenario;

/// <summary>Turns the story of one thing owed into the files that come of it.</summary>
public sealed class StoryTeller(EmulationPlan plan, Dice dice)
{
    /// <summary>A folder of the share that belongs to no unit of the plan.</summary>
    public const string UnknownFolder = "phong-tu-phap-cu";

    private static readonly int[] DaysLate = [1, 1, 2, 2, 4, 5, 7, 12];

    private readonly FigureSheets figures = new(plan, new TrueYear(plan, dice), dice);
    private readonly PeopleSheets people = new(plan, dice);
    private readonly OfficerHabits habits = new(dice);
    private readonly FileNames names = new(dice);
    private readonly OfficeHours hours = new(plan);
    private readonly Slips slips = new(plan);

    /// <summary>The files of one assignment, in order of time.</summary>
    public IEnumerable<DemoDrop> DropsOf(Assignment owed, DropKind story)
    {
        var day = story == DropKind.Late ? LateDay(owed) : TimelyDay(owed);
        var whole = Drop(owed, story, day, ExpectedAnswer.Accepted);
        return story switch
        {
            DropKind.Report or DropKind.Late => IsAskedAndAnswers(owed, whole) ? [whole, Explained(owed, whole, day)] : [whole],
            DropKind.Corrected => [whole with { Kind = DropKind.FirstVersion, Sheet = slips.Of(DropKind.FirstVersion, whole.Sheet!) }, Later(owed, whole, DropKind.Corrected, " (sửa)", ExpectedAnswer.Accepted)],
            DropKind.Duplicate => [whole with { Kind = DropKind.Report }, Later(owed, whole, DropKind.Duplicate, " - Copy", ExpectedAnswer.Duplicate)],
            DropKind.WrongFolder => [whole with { Folder = NeighbourOf(owed.Unit).Folder, Expected = ExpectedAnswer.Rejected }, Later(owed, whole, DropKind.Report, "", ExpectedAnswer.Accepted)],
            DropKind.LockFile => [whole with { FileName = "~$" + whole.FileName, Expected = ExpectedAnswer.Ignored, At = whole.At.AddMinutes(-10) }, whole with { Kind = DropKind.Report }],
            DropKind.PeriodNotOpen => [TooEarly(owed, whole), whole with { Kind = DropKind.Report }],
            _ => Broken(owed, whole),
        };
    }

    /// <summary>Files that belong to nobody: in a folder of no unit, and beside the folders.</summary>
    public IEnumerable<DemoDrop> Strays()
    {
        var owed = Assignment.AllOf(plan).First(assignment => assignment.Form == FormKind.Figures && assignment.Period.To.Month == 3);
        var day = hours.OnOrAfter(owed.Occurrence.DueOn.AddDays(5));
        var stray = Drop(owed, DropKind.UnknownFolder, day, ExpectedAnswer.Rejected);
        yield return stray with { Folder = UnknownFolder };
        yield return stray with { Folder = null, Kind = DropKind.InTheRoot, FileName = "bao cao gui nham cho" + stray.Style.Extension };
    }

    private IEnumerable<DemoDrop> Broken(Assignment owed, DemoDrop whole)
    {
        if (!slips.IsPossible(whole.Kind, whole.Sheet!))
        {
            return [whole with { Kind = DropKind.Report }];
        }

        var style = whole.Kind == DropKind.Truncated ? whole.Style with { Format = OfficerFormat.Workbook } : whole.Style;
        var broken = whole with
        {
            Sheet = slips.Of(whole.Kind, whole.Sheet!),
            Style = style,
            FileName = Path.ChangeExtension(whole.FileName, ExtensionOf(whole.Kind, style)),
            Expected = ExpectedAnswer.Rejected,
        };
        return [broken, Later(owed, whole, DropKind.Fixed, " (đã sửa)", ExpectedAnswer.Accepted)];
    }

    private static string ExtensionOf(DropKind kind, OfficerStyle style) => kind switch
    {
        DropKind.HtmlAsWorkbook => ".xls",
        DropKind.PdfInDisguise => ".xlsx",
        _ => style.Extension,
    };

    private DemoDrop TooEarly(Assignment owed, DemoDrop whole)
    {
        var day = hours.OnOrAfter(owed.Occurrence.OpensOn.AddDays(-40));
        return whole with { At = At(owed, day), Expected = ExpectedAnswer.Rejected, Sheet = SheetOf(owed, owed.Period.To) };
    }

    /// <summary>Some officers explain at once, some when they are asked, some never.</summary>
    private bool IsAskedAndAnswers(Assignment owed, DemoDrop whole) =>
        owed.Form == FormKind.WaveReport && figures.IsOpen(whole.Sheet!) && dice.Share("answers", owed.Unit.Code.Value, owed.Period.Code.Value) < 0.5;

    private DemoDrop Explained(Assignment owed, DemoDrop whole, DateOnly day) =>
        Later(owed, whole, DropKind.Explained, " (giải trình)", ExpectedAnswer.Accepted) with { Sheet = figures.Wave(owed.Unit, owed.Period, day, isExplained: true) };

    private DemoDrop Drop(Assignment owed, DropKind kind, DateOnly day, ExpectedAnswer expected)
    {
        var style = habits.StyleOf(owed.Unit, owed.Form, owed.Period);
        return new DemoDrop
        {
            At = At(owed, day),
            Folder = owed.Unit.Folder,
            FileName = names.Of(owed.Unit, owed.Form, owed.Period, style, mark: ""),
            Kind = kind,
            Expected = expected,
            Sheet = SheetOf(owed, day),
            Style = style,
        };
    }

    private DemoDrop Later(Assignment owed, DemoDrop first, DropKind kind, string mark, ExpectedAnswer expected) => first with
    {
        At = At(owed, NextDay(owed, first), 1),
        Kind = kind,
        FileName = names.Of(owed.Unit, owed.Form, owed.Period, first.Style, mark),
        Expected = expected,
    };

    private OfficerSheet SheetOf(Assignment owed, DateOnly day) => owed.Form switch
    {
        FormKind.Figures => figures.Monthly(owed.Unit, owed.Period),
        FormKind.WaveReport => figures.Wave(owed.Unit, owed.Period, day, isExplained: dice.Share("explains", owed.Unit.Code.Value) < 0.25),
        FormKind.Registration => people.Registration(owed.Unit),
        FormKind.Initiatives => people.Initiatives(owed.Unit),
        _ => people.AwardProposals(owed.Unit),
    };

    private DateOnly TimelyDay(Assignment owed)
    {
        var earliest = owed.Occurrence.CutoffOn.AddDays(-8);
        var days = hours.WorkingDays(earliest > owed.Occurrence.OpensOn ? earliest : owed.Occurrence.OpensOn, owed.Occurrence.DueOn);
        return days.Count == 0 ? owed.Occurrence.DueOn : dice.Pick(days, ["day", .. Key(owed)]);
    }

    private DateOnly LateDay(Assignment owed)
    {
        var day = hours.OnOrAfter(owed.Occurrence.DueOn.AddDays(dice.Pick(DaysLate, ["days-late", .. Key(owed)])));
        return day <= owed.Occurrence.LocksOn ? day : owed.Occurrence.DueOn.AddDays(1);
    }

    /// <summary>One to three working days after the first file, and never after the lock.</summary>
    private DateOnly NextDay(Assignment owed, DemoDrop first)
    {
        var local = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(first.At, plan.TimeZone).DateTime);
        var day = hours.OnOrAfter(local.AddDays(dice.Between(1, 3, ["again", .. Key(owed)])));
        return day <= owed.Occurrence.LocksOn ? day : local.AddDays(1);
    }

    private DateTimeOffset At(Assignment owed, DateOnly day, int shift = 0) =>
        hours.At(day, (dice.Between(0, OfficeHours.TimesADay - 1, ["time", .. Key(owed)]) + shift) % OfficeHours.TimesADay);

    /// <summary>The unit whose folder stands next in the list, and that reports for itself only.</summary>
    private Unit NeighbourOf(Unit unit)
    {
        var others = plan.Units.Where(other => other.ReportsFor is null && other.Code != unit.Code).ToList();
        return others[dice.Between(0, others.Count - 1, "neighbour", unit.Code.Value)];
    }

    private static string[] Key(Assignment owed) => [owed.Unit.Code.Value, owed.Duty.Code, owed.Period.Code.Value];
}
