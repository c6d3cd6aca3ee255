using Emulation.Ingest.Intake;
using Emulation.Ingest.Validation;
using Npgsql;
using static Emulation.Ingest.Storage.IngestSql;

namespace Emulation.Ingest.Storage;

/// <summary>A template as we last wrote it.</summary>
/// <param name="Folder">Directory relative to the share.</param>
/// <param name="Stamp">What its small print says.</param>
/// <param name="Source">The identity of what it was made from.</param>
/// <param name="Content">The identity of its bytes; <see cref="TheirOwn"/> for a file we found under the name and never wrote.</param>
public sealed record WrittenTemplate(string Folder, string FileName, string Stamp, Fingerprint Source, Fingerprint Content)
{
    /// <summary>No content has it.</summary>
    public static readonly Fingerprint TheirOwn = Fingerprint.FromBytes(new byte[32]);
}

/// <summary>The submission that counts for what a unit said in a form about a period.</summary>
public sealed record CurrentSubmission(int UnitId, string Form, int PeriodId, long SubmissionId);

/// <summary>What the templates are made from, and what is known of those in the share.</summary>
public sealed class TemplateStore(NpgsqlDataSource database)
{
    public Task<List<WrittenTemplate>> ListAsync(string[] folders, CancellationToken cancellationToken) => database
        .Query("list_templates", With("folders", folders))
        .ReadAsync(row => new WrittenTemplate(row.GetString(0), row.GetString(1), row.GetString(2), Fingerprint.FromBytes(row.GetFieldValue<byte[]>(3)), Fingerprint.FromBytes(row.GetFieldValue<byte[]>(4))), cancellationToken);

    public async Task RememberAsync(IReadOnlyCollection<WrittenTemplate> templates, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (templates.Count > 0)
        {
            await database.Query(
                "remember_templates",
                With("folders", templates.Select(template => template.Folder).ToArray()),
                With("file_names", templates.Select(template => template.FileName).ToArray()),
                With("stamps", templates.Select(template => template.Stamp).ToArray()),
                With("source_hashes", templates.Select(template => template.Source.ToBytes()).ToArray()),
                With("content_hashes", templates.Select(template => template.Content.ToBytes()).ToArray()),
                With("now", now)).RunAsync(cancellationToken);
        }
    }

    public async Task ForgetAsync(IReadOnlyCollection<WrittenTemplate> templates, CancellationToken cancellationToken)
    {
        if (templates.Count > 0)
        {
            await database.Query(
                "forget_templates",
                With("folders", templates.Select(template => template.Folder).ToArray()),
                With("file_names", templates.Select(template => template.FileName).ToArray())).RunAsync(cancellationToken);
        }
    }

    public Task<List<CurrentSubmission>> CurrentAsync(int[] unitIds, int[] periodIds, CancellationToken cancellationToken) => database
        .Query("list_current_versions", With("unit_ids", unitIds), With("period_ids", periodIds))
        .ReadAsync(row => new CurrentSubmission(row.GetInt32(0), row.GetString(1), row.GetInt32(2), row.GetInt64(3)), cancellationToken);

    /// <summary>The figures that these submissions gave for their units and periods, by submission.</summary>
    public async Task<ILookup<long, Figure>> FiguresAsync(IReadOnlyCollection<CurrentSubmission> submissions, CancellationToken cancellationToken)
    {
        var figures = submissions.Count == 0 ? [] : await database.Query(
            "find_figures",
            With("submission_ids", submissions.Select(one => one.SubmissionId).ToArray()),
            With("unit_ids", submissions.Select(one => one.UnitId).ToArray()),
            With("period_ids", submissions.Select(one => one.PeriodId).ToArray())).ReadAsync(FigureRows.Map, cancellationToken);
        return figures.ToLookup(figure => figure.SubmissionId, figure => figure.Figure);
    }
}
