using Emulation.Plan;

namespace Emulation.Reports.Waves;

/// <summary>What a unit says against the results of a period, and what was answered.</summary>
/// <param name="Answer">Null while unanswered; a period with such an objection cannot be closed.</param>
public sealed record Objection(long Id, UnitCode Unit, string Text, string EnteredBy, DateTimeOffset EnteredAt, ObjectionAnswer? Answer);

/// <param name="IsUpheld">True if the unit is right: what follows is done by the usual ways, a new file or an adjustment.</param>
public sealed record ObjectionAnswer(bool IsUpheld, string Text, string DecidedBy, DateTimeOffset DecidedAt);

/// <summary>What came of approving a reopening.</summary>
public enum ReopeningOutcome
{
    Reopened,

    /// <summary>The request is not about the closing that binds, or was declined.</summary>
    NotBinding,

    /// <summary>Whoever asked cannot approve.</summary>
    SamePerson,
}

/// <summary>Why a period was closed again, and the two officials who answer for it.</summary>
/// <param name="AskedBy">Who asked for it.</param>
/// <param name="ApprovedBy">Who agreed; another person.</param>
public sealed record Reopening(string Reason, string AskedBy, DateTimeOffset AskedAt, string ApprovedBy, DateTimeOffset ApprovedAt);

/// <summary>A form that was accepted after a period was closed: kept, and counted in none of its results.</summary>
public sealed record LateFile(UnitCode Unit, FormKind Form, PeriodCode Period, int Version, DateTimeOffset ReceivedAt);

/// <summary>A form that two runs counted in different versions.</summary>
/// <param name="Before">Version; null if nothing was counted.</param>
/// <param name="Now">Version; null if nothing is counted.</param>
public sealed record ChangedInput(UnitCode Unit, FormKind Form, PeriodCode Period, int? Before, int? Now);

/// <summary>A bonus or penalty that a later run counts and an earlier one did not.</summary>
public sealed record AddedAdjustment(UnitCode Unit, decimal Points, string Reason);

/// <summary>An objection that was decided between two runs.</summary>
public sealed record DecidedObjection(long Id, UnitCode Unit, bool IsUpheld, string Answer, string DecidedBy);

/// <summary>What makes two runs of a period differ.</summary>
public sealed record RunDifferences(
    IReadOnlyList<ChangedInput> Inputs, IReadOnlyList<AddedAdjustment> Adjustments, IReadOnlyList<DecidedObjection> Objections)
{
    public static RunDifferences None { get; } = new([], [], []);
}
