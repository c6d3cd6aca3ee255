using System.Globalization;
using System.Text;
using Emulation.Plan;
using Emulation.Reports.Documents;
using Emulation.Reports.Documents.Mail;

namespace Emulation.Reports.Delivery;

/// <summary>Words a person's digest: what is owed until when, and into which folder it goes.</summary>
public static class ReminderMails
{
    /// <param name="list">The overdue list, if the person is of the office too: nobody gets two mails a day; null for others.</param>
    public static async Task<NewDelivery> OfAsync(MailRenderer renderer, EmulationPlan plan, ReminderDigest digest, ReminderOptions folders, OverdueList? list)
    {
        ArgumentNullException.ThrowIfNull(renderer);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(digest);
        var letter = LetterOf(plan, digest, folders) with { List = list is null ? null : OverdueListMails.LetterOf(plan, list) };
        var html = await renderer.RenderAsync<ReminderMail>(new Dictionary<string, object?> { [nameof(ReminderMail.Letter)] = letter });
        // Without the unit: with the address it is unique, and nobody gets two a day whatever he looks after.
        var key = string.Create(CultureInfo.InvariantCulture, $"reminder:{plan.Code}:{digest.Day:yyyy-MM-dd}");
        return NewDelivery.From(
            plan.Issuer, key, digest.Items[0].Unit.Code.Value, digest.IsHead ? "head" : "unit", digest.Address, letter.Subject, TextOf(letter), html) with
        { KeepsMailHours = true };
    }

    private static ReminderLetter LetterOf(EmulationPlan plan, ReminderDigest digest, ReminderOptions folders)
    {
        ArgumentNullException.ThrowIfNull(folders);
        var units = digest.Units.ToList();
        string Folders(string name) => string.Join(", ", units.Select(unit => $"{unit.Folder}/{name}"));
        return new ReminderLetter(
            Subject(plan.Issuer, digest),
            plan.Issuer.Name,
            Texts.Get(digest.IsHead ? "Reminder.Greeting.Head" : "Reminder.Greeting", string.Join("; ", units.Select(unit => unit.Name))),
            Texts.Get(digest.IsHead ? "Reminder.Opening.Head" : "Reminder.Opening", VietnameseFormat.Date(digest.Day), plan.Issuer.Name),
            [.. digest.Overdue.Select(item => LineOf(item, digest, folders.Results, units.Count > 1))],
            [.. digest.Soon.Select(item => LineOf(item, digest, folders.Results, units.Count > 1))],
            Texts.Get("Reminder.Where", Folders(folders.Inbox), Folders(folders.Templates), Folders(folders.Results)),
            Texts.Get("Reminder.Ignore"),
            Texts.Get("Mail.Automatic.Reminder", plan.Issuer.Name));
    }

    private static string Subject(Issuer issuer, ReminderDigest digest)
    {
        var (overdue, soon) = (VietnameseFormat.Number(digest.Overdue.Count()), VietnameseFormat.Number(digest.Soon.Count()));
        return (digest.Overdue.Any(), digest.Soon.Any()) switch
        {
            (true, true) => Texts.Get("Reminder.Subject.Both", issuer.Name, overdue, soon),
            (true, false) => Texts.Get("Reminder.Subject.Overdue", issuer.Name, overdue),
            _ => Texts.Get("Reminder.Subject.Due", issuer.Name, soon),
        };
    }

    private static ReminderLine LineOf(OpenDuty item, ReminderDigest digest, string results, bool namesUnit)
    {
        var (occurrence, day) = (item.Occurrence, digest.Day);
        var due = VietnameseFormat.Date(occurrence.DueOn);
        var days = occurrence.DueOn.DayNumber - day.DayNumber;
        string?[] details =
        [
            days < 0 ? Texts.Get("Reminder.Item.Overdue", due, VietnameseFormat.Number(-days))
                : days == 0 ? Texts.Get("Reminder.Item.Today", due)
                : Texts.Get("Reminder.Item.Soon", due, VietnameseFormat.Number(days)),
            occurrence.CutoffOn >= day && occurrence.CutoffOn < occurrence.DueOn ? Texts.Get("Reminder.Item.Cutoff", VietnameseFormat.Date(occurrence.CutoffOn)) : null,
            days < 0 ? Texts.Get("Reminder.Item.Locks", VietnameseFormat.Date(occurrence.LocksOn)) : null,
            Texts.Get("Reminder.Suggested", ReminderFileNames.Of(item.Duty.Form, occurrence.Period, item.Unit)),
        ];
        return new ReminderLine(
            (namesUnit ? item.Unit.ShortName + ": " : "") + TitleOf(item),
            string.Join("; ", details.OfType<string>()) + ".",
            item.NeedsFixing ? Texts.Get("Reminder.Item.NeedsFixing", $"{item.Unit.Folder}/{results}") : null);
    }

    /// <summary>The duty's name, with the month where there is one every month.</summary>
    internal static string TitleOf(OpenDuty item) =>
        item.Occurrence.Period.Kind == PeriodKind.Month ? $"{item.Duty.Name} – {item.Occurrence.Period.Name}" : item.Duty.Name;

    private static string TextOf(ReminderLetter letter)
    {
        var text = new StringBuilder();
        text.AppendLine(letter.Greeting).AppendLine().AppendLine(letter.Opening).AppendLine();
        Section(text, Texts.Get("Reminder.Overdue"), letter.Overdue);
        Section(text, Texts.Get("Reminder.Soon"), letter.Soon);
        text.AppendLine(letter.Where).AppendLine().AppendLine(letter.Ignore).AppendLine();
        if (letter.List is { } list)
        {
            text.AppendLine(Texts.Get("Overdue.Title").ToUpper(Texts.Vietnamese));
            OverdueListMails.AppendTo(text, list);
        }

        text.AppendLine(letter.Footer);
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static void Section(StringBuilder text, string heading, IReadOnlyList<ReminderLine> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        text.AppendLine(heading.ToUpper(Texts.Vietnamese));
        foreach (var line in lines)
        {
            text.Append("- ").Append(line.Title).Append(": ").Append(line.Detail).AppendLine(line.Fix is null ? "" : " " + line.Fix);
        }

        text.AppendLine();
    }
}
