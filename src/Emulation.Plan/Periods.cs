namespace Emulation.Plan;

/// <summary>The kinds of period figures can speak of.</summary>
public enum PeriodKind
{
    Month,
    Wave,
    Year,
}

/// <summary>A span of business days that figures, duties and reports speak of.</summary>
/// <param name="Code">Code, unique in the plan.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Name">Vietnamese name as printed, e.g. <c>tháng 3/2020</c>, <c>đợt 1 năm 2020</c>, <c>năm 2020</c>.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day, inclusive.</param>
public sealed record Period(PeriodCode Code, PeriodKind Kind, string Name, DateOnly From, DateOnly To)
{
    public bool Contains(DateOnly day) => day >= From && day <= To;
}

/// <summary>A round of the year's emulation that ends in results (đợt thi đua).</summary>
/// <param name="Number">1-based.</param>
/// <param name="Period">The wave as a period.</param>
/// <param name="ClosesOn">The day on which the system closes the wave; after <see cref="Period"/> ends.</param>
public sealed record Wave(int Number, Period Period, DateOnly ClosesOn)
{
    /// <summary>The last day on which units may object to provisional results; after the wave ends and before it closes. Null if the plan sets none.</summary>
    public DateOnly? ObjectionsUntil { get; init; }
}

/// <summary>The forms a unit can owe.</summary>
public enum FormKind
{
    /// <summary>Đăng ký thi đua.</summary>
    Registration,

    /// <summary>Đề tài, sáng kiến.</summary>
    Initiatives,

    /// <summary>Monthly figures.</summary>
    Figures,

    /// <summary>Figures of a wave: actual, estimated and as-of date.</summary>
    WaveReport,

    /// <summary>Hồ sơ đề nghị khen thưởng.</summary>
    AwardProposals,
}

/// <summary>The stable names of the forms in files, folders, SQL and logs.</summary>
public static class FormKinds
{
    private static readonly Dictionary<FormKind, string> Names = new()
    {
        [FormKind.Registration] = "registration",
        [FormKind.Initiatives] = "initiatives",
        [FormKind.Figures] = "figures",
        [FormKind.WaveReport] = "wave-report",
        [FormKind.AwardProposals] = "award-proposals",
    };

    /// <summary>The form's stable name, e.g. <c>wave-report</c>.</summary>
    public static string ToName(this FormKind form) => Names[form];

    /// <summary>True for the forms that bring figures.</summary>
    public static bool IsOfFigures(this FormKind form) => form is FormKind.Figures or FormKind.WaveReport;

    /// <summary>The form of that stable name; null if there is none.</summary>
    public static FormKind? FromName(string name) =>
        Names.Where(pair => pair.Value == name).Select(pair => (FormKind?)pair.Key).SingleOrDefault();
}

/// <summary>What units owe: a form for a period, with its window (chế độ báo cáo).</summary>
public sealed record Duty
{
    /// <summary>Code, e.g. <c>DL3</c>.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required FormKind Form { get; init; }

    /// <summary>Groups of units that owe it (<see cref="EmulationPlan.UnitsIn"/>).</summary>
    public required IReadOnlyList<string> Units { get; init; }

    /// <summary>One entry a period; a monthly duty has twelve.</summary>
    public required IReadOnlyList<DutyOccurrence> Occurrences { get; init; }

    /// <summary>To whom it is owed, as printed.</summary>
    public required string Addressee { get; init; }

    /// <summary>True if missing it, or being more than ten days late, bars the top grade.</summary>
    public required bool IsMandatory { get; init; }

    public required Basis Basis { get; init; }
}

/// <summary>One period of a duty. All days are inclusive and in the office's zone: a due day ends at 23:59:59.</summary>
/// <param name="Period">The period reported on; a month by the days this duty counts (calendar month or administrative month), under the plan's code.</param>
/// <param name="OpensOn">First day on which a file is taken.</param>
/// <param name="CutoffOn">Internal cut-off, not after <paramref name="DueOn"/>; reminders count to it.</param>
/// <param name="DueOn">Last day on time.</param>
/// <param name="LocksOn">Last day on which a late file is still taken; later ones are refused.</param>
public sealed record DutyOccurrence(Period Period, DateOnly OpensOn, DateOnly CutoffOn, DateOnly DueOn, DateOnly LocksOn)
{
    /// <summary>Who exists on this day owes it: the period's last day, or the due day if that comes sooner (docs/adr/0018).</summary>
    public DateOnly DecidedOn => Period.To < DueOn ? Period.To : DueOn;
}
