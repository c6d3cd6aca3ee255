namespace Emulation.Reports.Scoring;

/// <summary>Who says what a line is worth.</summary>
public enum OpinionKind
{
    /// <summary>Tự chấm.</summary>
    Self,

    /// <summary>Hội đồng.</summary>
    Council,
}

/// <summary>What a unit gives itself for a rule, or the council decides: stands beside the computed points, never instead of them.</summary>
/// <param name="Reason">Null only for a self-score that gives none.</param>
/// <param name="Evidence">Document, or its place; null if none.</param>
public sealed record ScoreOpinion(string Rule, OpinionKind Kind, decimal Points, string? Reason, string? Evidence, string GivenBy, DateTimeOffset GivenAt)
{
    /// <summary>The document behind it; null if none was handed in.</summary>
    public EvidenceFile? File { get; init; }
}

/// <summary>The stable names of the kinds in SQL.</summary>
public static class OpinionKinds
{
    public static string ToName(this OpinionKind kind) => kind == OpinionKind.Council ? "council" : "self";

    public static OpinionKind FromName(string name) => name == "council" ? OpinionKind.Council : OpinionKind.Self;
}
