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

    /// <summary>The request is not about the closing that binds.</summary>
    NotBinding,

    /// <summary>Whoever asked cannot approve.</summary>
    SamePerson,
}

/// <summary>Why a period was closed again: the run that stood before, and the reason two people gave.</summary>
public sealed record Reopening(long RunIdBefore, string Reason);

/// <summary>A form that was accepted after a period was closed: kept, and counted in none of its results.</summary>
public sealed record LateFile(UnitCode Unit, FormKind Form, PeriodCode Period, int Version, DateTimeOffset ReceivedAt);

/// <summary>A form that two runs counted in different versions.</summary>
/// <param name="Before">Version; null if nothing was counted.</param>
/// <param name="Now">Version; null if nothing is counted.</param>
public sealed record ChangedInput(UnitCode Unit, FormKind Form, PeriodCode Period, int? Before, int? Now);

/// <summary>A bonus or penalty that a later run counts and an earlier one did not.</summary>
public sealed record AddedAdjustment(UnitCode Unit, decimal Points, string Reason);

/// <summary>What makes two runs of a period differ.</summary>
public sealed record RunDifferences(IReadOnlyList<ChangedInput> Inputs, IReadOnlyList<AddedAdjustment> Adjustments)
{
    public static RunDifferences None { get; } = new([], []);
}
