using Emulation.Plan;
using Emulation.Reports.Waves;

namespace Emulation.Jobs.Closings;

/// <summary>What is ordered at the page of a wave.</summary>
public enum WaveOrderKind
{
    /// <summary>The check list.</summary>
    Check,

    /// <summary>The closing, over the list that was seen.</summary>
    Close,

    /// <summary>The report of the closing that binds, or its corrigendum.</summary>
    Publish,
}

/// <summary>What came of an order.</summary>
public enum WaveOrderOutcome
{
    /// <summary>The check list is made.</summary>
    Checked,

    Closed,

    /// <summary>Somebody else had closed it.</summary>
    WasClosed,

    /// <summary>Not done: the check list is another one than that which was seen, and the new one is kept; or the closing to be published binds no longer.</summary>
    Changed,

    /// <summary>The report stands, made now or before.</summary>
    Published,

    Failed,
}

/// <summary>Somebody at the page of a wave had its check list made, had it closed over the list he saw, or had the report published.</summary>
/// <param name="Edition">The newest closing when it was asked for; 0 for none.</param>
/// <param name="SeenNumber">The order whose check list was seen; 0 for none.</param>
/// <param name="EndedAt">Null while it is under way.</param>
/// <param name="Outcome">Null while it is under way.</param>
/// <param name="Lines">The check list as found; null if none was made.</param>
/// <param name="Undecided">Files dropped before the closing that nobody had decided.</param>
public sealed record WaveOrder(
    long Number, PeriodCode Period, WaveOrderKind Kind, int Edition, long SeenNumber, string AskedBy, DateTimeOffset AskedAt,
    DateTimeOffset? EndedAt, WaveOrderOutcome? Outcome, IReadOnlyList<ChecklistLine>? Lines, int Undecided)
{
    public bool IsUnderWay => EndedAt is null;

    /// <summary>True if the list is of the wave as it stands, open, and nothing in it bars a closing.</summary>
    public bool MayBeClosedOver(WaveFile file) =>
        file.Binding is null && file.Unanswered == 0 && Edition == file.Edition && Lines is not null && Lines.All(line => !line.Bars && !line.IsOfClosed);
}

/// <summary>What came of an order that is over.</summary>
public sealed record EndedWaveOrder(WaveOrderOutcome Outcome, IReadOnlyList<ChecklistLine>? Lines, int Undecided);
