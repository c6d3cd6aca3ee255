using System.Globalization;
using System.Text;
using Emulation.Plan;
using Emulation.Reports.Documents;
using Emulation.Reports.Documents.Mail;

namespace Emulation.Reports.Delivery;

/// <summary>Words the overdue list for the office: who owes what since when, how far the ladder has climbed, whom to ring.</summary>
public static class OverdueListMails
{
    public static async Task<NewDelivery> OfAsync(MailRenderer renderer, EmulationPlan plan, OverdueList list)
    {
        ArgumentNullException.ThrowIfNull(renderer);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(list);
        var letter = LetterOf(plan, list);
        var html = await renderer.RenderAsync<OverdueListMail>(new Dictionary<string, object?> { [nameof(OverdueListMail.Letter)] = letter });
        var key = string.Create(CultureInfo.InvariantCulture, $"overdue-list:{plan.Code}:{list.Day:yyyy-MM-dd}");
        return NewDelivery.From(plan.Issuer, key, "OFFICE", "province", list.Address, letter.Subject, TextOf(letter), html) with { KeepsMailHours = true };
    }

    internal static OverdueLetter LetterOf(EmulationPlan plan, OverdueList list)
    {
        var units = list.Items.GroupBy(item => item.Unit).Select(owed => new OverdueUnit(
            owed.Key.Name, ContactOf(plan, owed.Key, list.Day), [.. owed.Select(item => LineOf(plan, item, list.Day))])).ToList();
        var (reports, count, day) = (VietnameseFormat.Number(list.Items.Count), VietnameseFormat.Number(units.Count), VietnameseFormat.Date(list.Day));
        return new OverdueLetter(
            Texts.Get("Overdue.Subject", plan.Issuer.Name, reports, count, day),
            plan.Issuer.Name,
            Texts.Get("Overdue.Opening", day, count, reports),
            units,
            Texts.Get("Mail.Automatic.Reminder", plan.Issuer.Name));
    }

    private static OverdueLine LineOf(EmulationPlan plan, OpenDuty item, DateOnly day)
    {
        var days = VietnameseFormat.Number(day.DayNumber - item.Occurrence.DueOn.DayNumber);
        return new OverdueLine(
            ReminderMails.TitleOf(item),
            Texts.Get("Overdue.Since", VietnameseFormat.Date(item.Occurrence.DueOn), days, VietnameseFormat.Date(item.Occurrence.LocksOn)),
            Texts.Get("Overdue.Reached." + ReachedBy(plan, item, day)),
            item.NeedsFixing);
    }

    /// <summary>How far it has really climbed: a unit whose plan names no head has had nobody told there.</summary>
    private static string ReachedBy(EmulationPlan plan, OpenDuty item, DateOnly day)
    {
        var (officers, heads) = (plan.AddressesOf(item.Unit, ContactRole.Officer, day), plan.AddressesOf(item.Unit, ContactRole.Head, day));
        return item.Reached?.To >= ContactRole.Head && heads.Count > 0 ? "Head"
            : item.Reached?.To >= ContactRole.Head && officers.Count > 0 ? "NoHead"
            : item.Reached is not null && officers.Count > 0 ? "Officer"
            : "Nobody";
    }

    private static string ContactOf(EmulationPlan plan, Unit unit, DateOnly day)
    {
        var officers = plan.AddressesOf(unit, ContactRole.Officer, day);
        var heads = plan.AddressesOf(unit, ContactRole.Head, day).Except(officers).ToList();
        string?[] parts =
        [
            officers.Count > 0 ? Texts.Get("Overdue.Officer", string.Join(", ", officers)) : Texts.Get("Overdue.NoOfficer"),
            heads.Count > 0 ? Texts.Get("Overdue.Head", string.Join(", ", heads)) : null,
        ];
        return string.Join("; ", parts.OfType<string>());
    }

    private static string TextOf(OverdueLetter letter)
    {
        var text = new StringBuilder();
        AppendTo(text, letter);
        return text.AppendLine(letter.Footer).ToString().ReplaceLineEndings("\n");
    }

    /// <summary>The list without its footer.</summary>
    internal static void AppendTo(StringBuilder text, OverdueLetter letter)
    {
        text.AppendLine(letter.Opening).AppendLine();
        foreach (var unit in letter.Units)
        {
            text.AppendLine(unit.Name.ToUpper(Texts.Vietnamese)).AppendLine(unit.Contact);
            foreach (var line in unit.Lines)
            {
                text.Append("- ").Append(line.Title).Append(": ").Append(line.Since).Append(' ').Append(line.Reached)
                    .AppendLine(line.NeedsFixing ? " " + Texts.Get("Overdue.NeedsFixing") : "");
            }

            text.AppendLine();
        }
    }
}
