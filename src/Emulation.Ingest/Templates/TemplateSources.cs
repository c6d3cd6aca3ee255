using System.Globalization;
using System.Text;
using Emulation.Ingest.Forms;
using Emulation.Ingest.Intake;
using Emulation.Ingest.Storage;
using Emulation.Ingest.Validation;
using Emulation.Plan;
using Emulation.Plan.Storage;

namespace Emulation.Ingest.Templates;

/// <summary>A template to be made, and the identity of everything it is made from.</summary>
/// <param name="Stored">The plan version that holds for its period.</param>
/// <param name="Earlier">The submission whose figures stand beside the cells; null if there is none.</param>
internal sealed record TemplateSource(StoredPlan Stored, TemplateSubject Subject, TemplateStamp Stamp, CurrentSubmission? Earlier, Fingerprint Source);

/// <summary>Finds out what templates are made from, and reads it where they must be made.</summary>
public sealed class TemplateSources(IntakeOptions options, TemplateStore store)
{
    /// <summary>Another build of this program may lay templates out differently.</summary>
    private static readonly Guid Build = typeof(TemplateSources).Module.ModuleVersionId;

    internal async Task<List<TemplateSource>> OfAsync(PlanVersions versions, IReadOnlyList<TemplateSubject> subjects, CancellationToken cancellationToken)
    {
        var asked = subjects.Select(subject => (Subject: subject, Stored: versions.For(subject.Period.Code))).Select(one => (one.Subject, one.Stored, UnitId: one.Stored.Ids.Units[one.Subject.Unit.Code])).ToList();
        var units = asked.Select(one => one.UnitId).Distinct().ToArray();
        var current = (await store.CurrentAsync(units, [.. versions.Today.Ids.Periods.Values], cancellationToken)).ToLookup(one => (one.UnitId, one.Form));
        return [.. asked.Select(one => SourceOf(one.Stored, one.Subject, current[(one.UnitId, one.Subject.Form.Kind.ToName())]))];
    }

    /// <summary>The contents of the templates, with the figures they show.</summary>
    internal async Task<List<TemplateContent>> ReadAsync(IReadOnlyList<TemplateSource> sources, CancellationToken cancellationToken)
    {
        var earlier = sources.Select(source => source.Earlier).OfType<CurrentSubmission>().Distinct().ToList();
        var figures = await store.FiguresAsync(earlier, cancellationToken);
        var folders = new UnitFolders(options.Inbox, options.Results, options.Templates, options.Check);
        return [.. sources.Select(source => new TemplateContent(source.Stored, source.Subject, EarlierOf(source.Stored, source.Earlier, figures), folders))];
    }

    private TemplateSource SourceOf(StoredPlan stored, TemplateSubject subject, IEnumerable<CurrentSubmission> current)
    {
        var stamp = TemplateStamp.Of(subject.Form, stored.Plan, subject.Unit, subject.Period);
        var earlier = stored.Plan.Periods
            .Where(period => period.To < subject.Period.From)
            .OrderByDescending(period => period.To)
            .Select(period => current.FirstOrDefault(one => one.PeriodId == stored.Ids.Periods[period.Code]))
            .FirstOrDefault(one => one is not null);
        var source = string.Create(
            CultureInfo.InvariantCulture,
            $"{Build}|{Convert.ToHexString(stored.ContentHash)}|{stamp}|{earlier?.SubmissionId}|{options.Inbox}|{options.Results}|{options.Templates}");
        return new TemplateSource(stored, subject, stamp, earlier, Fingerprint.Of(Encoding.UTF8.GetBytes(source)));
    }

    private static EarlierSubmission EarlierOf(StoredPlan stored, CurrentSubmission? earlier, ILookup<long, Figure> figures)
    {
        if (earlier is null)
        {
            return EarlierSubmission.None;
        }

        var period = stored.Plan.Periods.Single(period => stored.Ids.Periods[period.Code] == earlier.PeriodId);
        var own = figures[earlier.SubmissionId].Where(figure => figure.UnitId == earlier.UnitId && figure.PeriodId == earlier.PeriodId);
        return new EarlierSubmission(earlier.SubmissionId, period, own.ToDictionary(figure => figure.IndicatorId));
    }
}
