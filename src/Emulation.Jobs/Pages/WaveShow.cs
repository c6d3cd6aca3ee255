using Emulation.Jobs.Closings;
using Emulation.Jobs.Slots.Actions;
using Emulation.Plan;
using Emulation.Reports.Waves;

namespace Emulation.Jobs.Pages;

/// <summary>How the pages write waves and what was decided about them.</summary>
internal static class WaveShow
{
    /// <summary>The name of a standing in texts: <c>reopening-asked</c>.</summary>
    public static string State(WaveStanding standing) => standing switch
    {
        WaveStanding.Lasting => "lasting",
        WaveStanding.Objections => "objections",
        WaveStanding.Provisional => "provisional",
        WaveStanding.Closed => "closed",
        WaveStanding.ReopeningAsked => "reopening-asked",
        _ => "reopened",
    };

    /// <summary>The name of a period at the beginning of a line.</summary>
    public static string Title(Period period) => char.ToUpper(period.Name[0], Texts.Vietnamese) + period.Name[1..];

    public static string Day(DateOnly? day) => day is { } known ? Show.Day(known) : "–";

    /// <summary>Who closed: a person, or the schedule.</summary>
    public static string Closer(string name) => name == WaveClosingAction.ClosedBy ? Texts.Get("wave.by-schedule") : name;

    /// <summary>What the standing means today, in a sentence.</summary>
    public static string Say(WaveFile file, DateOnly today) => file.StandingOn(today) switch
    {
        WaveStanding.Lasting => Texts.Get("wave.says-lasting", Show.Day(file.Period.To), Show.Day(file.ClosesOn)),
        WaveStanding.Objections => Texts.Get("wave.says-objections", Day(file.ObjectionsUntil), Show.Day(file.ClosesOn)),
        WaveStanding.Provisional => Texts.Get(today <= file.ClosesOn ? "wave.says-provisional" : "wave.says-overdue", Show.Day(file.ClosesOn)),
        WaveStanding.Reopened => Texts.Get("wave.says-reopened", file.Edition),
        _ => Texts.Get("wave.says-closed", file.Edition),
    };

    /// <summary>How an order goes, and for an hour what came of it; null if there is nothing to say.</summary>
    public static string? Say(WaveOrder order, Show show, DateTimeOffset now)
    {
        if (order.IsUnderWay)
        {
            return Texts.Get(order.Kind switch { WaveOrderKind.Close => "closing.closing", WaveOrderKind.Publish => "closing.publishing", _ => "closing.checking" }, order.AskedBy, show.Moment(order.AskedAt));
        }

        var outcome = order.EndedAt < now.AddHours(-1) || order.Outcome == WaveOrderOutcome.Checked ? null : order.Outcome switch
        {
            WaveOrderOutcome.Closed => Texts.Get("closing.closed", order.AskedBy),
            WaveOrderOutcome.WasClosed => Texts.Get("closing.was-closed", order.AskedBy),
            WaveOrderOutcome.Changed => Texts.Get(order.Kind == WaveOrderKind.Publish ? "closing.not-published" : "closing.changed", order.AskedBy),
            WaveOrderOutcome.Published => Texts.Get("closing.published", order.AskedBy),
            _ => Texts.Get(order.Kind switch { WaveOrderKind.Close => "closing.close-failed", WaveOrderKind.Publish => "closing.publish-failed", _ => "closing.check-failed" }, show.Moment(order.EndedAt)),
        };
        return outcome is not null && order.Undecided > 0 ? outcome + " " + Texts.Get("slot.undecided", order.Undecided) : outcome;
    }

    public static string Mark(WaveOrder order) => order.Outcome switch { null => "warn", WaveOrderOutcome.Closed or WaveOrderOutcome.Checked or WaveOrderOutcome.Published => "good", _ => "bad" };
}
