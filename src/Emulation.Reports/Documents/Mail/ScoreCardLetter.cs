namespace Emulation.Reports.Documents.Mail;

/// <summary>A unit's own score card, worded for the HTML face; the text face is what <c>score explain</c> prints.</summary>
/// <param name="Facts">Label and value: points, grade and why no better one, rank in the block, bonus and penalty with their reasons, rules.</param>
/// <param name="Objection">How to object.</param>
/// <param name="Remarks">Totals of what was said beside the computed points, and how to read the arithmetic.</param>
public sealed record ScoreCardLetter(
    string Subject, string Issuer, string Title, string Unit, IReadOnlyList<(string Label, string Value)> Facts, IReadOnlyList<ScoreCardGroup> Groups, string Objection,
    IReadOnlyList<string> Remarks, string Footer);

/// <param name="Heading">The group's name with its points.</param>
/// <param name="Rescaled">Why its lines count for more than the rule set says; null if they do not.</param>
public sealed record ScoreCardGroup(string Heading, string? Rescaled, IReadOnlyList<ScoreCardRow> Rows);

/// <param name="Below">Figure and target in words, and the band that applied.</param>
/// <param name="Opinions">What the unit gave itself and what the council decided, with reasons.</param>
public sealed record ScoreCardRow(string Rule, string Name, string Arithmetic, IReadOnlyList<string> Below, string Points, string MaxPoints, IReadOnlyList<string> Opinions);
