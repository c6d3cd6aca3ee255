using Emulation.Plan;

namespace Emulation.Reports.Waves;

/// <summary>Where a wave, or the year, stands on its way to a result.</summary>
public enum WaveStanding
{
    /// <summary>Its days are not over.</summary>
    Lasting,

    /// <summary>Over, and units may still object.</summary>
    Objections,

    /// <summary>It may be closed: nobody has.</summary>
    Provisional,

    Closed,

    /// <summary>Closed, and somebody asked to reopen it; a second person has not answered.</summary>
    ReopeningAsked,

    /// <summary>No closing binds: it waits to be closed anew.</summary>
    Reopened,
}

/// <summary>A closing of a period.</summary>
/// <param name="Edition">1 for the first closing, rising with each closing after a reopening.</param>
/// <param name="Hash">SHA-256 over plan version, inputs and results.</param>
/// <param name="Reopened">Null while the closing binds.</param>
/// <param name="ReportId">The newest report that tells this result as a closed one; null while there is none.</param>
public sealed record WaveClosing(int Edition, long RunId, byte[] Hash, DateTimeOffset ClosedAt, string ClosedBy, ReopenedClosing? Reopened, long? ReportId);

/// <summary>Why a closing binds no longer, and the two people who said so.</summary>
public sealed record ReopenedClosing(string Reason, string AskedBy, string ApprovedBy, DateTimeOffset ApprovedAt);

/// <summary>Why a request to reopen came to nothing: withdrawn by whoever asked, or not agreed to.</summary>
public sealed record DeclinedReopening(string Reason, string DeclinedBy, DateTimeOffset DeclinedAt);

/// <summary>Somebody asked to reopen the closing that binds.</summary>
/// <param name="Declined">Null while it waits for a second person.</param>
public sealed record ReopeningRequest(long Id, string Reason, string AskedBy, DateTimeOffset AskedAt, DeclinedReopening? Declined)
{
    /// <summary>Names are compared as names are everywhere, and without marks: another way of typing one's own name makes nobody a second person.</summary>
    public static bool IsSamePerson(string one, string other) => NameKey.WithoutMarks(one) == NameKey.WithoutMarks(other);
}

/// <summary>The newest closing and the newest request about it that a page showed.</summary>
/// <param name="RequestId">0 for none.</param>
public sealed record SeenClosing(int Edition, long RequestId);

/// <summary>All that was said and decided about the results of a wave, or of the year.</summary>
/// <param name="Plan">The version by which the period is computed.</param>
/// <param name="ObjectionsUntil">The last day on which units may object; null if the plan sets none.</param>
/// <param name="ClosesOn">The day on which the schedule closes it.</param>
/// <param name="Objections">In order of entry.</param>
/// <param name="Closings">By edition.</param>
/// <param name="Requests">Of the closing that binds, not approved; in order of asking.</param>
public sealed record WaveFile(
    EmulationPlan Plan, Period Period, DateOnly? ObjectionsUntil, DateOnly ClosesOn,
    IReadOnlyList<Objection> Objections, IReadOnlyList<WaveClosing> Closings, IReadOnlyList<ReopeningRequest> Requests)
{
    /// <summary>The closing that stands; null while the period is open.</summary>
    public WaveClosing? Binding => Closings is [.., { Reopened: null } last] ? last : null;

    /// <summary>The edition of the newest closing, reopened since or not; 0 if the period was never closed.</summary>
    public int Edition => Closings is [.., var last] ? last.Edition : 0;

    /// <summary>What whoever asks to reopen it has seen.</summary>
    public SeenClosing Seen => new(Edition, Requests is [.., var newest] ? newest.Id : 0);

    /// <summary>The newest objection; 0 for none.</summary>
    public long NewestObjection => Objections is [.., var newest] ? newest.Id : 0;

    public int Unanswered => Objections.Count(objection => objection.Answer is null);

    /// <summary>Where it stands; <see cref="CloseWave"/> refuses while it lasts and while units may object.</summary>
    public WaveStanding StandingOn(DateOnly today) =>
        Binding is not null ? (Requests.Any(request => request.Declined is null) ? WaveStanding.ReopeningAsked : WaveStanding.Closed)
        : Closings.Count > 0 ? WaveStanding.Reopened
        : today < Period.To ? WaveStanding.Lasting
        : today <= ObjectionsUntil ? WaveStanding.Objections
        : WaveStanding.Provisional;
}
