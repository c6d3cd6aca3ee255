using System.Globalization;
using Emulation.Ingest.PlanWorkbooks;
using Emulation.Plan;
using Emulation.Plan.Files;
using Emulation.Plan.Storage;
using Microsoft.Extensions.Options;

namespace Emulation.Jobs.Commands;

/// <summary>A plan as a command names it: a folder, a workbook, or the number of a stored version of the plan the host works with.</summary>
/// <param name="Name">As it was named, for messages.</param>
/// <param name="Content">Null if there are faults.</param>
/// <param name="Faults">What is wrong, in Vietnamese, each with its place: file and line, in a workbook sheet and cell.</param>
/// <param name="Notices">What to look at in a plan without faults, likewise; of a stored version none, it was said when it was applied.</param>
internal sealed record PlanSource(string Name, PlanContent? Content, EmulationPlan? Plan, IReadOnlyList<string> Faults, IReadOnlyList<string> Notices)
{
    public const string Description = "A plan folder, a workbook (.xlsx), or the number of a stored version.";

    /// <summary>True if only the database knows what is meant.</summary>
    public static bool IsStored(string name) => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _) && !Path.Exists(name);

    /// <summary>Reads and checks a plan that lies outside the database.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">The file is no workbook of a plan.</exception>
    public static PlanSource Read(string path)
    {
        if (File.Exists(path))
        {
            return ReadWorkbook(path);
        }

        var reading = PlanFolder.Load(path);
        return new PlanSource(
            path, reading.Plan is null ? null : PlanFolder.Content(path), reading.Plan,
            [.. reading.Faults.Select(fault => fault.ToString())], [.. reading.Notices.Select(notice => notice.ToString())]);
    }

    /// <summary>Reads whatever is named; null means the version in force now.</summary>
    /// <exception cref="ArgumentException">The plan has no such version.</exception>
    public static async Task<PlanSource> FindAsync(IServiceProvider services, string? name, CancellationToken cancellationToken)
    {
        if (name is not null && !IsStored(name))
        {
            return Read(name);
        }

        var (store, current) = (services.GetRequiredService<PlanStore>(), services.GetRequiredService<CurrentPlan>());
        var code = services.GetRequiredService<IOptions<PlanOptions>>().Value.Code;
        var version = name is null
            ? await current.GetAsync(cancellationToken)
            : await store.LoadAsync(await store.IdOfVersionAsync(code, int.Parse(name, CultureInfo.InvariantCulture), cancellationToken), cancellationToken);
        var content = await store.ContentAsync(version.VersionId, cancellationToken);
        return new PlanSource(FormattableString.Invariant($"version {version.VersionNumber}"), content, version.Plan, [], []);
    }

    private static PlanSource ReadWorkbook(string path)
    {
        using var file = File.OpenRead(path);
        var content = PlanWorkbook.Read(file);
        var reading = PlanFolder.Load(content.Files);
        return new PlanSource(
            path, reading.Plan is null ? null : content, reading.Plan,
            [.. reading.Faults.Select(fault => $"{PlanWorkbook.PlaceOf(fault, content)}: {fault.Message} {fault.Cure}")],
            [.. reading.Notices.Select(notice => $"{PlanWorkbook.PlaceOf(notice, content)}: {notice.Message} {notice.Cure}")]);
    }
}
