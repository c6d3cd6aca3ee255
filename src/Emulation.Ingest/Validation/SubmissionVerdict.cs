using Emulation.Ingest.Parsing;
using Emulation.Ingest.Parsing.OldWorkbooks;
using Emulation.Plan;
using Emulation.Plan.Storage;

namespace Emulation.Ingest.Validation;

/// <summary>Makes a workbook of Excel 97–2003 the .xlsx with the same cells; in this process, or in one that may be ended.</summary>
public delegate byte[] OpenOldWorkbook(ReadOnlyMemory<byte> content, ReadingLimits limits);

/// <summary>What reading needs to know besides the bytes.</summary>
/// <param name="Plan">The plan version in force.</param>
/// <param name="Unit">The unit whose folder held the file: identity comes from the folder, never from the file.</param>
/// <param name="FileName">The name as dropped; a hint for messages only, never trusted for kind, unit or period.</param>
/// <param name="Today">The business date of the drop.</param>
public sealed record ReadingContext(StoredPlan Plan, Unit Unit, string FileName, DateOnly Today)
{
    /// <summary>What the units this file may speak for have reported before.</summary>
    public EarlierFigures Earlier { get; init; } = EarlierFigures.None;

    /// <summary>Opens a workbook of Excel 97–2003.</summary>
    public OpenOldWorkbook OpenOld { get; init; } = OldWorkbook.ToPackage;

    /// <summary>The version in force and those that hold for earlier periods; the former alone if nothing else is said.</summary>
    public PlanVersions Versions
    {
        get => field ?? new(Plan);
        init;
    }

    /// <summary>Leave to report after the lock that is open on the day.</summary>
    public IReadOnlyList<DeadlineExtension> Exceptions { get; init; } = [];
}

/// <summary>The outcome of reading one file.</summary>
public abstract record SubmissionVerdict
{
    /// <summary>What the content is, e.g. <c>xlsx</c>, <c>csv</c>, <c>pdf</c>, <c>empty</c>.</summary>
    public required string FileKind { get; init; }

    /// <summary>The encoding before Unicode that the text was read from, e.g. <c>TCVN3 (ABC)</c>; null if it is Unicode.</summary>
    public string? OldEncoding { get; init; }

    /// <summary>The form recognised; null if none was.</summary>
    public FormKind? Form { get; init; }

    /// <summary>The period the file speaks of; null if not recognised or if rows name their own.</summary>
    public Period? Period { get; init; }

    /// <summary>The leave by which it was read after the lock; empty for one in time.</summary>
    public IReadOnlyList<DeadlineExtension> Exceptions { get; init; } = [];

    /// <summary>Data rows seen.</summary>
    public int RowCount { get; init; }

    /// <summary>Errors, warnings and requests for explanation, in order of place; at most 100 of a code, then one that counts the rest.</summary>
    public required IReadOnlyList<Rejection> Findings { get; init; }
}

/// <summary>The file was read whole; its content counts.</summary>
public sealed record ReadSubmission : SubmissionVerdict
{
    /// <summary>What the file speaks for: one (unit, period) for a unit's own file, many for an office that reports for others. Never empty, in ordinal order.</summary>
    public required IReadOnlyList<(int UnitId, int PeriodId)> Covers { get; init; }

    public IReadOnlyList<Figure> Figures { get; init; } = [];

    /// <summary>What is said beside the figures, whether it was asked for or not.</summary>
    public IReadOnlyList<Explanation> Explanations { get; init; } = [];

    /// <summary>The day up to which a wave report's figures are actual, the earliest of a bulk file; null if the form does not say.</summary>
    public DateOnly? DataAsOf { get; init; }

    public IReadOnlyList<RegistrationEntry> Registrations { get; init; } = [];

    public IReadOnlyList<InitiativeEntry> Initiatives { get; init; } = [];

    public IReadOnlyList<AwardProposalEntry> AwardProposals { get; init; } = [];
}

/// <summary>The file needs fixing; <see cref="SubmissionVerdict.Findings"/> holds at least one error.</summary>
public sealed record RefusedSubmission : SubmissionVerdict
{
    /// <summary>Set when the file names another unit than the folder's: a security event is written.</summary>
    public bool NamesAnotherUnit { get; init; }

    /// <summary>For the log: the kind and place of an exception nobody foresaw (E-UNREADABLE), never its message, which could hold cell values. Null otherwise.</summary>
    public string? UnforeseenFault { get; init; }
}

/// <summary>One line of a registration (đăng ký thi đua). Personal data.</summary>
public sealed record RegistrationEntry(
    int RowNumber, bool IsCollective, string Name, string? Position, string? Workplace, string? Title, string? Commendation, string? PlannedInitiative, string? Note);

/// <summary>One initiative or study (sáng kiến, đề tài). Personal data.</summary>
public sealed record InitiativeEntry(
    int RowNumber, string Title, string Author, string? CoAuthors, string? Workplace, DateOnly? RecognisedOn, string? RecognisedBy, string? Summary);

/// <summary>One line of an award proposal (đề nghị khen thưởng). Personal data.</summary>
public sealed record AwardProposalEntry(
    int RowNumber, bool IsCollective, string Name, string? Gender, DateOnly? BornOn, string? Position, string? Workplace, string? Title, string? Commendation,
    bool? IsRegistered, string? InitiativeDecision, string? Discipline, int? VotesFor, int? VotesTotal, string? Summary)
{
    /// <summary>Mức hoàn thành nhiệm vụ, as the form spells it; null if blank.</summary>
    public string? Completion { get; init; }

    public DateOnly? RecruitedOn { get; init; }

    public string? EarlierDecisions { get; init; }

    /// <summary>True for people who work directly, false for leaders; null if blank.</summary>
    public bool? IsDirectWorker { get; init; }

    /// <summary>Members of a collective.</summary>
    public int? Staff { get; init; }

    /// <summary>Members who reach lao động tiên tiến.</summary>
    public int? AdvancedWorkers { get; init; }

    /// <summary>Members who reach chiến sĩ thi đua cơ sở.</summary>
    public int? EmulationFighters { get; init; }
}
