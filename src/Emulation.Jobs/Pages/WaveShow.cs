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
}
