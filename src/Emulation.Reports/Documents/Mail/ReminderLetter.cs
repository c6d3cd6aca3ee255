namespace Emulation.Reports.Documents.Mail;

/// <summary>A reminder, worded; both faces of the mail are written from it.</summary>
public sealed record ReminderLetter(
    string Subject,
    string Issuer,
    string Greeting,
    string Opening,
    IReadOnlyList<ReminderLine> Overdue,
    IReadOnlyList<ReminderLine> Soon,
    string Where,
    string Ignore,
    string Footer)
{
    /// <summary>The office's overdue list, in the same mail for a person of both; null for others.</summary>
    public OverdueLetter? List { get; init; }
}

/// <param name="Fix">What to mend in a file that came but was not valid; null if nothing came.</param>
public sealed record ReminderLine(string Title, string Detail, string? Fix);
