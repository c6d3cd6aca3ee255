using System.Collections.Concurrent;
using Emulation.Ingest.Intake;
using Emulation.Ingest.Storage;
using Emulation.Ingest.Templates;
using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Plan.Storage;
using Microsoft.Extensions.Logging;

namespace Emulation.Ingest;

/// <summary>Which templates are renewed.</summary>
/// <param name="Unit">Of this unit only; null for all.</param>
/// <param name="Period">Of this period only, whatever its days; null for those whose duty is open or near.</param>
public sealed record TemplateScope(UnitCode? Unit, PeriodCode? Period)
{
    public static TemplateScope All { get; } = new(null, null);
}

/// <summary>What a renewal of the templates did.</summary>
/// <param name="Written">Files written.</param>
/// <param name="Removed">Untouched files removed because their time was over.</param>
/// <param name="Left">Files left alone because the unit changed them or has them open, relative to the share.</param>
public sealed record RefreshedTemplates(int Written, int Removed, IReadOnlyList<string> Left);

/// <summary>Lays the pre-filled templates into the units' folders and keeps them fresh. May run as often as one likes, and anywhere.</summary>
public sealed class RefreshTemplates(
    IntakeOptions options, CurrentPlan plan, TemplateSources sources, TemplateStore store, TimeProvider time, ILogger<RefreshTemplates> log)
{
    /// <exception cref="ArgumentException">The plan has no such unit or period.</exception>
    /// <exception cref="ShareUnavailableException">The share is away.</exception>
    public async Task<RefreshedTemplates> RunAsync(TemplateScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var versions = await plan.VersionsAsync(cancellationToken);
        using var share = ShareRoot.TryOpen(options.Share) ?? throw new ShareUnavailableException(options.Share);
        var units = UnitsOf(versions.Today.Plan, scope);
        CheckPeriod(versions.Today.Plan, scope);
        var wanted = await sources.OfAsync(versions, [.. units.SelectMany(unit => SubjectsOf(versions, unit, scope))], cancellationToken);
        var known = await store.ListAsync([.. units.Select(FolderOf)], cancellationToken);
        var shelves = units.Select(unit => new UnitTemplates(FolderOf(unit), [.. wanted.Where(one => one.Subject.Unit.Code == unit.Code).SelectMany(TemplateFile.Of)], known)).ToList();

        var stale = shelves.SelectMany(shelf => Try(shelf, () => shelf.Stale(share)) ?? []).ToList();
        var contents = await MakeAsync(stale, cancellationToken);
        foreach (var shelf in shelves)
        {
            Try(shelf, () => shelf.Place(share, contents));
            // Once a plan is over nothing takes the place of its last templates: they stay.
            if (scope == TemplateScope.All && wanted.Count > 0)
            {
                Try(shelf, () => shelf.Clear(share));
            }
        }

        FailPoint.Reach("templates.placed");
        await store.RememberAsync([.. shelves.SelectMany(shelf => shelf.Remembered)], time.GetUtcNow(), cancellationToken);
        await store.ForgetAsync([.. shelves.SelectMany(shelf => shelf.Forgotten)], cancellationToken);
        return Say(new RefreshedTemplates(shelves.Sum(shelf => shelf.Written), shelves.Sum(shelf => shelf.Removed), [.. shelves.SelectMany(shelf => shelf.Left)]));
    }

    /// <summary>The bytes of these templates, made side by side: this is where the time goes.</summary>
    private async Task<IReadOnlyDictionary<TemplateFile, byte[]>> MakeAsync(IReadOnlyList<TemplateFile> files, CancellationToken cancellationToken)
    {
        // Two files of one source; the objects themselves are the keys, for comparing plans by value takes long.
        var distinct = files.Select(file => file.Source).Distinct<TemplateSource>(ReferenceEqualityComparer.Instance).ToList();
        var contents = await sources.ReadAsync(distinct, cancellationToken);
        var bySource = distinct.Zip(contents).ToDictionary<(TemplateSource, TemplateContent), TemplateSource, TemplateContent>(pair => pair.Item1, pair => pair.Item2, ReferenceEqualityComparer.Instance);
        var bytes = new ConcurrentDictionary<TemplateFile, byte[]>(ReferenceEqualityComparer.Instance);
        Parallel.ForEach(files, new ParallelOptions { CancellationToken = cancellationToken }, file => bytes[file] = file.Write(bySource[file.Source]));
        return bytes;
    }

    private static List<Unit> UnitsOf(EmulationPlan plan, TemplateScope scope)
    {
        var units = plan.Units.Where(unit => scope.Unit is null || unit.Code == scope.Unit).ToList();
        return units.Count > 0 ? units : throw new ArgumentException($"The plan {plan.Code} has no unit '{scope.Unit}'.");
    }

    private static void CheckPeriod(EmulationPlan plan, TemplateScope scope)
    {
        if (scope.Period is { } period && plan.Periods.All(one => one.Code != period))
        {
            throw new ArgumentException($"The plan {plan.Code} has no period '{period}'.");
        }
    }

    /// <summary>What a unit is asked for, each period by the version that holds for it: so are the files read that come back.</summary>
    private IEnumerable<TemplateSubject> SubjectsOf(PlanVersions versions, Unit unit, TemplateScope scope) =>
        from version in versions.All
        from own in version.Plan.Units.Where(one => one.Code == unit.Code)
        from subject in scope.Period is { } period
            ? TemplateSubject.All(version.Plan, own).Where(subject => subject.Period.Code == period)
            : TemplateSubject.Of(version.Plan, own, version.Plan.TimeZone.DateOf(time.GetUtcNow()), options.TemplateDaysAhead, options.TemplateDaysKept)
        where ReferenceEquals(versions.For(subject.Period.Code), version)
        select subject;

    private string FolderOf(Unit unit) => $"{unit.Folder}/{options.Templates}";

    /// <summary>What goes wrong in one unit's folder stops no other.</summary>
    private void Try(UnitTemplates shelf, Action work) => Try<object>(shelf, () =>
    {
        work();
        return null;
    });

    private T? Try<T>(UnitTemplates shelf, Func<T?> work)
        where T : class
    {
        try
        {
            return work();
        }
        catch (IOException exception)
        {
            log.LogWarning("The templates in {Folder} are not complete: {Reason}", shelf.Folder, exception.Message);
            return null;
        }
    }

    private RefreshedTemplates Say(RefreshedTemplates done)
    {
        if (done.Written + done.Removed > 0)
        {
            log.LogInformation("Templates: {Written} written, {Removed} removed, {Left} left to their units", done.Written, done.Removed, done.Left.Count);
        }

        return done;
    }
}
