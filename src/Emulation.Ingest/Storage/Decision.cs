using Emulation.Ingest.Answers;
using Emulation.Ingest.Intake;
using Emulation.Ingest.Validation;
using Emulation.Plan;

namespace Emulation.Ingest.Storage;

/// <summary>What versions are counted by: unit, form and period.</summary>
public readonly record struct Cover(int UnitId, FormKind Form, int PeriodId);

/// <summary>The version that counts now.</summary>
public sealed record CurrentVersion(int Number, long SubmissionId, DateTimeOffset ReceivedAt);

/// <summary>An earlier accepted submission with the same content.</summary>
/// <param name="IsCurrent">False once something newer counts.</param>
public sealed record AcceptedContent(long SubmissionId, DateTimeOffset ReceivedAt, int VersionNumber, bool IsCurrent);

/// <summary>A version that a submission makes.</summary>
/// <param name="Previous">What it replaces; null for the first.</param>
/// <param name="ClosedAt">When its period was closed; null if it is open.</param>
public sealed record NewVersion(Cover Cover, int Number, CurrentVersion? Previous, DateTimeOffset? ClosedAt);

/// <summary>What becomes of a file, with the answer its owner gets.</summary>
public sealed record Decision
{
    public required FileInHand File { get; init; }

    public required SubmissionState State { get; init; }

    /// <summary>Null for accepted.</summary>
    public string? VerdictCode { get; init; }

    public AcceptedContent? DuplicateOf { get; init; }

    /// <summary>For a refused file: the version that counts all the same; null if there is none.</summary>
    public CurrentVersion? StillCounts { get; init; }

    public IReadOnlyList<NewVersion> Versions { get; init; } = [];

    /// <summary>What a marker took back, or would have; null for other files.</summary>
    public Withdrawal? Withdrawal { get; init; }

    /// <summary>What a trial would replace if it were handed in, and what an accepted file replaced; null where there is no one such version.</summary>
    public CurrentVersion? Before { get; init; }

    public IReadOnlyList<Rejection> Findings { get; init; } = [];

    /// <summary>The one period the file is about; null where it speaks of several or of none we know.</summary>
    public int? PeriodId { get; init; }

    /// <summary>Null if the unit owes no such report, or for others.</summary>
    public Punctuality? Punctuality { get; init; }

    /// <summary>How complete the figures of the one unit and period are; null for other forms and for bulk files.</summary>
    public FigureProgress? Progress { get; init; }

    /// <summary>How the unit stands in the wave by the newest provisional results; null where nothing can be said.</summary>
    public GradeProgress? Standing { get; init; }

    /// <summary>Figures that differ from the version replaced.</summary>
    public IReadOnlyList<FigureChange> Changes { get; init; } = [];

    /// <summary>What was read and counts, or would if it were handed in; null for all others.</summary>
    public ReadSubmission? Read => State is SubmissionState.Accepted or SubmissionState.Checked ? File.Verdict as ReadSubmission : null;

    public bool SpeaksInFigures => Read?.Form is FormKind.Figures or FormKind.WaveReport;

    /// <summary>What was read and counts; null unless accepted.</summary>
    public ReadSubmission? Accepted => State == SubmissionState.Accepted ? (ReadSubmission?)File.Verdict : null;
}
