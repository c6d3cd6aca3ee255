using Emulation.Plan;

namespace Emulation.Reports.Reconciliation.Register;

/// <summary>How an entry of the register stands.</summary>
public enum MismatchState
{
    /// <summary>Nobody has said anything about it.</summary>
    Open,

    /// <summary>The unit explains one of its figures in the file itself; nobody has decided.</summary>
    Explained,

    /// <summary>A person has said which value counts. Figures and results stay what they are.</summary>
    Decided,

    /// <summary>The newest run that looked found nothing to disagree any more.</summary>
    Gone,
}

/// <summary>An entry of the register as it stands.</summary>
/// <param name="Indicator">Null if the unit reported nothing at all.</param>
/// <param name="Stated">What the unit states; of an entry that is gone, what it stated last.</param>
/// <param name="Sentence">Vietnamese, with both values.</param>
/// <param name="LastRunId">The newest run that still met it.</param>
/// <param name="FoundAt">When what stands was found.</param>
/// <param name="Decision">Null unless decided about the values as they are.</param>
/// <param name="FollowUp">Null if nobody sees to it.</param>
public sealed record RegisteredMismatch(
    long Id, PeriodCode Period, UnitCode Unit, IndicatorCode? Indicator, string Kind, string Against, MismatchState State,
    decimal? Stated, DateOnly? StatedOn, decimal? Compared, DateOnly? ComparedOn, string Sentence,
    long FirstRunId, DateTimeOffset FirstFoundAt, long LastRunId, DateTimeOffset FoundAt, MismatchDecision? Decision, FollowUp? FollowUp)
{
    /// <summary>True if somebody should have seen to it before <paramref name="today"/> and has not.</summary>
    public bool IsOverdue(DateOnly today) => FollowUp is { } follow && follow.DueOn < today && State != MismatchState.Gone;

    /// <summary>True if nobody has decided and it is still there.</summary>
    public bool IsOpen => State is MismatchState.Open or MismatchState.Explained;

    /// <summary>Stated less compared; null where that has no meaning.</summary>
    public decimal? Difference => Stated - Compared;
}

/// <param name="Counts">Which value is taken for right: stated, compared, as-is (both stand).</param>
public sealed record MismatchDecision(string Counts, string Reason, string DecidedBy, DateTimeOffset DecidedAt);

/// <param name="Owner">A unit's code, an office or a post.</param>
public sealed record FollowUp(string Owner, DateOnly DueOn, string? Note, string EnteredBy);

/// <summary>Something that happened to an entry.</summary>
/// <param name="What">found, changed, moved (the same values in other cells), gone, back, decided, followed, follow-up-ended.</param>
/// <param name="Who">Null for what a run found.</param>
/// <param name="Text">The sentence, reason or note.</param>
public sealed record MismatchEvent(
    DateTimeOffset At, string What, long? RunId, string? Who, decimal? Stated, DateOnly? StatedOn, decimal? Compared, DateOnly? ComparedOn, string? Counts, string? Owner, DateOnly? DueOn, string? Text);

/// <summary>A cell behind an entry's values, with its file.</summary>
/// <param name="Sheet">1-based; 0 for a text file.</param>
public sealed record MismatchCell(
    bool IsCompared, UnitCode Unit, IndicatorCode Indicator, PeriodCode Period, FormKind Form, int Version, short State, decimal? Value, decimal? Estimated, DateOnly? Date,
    short Sheet, int Row, short Column, string FileName, byte[] FileHash, long SubmissionId, string? Explanation);

/// <summary>An entry with everything that is known of it.</summary>
public sealed record MismatchFile(RegisteredMismatch Entry, IReadOnlyList<MismatchCell> Cells, IReadOnlyList<MismatchEvent> Events);

/// <summary>The stable names of the states in SQL, commands and addresses.</summary>
public static class MismatchStates
{
    public static string ToName(this MismatchState state) => state switch
    {
        MismatchState.Open => "open",
        MismatchState.Explained => "explained",
        MismatchState.Decided => "decided",
        _ => "gone",
    };

    /// <exception cref="InvalidOperationException">No state has that name.</exception>
    public static MismatchState FromName(string name) => Enum.GetValues<MismatchState>().First(state => state.ToName() == name);
}

/// <summary>A figure that held an estimate in an earlier version, beside what counts now: both are kept.</summary>
/// <param name="ValueThen">Includes <paramref name="EstimatedThen"/>.</param>
/// <param name="EstimatedNow">Null if all is actual.</param>
public sealed record ReplacedEstimate(
    UnitCode Unit, IndicatorCode Indicator, PeriodCode Period, int VersionThen, decimal ValueThen, decimal EstimatedThen, DateOnly? AsOfThen,
    int VersionNow, decimal ValueNow, decimal? EstimatedNow, DateOnly? AsOfNow);
