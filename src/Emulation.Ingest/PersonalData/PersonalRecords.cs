using Emulation.Ingest.Intake;
using Emulation.Ingest.Storage;
using Emulation.Plan;
using Emulation.Plan.Storage;
using Microsoft.Extensions.Logging;

namespace Emulation.Ingest.PersonalData;

/// <summary>Shows and erases what is kept of one person (Law 91/2025/QH15). The audit log holds no names, so it stays whole.</summary>
/// <remarks>docs/adr/0016-personal-data.md.</remarks>
public sealed class PersonalRecords(CurrentPlan plans, PersonStore people, Archive archive, TimeProvider time, ILogger<PersonalRecords> log)
{
    /// <summary>Every row about the person, of one unit or of all; in order of submission.</summary>
    /// <exception cref="ArgumentException">The plan has no such unit, or the name is empty.</exception>
    public async Task<IReadOnlyList<PersonRow>> FindAsync(string name, UnitCode? unit, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var plan = await plans.GetAsync(cancellationToken);
        var unitId = unit is { } code ? UnitIdOf(plan, code) : (int?)null;
        var key = NameKey.Of(name);
        var rows = await people.ListAsync(plan.Plan.Code, cancellationToken);
        return [.. rows.Where(row => (unitId is null || row.UnitId == unitId) && row.IsAbout(key))];
    }

    /// <summary>Erases the person of one unit. Namesakes in the same unit are erased too: look first.</summary>
    /// <param name="withOriginals">True to give up the archived originals, which hold everybody else in the same file too.</param>
    /// <param name="evidence">Numbers of evidence files of the unit that are about the person, whatever their names say: they are given up.</param>
    /// <exception cref="ArgumentException">The plan has no such unit, the unit no such evidence file; name, reason or writer is missing.</exception>
    /// <exception cref="InvalidOperationException">Nothing is kept of that person.</exception>
    public async Task<ErasedPerson> EraseAsync(
        string name, UnitCode unit, bool withOriginals, IReadOnlyCollection<long> evidence, string reason, string erasedBy, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentException.ThrowIfNullOrWhiteSpace(erasedBy);
        var rows = await WithEvidenceAsync(await FindAsync(name, unit, cancellationToken), unit, evidence, cancellationToken);
        if (rows.Count == 0)
        {
            throw new InvalidOperationException($"Nothing is kept of that person in {unit}.");
        }

        bool IsGivenUp(PersonRow row) => withOriginals || (row.IsEvidence && evidence.Contains(row.SubmissionId));
        var originals = rows.Where(IsGivenUp).Select(row => row.Hash).OfType<Fingerprint>().Distinct().ToList();
        var planCode = (await plans.GetAsync(cancellationToken)).Plan.Code;
        var erasure = await people.EraseAsync(planCode, rows, originals, reason.Trim(), erasedBy.Trim(), time.GetUtcNow(), cancellationToken);
        FailPoint.Reach("person-erased");
        // Killed before this, housekeeping does it.
        originals.ForEach(archive.Erase);
        log.LogInformation("Erasure {ErasureId}: {Rows} rows, {Originals} originals", erasure, rows.Count, originals.Count);
        return new ErasedPerson(
            erasure, rows.Count, originals.Count,
            [.. rows.Where(row => !row.IsEvidence && !IsGivenUp(row)).Select(row => row.SubmissionId).Distinct()],
            [.. rows.Where(row => row.IsEvidence && !IsGivenUp(row)).Select(row => row.SubmissionId)],
            [.. rows.Where(row => !row.IsEvidence).Select(row => FormattableString.Invariant($"{row.Folder}: {row.SubmissionId}")).Distinct()]);
    }

    private async Task<IReadOnlyList<PersonRow>> WithEvidenceAsync(IReadOnlyList<PersonRow> rows, UnitCode unit, IReadOnlyCollection<long> evidence, CancellationToken cancellationToken)
    {
        if (evidence.Count == 0)
        {
            return rows;
        }

        var plan = await plans.GetAsync(cancellationToken);
        var unitId = UnitIdOf(plan, unit);
        var files = (await people.ListAsync(plan.Plan.Code, cancellationToken)).Where(row => row.IsEvidence && row.UnitId == unitId && evidence.Contains(row.SubmissionId)).ToList();
        return files.Count == evidence.Distinct().Count()
            ? [.. rows.UnionBy(files, row => (row.Source, row.SubmissionId, row.RowNumber))]
            : throw new ArgumentException($"Not all of these are evidence files of {unit}: {string.Join(", ", evidence)}.", nameof(evidence));
    }

    private static int UnitIdOf(StoredPlan plan, UnitCode unit) => plan.Ids.Units.TryGetValue(unit, out var id)
        ? id
        : throw new ArgumentException($"Plan {plan.Plan.Code} has no unit {unit}.", nameof(unit));
}
