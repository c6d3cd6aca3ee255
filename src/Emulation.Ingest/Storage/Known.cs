using Emulation.Ingest.Answers;
using Emulation.Ingest.Intake;
using Emulation.Ingest.Validation;
using Emulation.Plan;
using Emulation.Plan.Storage;
using Npgsql;
using static Emulation.Ingest.Storage.IngestSql;

namespace Emulation.Ingest.Storage;

/// <summary>What the database knows that bears on a batch, read under its locks; kept up to date while the batch is decided.</summary>
public sealed class Known
{
    // A bulk import covers thousands of pairs; its receipt does not compare cell by cell.
    private const int MostComparedCovers = 20;

    private readonly Dictionary<(int UnitId, Fingerprint Hash), AcceptedContent> contents = [];
    private readonly Dictionary<Cover, CurrentVersion> versions = [];
    private readonly Dictionary<Cover, int> numbers = [];
    private readonly Dictionary<(long SubmissionId, int UnitId, int PeriodId), List<Figure>> figures = [];
    private readonly Dictionary<int, DateTimeOffset> closings = [];
    private readonly Dictionary<(long SubmissionId, FormKind Form), IReadOnlyList<EntryLine>> entries = [];
    private readonly Dictionary<(int UnitId, int PeriodId), GradeProgress> standings = [];

    /// <summary>In order of time.</summary>
    public IReadOnlyList<Outage> Outages { get; private set; } = [];

    public AcceptedContent? ContentOf(int unitId, Fingerprint hash) => contents.GetValueOrDefault((unitId, hash));

    /// <summary>What markers of the batch mean.</summary>
    private Dictionary<long, Withdrawal> withdrawals = [];

    /// <summary>The version that counts; null if none does.</summary>
    public CurrentVersion? VersionOf(Cover cover) => versions.GetValueOrDefault(cover);

    /// <summary>The highest number given, also to a version taken back since; 0 if there is none.</summary>
    public int LastNumberOf(Cover cover) => numbers.GetValueOrDefault(cover);

    public Withdrawal WithdrawalOf(FileInHand file) => withdrawals[file.Claim.SubmissionId];

    public IReadOnlyList<Figure> FiguresOf(CurrentVersion version, Cover cover) =>
        figures.GetValueOrDefault((version.SubmissionId, cover.UnitId, cover.PeriodId), []);

    public IReadOnlyList<EntryLine> EntriesOf(CurrentVersion version, FormKind form) => entries.GetValueOrDefault((version.SubmissionId, form), []);

    public DateTimeOffset? ClosingOf(int periodId) => closings.TryGetValue(periodId, out var at) ? at : null;

    /// <summary>Notes what a file of the batch made of it, for the files after it.</summary>
    public void Add(Decision decision)
    {
        if (decision.Accepted is not { } read || decision.Versions.Count == 0)
        {
            return;
        }

        var claim = decision.File.Claim;
        contents.TryAdd((claim.UnitId!.Value, decision.File.Hash!.Value), new AcceptedContent(claim.SubmissionId, claim.ReceivedAt, decision.Versions[0].Number, true));
        foreach (var version in decision.Versions)
        {
            versions[version.Cover] = new CurrentVersion(version.Number, claim.SubmissionId, claim.ReceivedAt);
            numbers[version.Cover] = version.Number;
        }

        if (decision.Versions is [var only])
        {
            figures[(claim.SubmissionId, only.Cover.UnitId, only.Cover.PeriodId)] = [.. read.Figures];
            entries[(claim.SubmissionId, only.Cover.Form)] = EntryLines.Of(read);
        }
    }

    /// <summary>Null if there are no provisional results, or the wave is closed.</summary>
    public GradeProgress? StandingOf(Cover cover) => standings.GetValueOrDefault((cover.UnitId, cover.PeriodId));

