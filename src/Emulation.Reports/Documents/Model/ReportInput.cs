using Emulation.Plan;
using Emulation.Reports.Auditing;
using Emulation.Reports.Awards;
using Emulation.Reports.Reconciliation;
using Emulation.Reports.Reconciliation.Register;
using Emulation.Reports.Scoring;
using Emulation.Reports.Waves;

namespace Emulation.Reports.Documents.Model;

/// <summary>What a report is built from: the plan, one run of it, and the report it follows or replaces.</summary>
public sealed record ReportInput
{
    public required ReportKind Kind { get; init; }

    public required EmulationPlan Plan { get; init; }

    public required RunResult Run { get; init; }

    /// <summary>SHA-256 of the run's canonical bytes.</summary>
    public required ReadOnlyMemory<byte> RunHash { get; init; }

    /// <summary>The instant up to which files were counted.</summary>
    public required DateTimeOffset DataAsOf { get; init; }

    /// <summary>True if the run is the one that closed its period.</summary>
    public required bool IsClosed { get; init; }

    public required int Edition { get; init; }

    /// <summary>What units explain beside the figures the run counted, and what they still owe.</summary>
    public RunExplanations Explanations { get; init; } = RunExplanations.None;

    /// <summary>The register's entries about what the run looked at, as they stood when the report was made.</summary>
    public MismatchBook Mismatches { get => field ?? MismatchBook.Empty(Plan, Plan.PeriodByCode(Run.Period)); init; }

    /// <summary>The edition this one replaces; null for a first edition.</summary>
    public ReplacedReport? Replaced { get; init; }

    /// <summary>What made the run differ from that of the edition replaced.</summary>
    public RunDifferences Causes { get; init; } = RunDifferences.None;

    /// <summary>Self-scores and the council's figures of the period, by unit, as they stood when the report was made.</summary>
    public ILookup<UnitCode, ScoreOpinion> Opinions { get; init; } = Array.Empty<ScoreOpinion>().ToLookup(_ => default(UnitCode));

    /// <summary>The last link of the audit chain; null while nothing was ever recorded.</summary>
    public AuditHead? AuditHead { get; init; }

    /// <summary>When the report was due, if it is made late; null if it is in time or was made by hand.</summary>
    public DateTimeOffset? LateSince { get; init; }

    /// <summary>The report of the period before, of the same kind; null if there is none.</summary>
    public ReportModel? Previous { get; init; }

    /// <summary>The progress reports of the months up to the report's period, newest editions; of a month's report, of those before it.</summary>
    public IReadOnlyList<ReportModel> Months { get; init; } = [];

    /// <summary>Ranks that files that had not come can still change; empty for a closed period.</summary>
    public IReadOnlyList<SensitiveRanks> Sensitive { get; init; } = [];

    /// <summary>The award proposals; null if the plan has no award rules.</summary>
    public AwardCheckList? Awards { get; init; }

    /// <summary>What an office sets about addressees and signature.</summary>
    public Signing Signing { get; init; } = Signing.Unsaid;
}

/// <summary>Addressees and signature of the document.</summary>
/// <param name="SignerName">Printed under the signature; null to leave it to the pen.</param>
/// <param name="Addressees">Codes of the recipients under "Kính gửi"; empty for the <c>to</c> recipients.</param>
public sealed record Signing(string? SignerName, IReadOnlyList<string> Addressees)
{
    public static Signing Unsaid { get; } = new(null, []);
}

/// <summary>The edition a re-issue replaces.</summary>
/// <param name="Reason">Why it is re-issued, as the person who asked wrote it.</param>
/// <param name="Reopenings">The reopenings since; empty if the period was not reopened.</param>
public sealed record ReplacedReport(ReportModel Model, DateOnly MadeOn, string Reason, IReadOnlyList<Reopening> Reopenings);
