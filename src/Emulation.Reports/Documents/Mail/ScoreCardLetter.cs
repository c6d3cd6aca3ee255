namespace Emulation.Reports.Documents.Mail;

/// <summary>A unit's own score card, worded for the HTML face; the text face is what <c>score explain</c> prints.</summary>
/// <param name="Facts">Label and value: points, grade, rank in the block, bonus and penalty.</param>
/// <param name="Objection">How to object.</param>
public sealed record ScoreCardLetter(
    string Subject, string Issuer, string Title, string Unit, IReadOnlyList<(string Label, string Value)> Facts, IReadOnlyList<ScoreCardGroup> Groups, string Objection, string Footer);

/// <param name="Heading">The group's name with its points.</param>
public sealed record ScoreCardGroup(string Heading, IReadOnlyList<ScoreCardRow> Rows);

/// <param name="Opinions">What the unit gave itself and what the council decided, with reasons.</param>
public sealed record ScoreCardRow(string Rule, string Name, string Arithmetic, string Points, string MaxPoints, IReadOnlyList<string> Opinions);