    public static async Task<Known> LoadAsync(NpgsqlConnection connection, PlanLookup plan, IReadOnlyList<FileInHand> files, CancellationToken cancellationToken)
    {
        var known = new Known { Outages = await connection.Query("list_outages").ReadAsync(reader => new Outage(reader.Instant(0), reader.Instant(1)), cancellationToken) };
        known.withdrawals = await WithdrawalRows.FindAsync(connection, files, cancellationToken);
        var read = files.Where(file => file is { Verdict: ReadSubmission, Hash: not null, Claim.UnitId: not null }).ToList();
        await known.LoadVersionsAsync(connection, [.. files.SelectMany(CoversOf), .. files.Select(file => RefusedCoverOf(file, plan)).OfType<Cover>()], cancellationToken);
        if (read.Count > 0)
        {
            await known.LoadContentsAsync(connection, read, cancellationToken);
            await known.LoadFiguresAsync(connection, read, cancellationToken);
            await known.LoadEntriesAsync(connection, read, cancellationToken);
            await known.LoadStandingsAsync(connection, plan, read, cancellationToken);
        }

        if (read.Count + known.withdrawals.Count > 0)
        {
            await known.LoadClosingsAsync(connection, plan, cancellationToken);
        }

        return known;
    }

    /// <summary>What an accepted file would count for.</summary>
    public static IEnumerable<Cover> CoversOf(FileInHand file) =>
        file.Verdict is ReadSubmission { Form: { } form } read ? read.Covers.Select(cover => new Cover(cover.UnitId, form, cover.PeriodId)) : [];

    /// <summary>What a refused file was meant for, as far as it could be told.</summary>
    public static Cover? RefusedCoverOf(FileInHand file, PlanLookup plan) =>
        file is { Claim.UnitId: { } unit, Verdict: RefusedSubmission { Form: { } form, Period: { } period } }
            ? new Cover(unit, form, plan.Stored.Ids.Periods[period.Code])
            : null;

    private async Task LoadContentsAsync(NpgsqlConnection connection, List<FileInHand> files, CancellationToken cancellationToken)
    {
        var rows = await connection.Query(
            "find_accepted_content",
            With("unit_ids", files.Select(file => file.Claim.UnitId!.Value).ToArray()),
            With("hashes", files.Select(file => file.Hash!.Value.ToBytes()).ToArray())).ReadAsync(
            reader => (Key: (reader.GetInt32(0), Fingerprint.FromBytes(reader.GetFieldValue<byte[]>(1))),
                Content: new AcceptedContent(reader.GetInt64(2), reader.Instant(3), reader.GetInt32(4), reader.GetBoolean(5))),
            cancellationToken);
        rows.ForEach(row => contents[row.Key] = row.Content);
    }

    private async Task LoadVersionsAsync(NpgsqlConnection connection, HashSet<Cover> covers, CancellationToken cancellationToken)
    {
        if (covers.Count == 0)
        {
            return;
        }

        var rows = await connection.Query(
            "find_current_versions",
            With("unit_ids", covers.Select(cover => cover.UnitId).ToArray()),
            With("forms", covers.Select(cover => cover.Form.ToName()).ToArray()),
            With("period_ids", covers.Select(cover => cover.PeriodId).ToArray())).ReadAsync(
            reader => (Cover: new Cover(reader.GetInt32(0), FormKinds.FromName(reader.GetString(1))!.Value, reader.GetInt32(2)),
                Version: new CurrentVersion(reader.GetInt32(3), reader.GetInt64(4), reader.Instant(5)), IsCurrent: reader.GetBoolean(6)),
            cancellationToken);
        rows.ForEach(row => numbers[row.Cover] = row.Version.Number);
        rows.FindAll(row => row.IsCurrent).ForEach(row => versions[row.Cover] = row.Version);
    }

