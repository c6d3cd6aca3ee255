using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Answers;

/// <summary>The verdict an officer reads first.</summary>
public enum ReceiptVerdict
{
    Accepted,
    AcceptedWithRemarks,
    NeedsFixing,
    Duplicate,
    SetAside,

    /// <summary>A trial that would be accepted.</summary>
    TrialPassed,
    TrialPassedWithRemarks,
    TrialNeedsFixing,

    /// <summary>An earlier file was taken back.</summary>
    Withdrawn,
}

/// <summary>The answer to one dropped file, ready to be printed: every text is final and Vietnamese.</summary>
public sealed record Receipt
{
    /// <summary>The number people name when they ask.</summary>
    public required long SubmissionId { get; init; }

    public required ReceiptVerdict Verdict { get; init; }

    /// <summary>One sentence that says what to do.</summary>
    public required string Lead { get; init; }

    /// <summary>The workbook that lies beside the receipt; null for none.</summary>
    public string? Returned { get; init; }

    /// <summary>What to do with that workbook, or why there is none; null where nothing had a place.</summary>
    public string? OnReturned { get; init; }

    /// <summary>Label and value, in printing order.</summary>
    public required IReadOnlyList<(string Label, string Value)> Facts { get; init; }

    public required IReadOnlyList<FindingGroup> Groups { get; init; }

    /// <summary>Heading over <see cref="Changes"/>; null if there is nothing to compare with.</summary>
    public string? ChangesTitle { get; init; }

    public IReadOnlyList<FigureChange> Changes { get; init; } = [];

    /// <summary>Heading over what the changes are of: indicators or lines.</summary>
    public string ChangesOf { get; init; } = "";

    /// <summary>The page of codes as seen from the answer; null where the officer has none.</summary>
    public Func<string, string>? HelpOn { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Who issued the plan, for the head of the page.</summary>
    public required string Issuer { get; init; }

    public required string PlanTitle { get; init; }
}

/// <summary>Findings of one cause.</summary>
/// <param name="Severity">How much they weigh.</param>
/// <param name="Code">Code of the catalogue.</param>
/// <param name="Findings">In order of place.</param>
/// <param name="Rest">The sentence that counts those the reader did not list; null if it listed all.</param>
public sealed record FindingGroup(Severity Severity, string Code, IReadOnlyList<Rejection> Findings, string? Rest)
{
    // The reader lists so many of a code and adds one line, without a place, for the rest.
    private const int MostListed = 100;

    /// <summary>The one cure of the whole group; null if each place has its own.</summary>
    public string? CommonCure => Findings.Select(finding => finding.Cure).Distinct().Count() == 1 ? Findings[0].Cure : null;

    /// <summary>Errors first, then what needs explaining, then remarks; within these in order of first place.</summary>
    public static IReadOnlyList<FindingGroup> Of(IReadOnlyList<Rejection> findings) =>
        [.. findings
            .GroupBy(finding => (finding.Severity, finding.Code))
            .Select(group => Of(group.Key.Severity, group.Key.Code, [.. group]))
            .OrderBy(group => group.Severity switch { Severity.Error => 0, Severity.NeedsExplanation => 1, _ => 2 })];

    private static FindingGroup Of(Severity severity, string code, List<Rejection> findings) =>
        findings.Count > MostListed
            ? new FindingGroup(severity, code, findings[..MostListed], findings[^1].Message)
            : new FindingGroup(severity, code, findings, null);
}
