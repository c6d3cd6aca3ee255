namespace Emulation.Reports.Documents.Mail;

/// <summary>The overdue list, worded; both faces of the mail are written from it.</summary>
public sealed record OverdueLetter(string Subject, string Issuer, string Opening, IReadOnlyList<OverdueUnit> Units, string Footer);

/// <param name="Contact">Whom to write to, officer and head.</param>
public sealed record OverdueUnit(string Name, string Contact, IReadOnlyList<OverdueLine> Lines);

/// <param name="Since">Due when, how long ago, until when late files are taken.</param>
/// <param name="Reached">Who has been told so far.</param>
/// <param name="NeedsFixing">True if a file came but could not be accepted.</param>
public sealed record OverdueLine(string Title, string Since, string Reached, bool NeedsFixing);