    private async Task LoadFiguresAsync(NpgsqlConnection connection, List<FileInHand> files, CancellationToken cancellationToken)
    {
        var sought = files
            .Where(file => ((ReadSubmission)file.Verdict!).Covers.Count <= MostComparedCovers)
            .SelectMany(CoversOf).Distinct().Where(versions.ContainsKey)
            .Select(cover => (versions[cover].SubmissionId, cover.UnitId, cover.PeriodId)).ToList();
        if (sought.Count == 0)
        {
            return;
        }

        var rows = await connection.Query(
            "find_figures",
            With("submission_ids", sought.Select(key => key.SubmissionId).ToArray()),
            With("unit_ids", sought.Select(key => key.UnitId).ToArray()),
            With("period_ids", sought.Select(key => key.PeriodId).ToArray())).ReadAsync(FigureRows.Map, cancellationToken);
        foreach (var group in rows.GroupBy(row => (row.SubmissionId, row.Figure.UnitId, row.Figure.PeriodId), row => row.Figure))
        {
            figures[group.Key] = [.. group];
        }
    }

    private async Task LoadEntriesAsync(NpgsqlConnection connection, List<FileInHand> files, CancellationToken cancellationToken)
    {
        var sought = files.Select(file => CoversOf(file).ToList()).Where(covers => covers is [var only] && EntryLines.ColumnsOf(only.Form).Count > 0 && versions.ContainsKey(only))
            .Select(covers => covers[0]).Distinct().DistinctBy(cover => versions[cover].SubmissionId).ToDictionary(cover => versions[cover].SubmissionId, cover => cover.Form);
        foreach (var lines in await EntryLineRows.FindAsync(connection, sought.Keys, cancellationToken))
        {
            entries[(lines.Key, sought[lines.Key])] = [.. lines];
        }
    }

    // A file of one unit only: what an office enters for others is answered to the office.
    private async Task LoadStandingsAsync(NpgsqlConnection connection, PlanLookup plan, List<FileInHand> files, CancellationToken cancellationToken)
    {
        var sought =
            (from file in files
             let covers = CoversOf(file).ToList()
             where covers is [var only] && only.UnitId == file.Claim.UnitId
             from wave in PeriodLock.BearingOn(plan.Plan, plan.Period(covers[0].PeriodId))
             where wave.Kind == PeriodKind.Wave
             select (Cover: covers[0], Wave: wave, WaveId: plan.Stored.Ids.Periods[wave.Code], Version: plan.Versions.For(wave.Code))).ToList();
        if (sought.Count == 0)
        {
            return;
        }

        var rows = await connection.Query(
            "find_provisional_points",
            With("plan_version_ids", sought.Select(one => one.Version.VersionId).ToArray()),
            With("unit_ids", sought.Select(one => one.Cover.UnitId).ToArray()),
            With("period_ids", sought.Select(one => one.WaveId).ToArray())).ReadAsync(
            reader => (Key: (reader.GetInt32(0), reader.GetInt32(1)), Points: reader.GetDecimal(2), At: reader.Instant(3)), cancellationToken);
        var points = rows.DistinctBy(row => row.Key).ToDictionary(row => row.Key);
        foreach (var (cover, wave, waveId, version) in sought)
        {
            if (points.TryGetValue((cover.UnitId, waveId), out var found))
            {
                standings[(cover.UnitId, cover.PeriodId)] = GradeProgress.Of(version.ScoredFor(wave.Code).Plan.Scoring, wave, found.Points, found.At);
            }
        }
    }

    // What bears on a closed period is closed with it: its months, and for the year all that ends in it.
    private async Task LoadClosingsAsync(NpgsqlConnection connection, PlanLookup plan, CancellationToken cancellationToken)
    {
        var rows = await connection.Query("list_closed_periods", With("plan_code", plan.Plan.Code))
            .ReadAsync(reader => (Code: new PeriodCode(reader.GetString(0)), At: reader.Instant(1)), cancellationToken);
        foreach (var (code, at) in rows.OrderBy(row => row.At))
        {
            foreach (var period in plan.Plan.Periods.Where(period => PeriodLock.BearingOn(plan.Plan, period).Any(closed => closed.Code == code)))
            {
                closings.TryAdd(plan.Stored.Ids.Periods[period.Code], at);
            }
        }
    }
}
