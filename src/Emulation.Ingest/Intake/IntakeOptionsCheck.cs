using Microsoft.Extensions.Options;

namespace Emulation.Ingest.Intake;

/// <summary>Says every fault of the intake configuration by its key, all at once.</summary>
public sealed class IntakeOptionsCheck : IValidateOptions<IntakeOptions>
{
    public ValidateOptionsResult Validate(string? name, IntakeOptions options)
    {
        var faults = FaultsOf(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> FaultsOf(IntakeOptions options)
    {
        var folders = new[] { options.Inbox, options.Results, options.Taken, options.Check, options.Checked, options.Templates };
        return Rules(options, folders).Where(rule => !rule.Holds).Select(rule => $"{KeyOf(rule.Key)} {rule.Says}");
    }

    private static IEnumerable<(bool Holds, string Key, string Says)> Rules(IntakeOptions options, string[] folders) =>
    [
        (!string.IsNullOrWhiteSpace(options.Share), nameof(options.Share), "must name the root of the share."),
        (!string.IsNullOrWhiteSpace(options.Archive), nameof(options.Archive), "must name the root of the archive."),
        (IsFolder(options.Inbox), nameof(options.Inbox), "must be the name of one folder, without '/'."),
        (IsFolder(options.Results), nameof(options.Results), "must be the name of one folder, without '/'."),
        (IsFolder(options.Taken), nameof(options.Taken), "must be the name of one folder, without '/'."),
        (IsFolder(options.Check), nameof(options.Check), "must be the name of one folder, without '/'."),
        (IsFolder(options.Checked), nameof(options.Checked), "must be the name of one folder, without '/'."),
        (IsFolder(options.Templates), nameof(options.Templates), "must be the name of one folder, without '/'."),
        (folders.Distinct(StringComparer.OrdinalIgnoreCase).Count() == folders.Length, nameof(options.Inbox), "and the other folder names must differ from each other."),
        (options.TemplateDaysAhead is >= 0 and <= 400, nameof(options.TemplateDaysAhead), "must lie between 0 and 400."),
        (options.TemplateDaysKept is >= 0 and <= 400, nameof(options.TemplateDaysKept), "must lie between 0 and 400."),
        (options.Looks >= 1, nameof(options.Looks), "must be at least 1."),
        (options.StableFor >= TimeSpan.Zero, nameof(options.StableFor), "must not be negative."),
        (options.SilentAfter is null || options.SilentAfter > TimeSpan.Zero, nameof(options.SilentAfter), "must be greater than 0."),
        (options.MaxFileBytes > 0, nameof(options.MaxFileBytes), "must be greater than 0."),
        (options.MaxOfficeFileBytes is > 0 and < 2_000_000_000, nameof(options.MaxOfficeFileBytes), "must lie between 1 and 2000000000."),
        (options.MaxReturnedBytes is >= 0 and <= 32L * 1024 * 1024, nameof(options.MaxReturnedBytes), "must lie between 0 and 33554432."),
        (options.MaxEvidenceBytes is >= 1 and <= 512 * 1024 * 1024, nameof(options.MaxEvidenceBytes), "must lie between 1 and 536870912."),
        (options.Workers is >= 1 and <= 16, nameof(options.Workers), "must lie between 1 and 16."),
        (options.BatchFiles is >= 1 and <= 1000, nameof(options.BatchFiles), "must lie between 1 and 1000."),
        (options.BatchBytes > 0, nameof(options.BatchBytes), "must be greater than 0."),
        (options.Lease >= TimeSpan.FromSeconds(3), nameof(options.Lease), "must be at least 3 seconds."),
        (options.Attempts >= 1, nameof(options.Attempts), "must be at least 1."),
        (options.PostponeFor >= TimeSpan.Zero, nameof(options.PostponeFor), "must not be negative."),
        (options.OrphanAge >= TimeSpan.FromHours(1), nameof(options.OrphanAge), "must be at least one hour."),
        (options.ScrubSample >= 0, nameof(options.ScrubSample), "must not be negative."),
    ];

    private static string KeyOf(string property) => property == nameof(IntakeOptions.Share) ? IntakeOptions.ShareKey : $"{IntakeOptions.Section}:{property}";

    private static bool IsFolder(string name) => name.Length > 0 && name is not ("." or "..") && !name.Contains('/', StringComparison.Ordinal);
}
