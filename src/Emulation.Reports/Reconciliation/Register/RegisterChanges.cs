namespace Emulation.Reports.Reconciliation.Register;

/// <summary>An entry's identity, in database ids.</summary>
/// <param name="IndicatorId">Null if the unit reported nothing at all.</param>
public readonly record struct EntryKey(int PeriodId, int UnitId, int? IndicatorId, string Kind, string Against);

/// <summary>Both values of an entry, rounded as stored.</summary>
public readonly record struct EntryValues(decimal? Stated, DateOnly? StatedOn, decimal? Compared, DateOnly? ComparedOn);

/// <summary>A cell behind one of the two values, in database ids.</summary>
public readonly record struct EntryCell(bool IsCompared, long SubmissionId, int UnitId, int IndicatorId, int PeriodId, short Sheet, int Row, short Column)
{
    /// <summary>As the database writes it, to be compared.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{(IsCompared ? 1 : 0)} {SubmissionId} {UnitId} {IndicatorId} {PeriodId} {Sheet} {Row} {Column}");

    /// <summary>In the order in which cells are written side by side.</summary>
    public static string Text(IEnumerable<EntryCell> cells) => string.Join(
        ';', cells.OrderBy(cell => cell.IsCompared).ThenBy(cell => cell.SubmissionId).ThenBy(cell => cell.UnitId).ThenBy(cell => cell.IndicatorId).ThenBy(cell => cell.PeriodId));
}

/// <summary>An entry that is in the register, with what was found last.</summary>
/// <param name="Cells">Of the newest finding (<see cref="EntryCell.Text"/>).</param>
public sealed record StandingEntry(long MismatchId, EntryKey Key, int ValueNumber, bool IsGone, EntryValues Values, string Cells);

/// <summary>A mismatch that a run met.</summary>
public sealed record MetEntry(EntryKey Key, EntryValues Values, string Sentence, IReadOnlyList<EntryCell> Cells);

/// <summary>What is to be written about an entry.</summary>
/// <param name="MismatchId">Null for an entry that is new.</param>
/// <param name="Met">Null if the mismatch is gone.</param>
public sealed record NewFinding(long? MismatchId, EntryKey Key, int ValueNumber, MetEntry? Met);

/// <summary>What a run adds to the register: entries it meets for the first time, with other values, in other cells, again after they were gone, and those it does not meet any more.</summary>
public static class RegisterChanges
{
    public static IReadOnlyList<NewFinding> Of(IEnumerable<StandingEntry> standing, IEnumerable<MetEntry> met)
    {
        var known = standing.ToDictionary(entry => entry.Key);
        var now = met.ToDictionary(entry => entry.Key);
        return
        [
            .. now.Values.Select(entry => Changed(known.GetValueOrDefault(entry.Key), entry)).OfType<NewFinding>(),
            .. known.Values.Where(entry => !entry.IsGone && !now.ContainsKey(entry.Key)).Select(entry => new NewFinding(entry.MismatchId, entry.Key, entry.ValueNumber, null)),
        ];
    }

    private static NewFinding? Changed(StandingEntry? before, MetEntry now) => before switch
    {
        null => new NewFinding(null, now.Key, 1, now),
        _ when before.IsGone || before.Values != now.Values => new NewFinding(before.MismatchId, now.Key, before.ValueNumber + 1, now),
        _ when before.Cells != EntryCell.Text(now.Cells) => new NewFinding(before.MismatchId, now.Key, before.ValueNumber, now),
        _ => null,
    };
}
