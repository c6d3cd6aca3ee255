using Emulation.Ingest.Answers;
using Emulation.Ingest.Validation;
using Emulation.Plan;

namespace Emulation.Ingest.Intake;

/// <summary>Why a file is refused before, or besides, what its content says.</summary>
internal static class IntakeFindings
{
    private const string UnsafeFile = "unsafe-file";

    /// <summary>The refusal of what must not be opened; null for a plain file of bearable size.</summary>
    /// <param name="securityEvent">A kind of event to record; null for a mere mistake.</param>
    public static RefusedSubmission? RefuseUnopened(FileStamp stamp, long limit, out string? securityEvent)
    {
        securityEvent = stamp.Kind is EntryKind.SymbolicLink or EntryKind.Special || (stamp.Kind == EntryKind.File && stamp.Links != 1) ? UnsafeFile : null;
        return stamp switch
        {
            { Kind: EntryKind.SymbolicLink } => Refuse("symlink", "E-LINK"),
            { Kind: EntryKind.Directory } => Refuse("folder", "E-DIRECTORY"),
            { Kind: EntryKind.Special } => Refuse("special", "E-NOTAFILE"),
            { Links: not 1 } => Refuse("hard-link", "E-LINK"),
            _ when stamp.Size > limit => Refuse("too-large", "E-TOOLARGE", VietnameseNumbers.Megabytes(stamp.Size), VietnameseNumbers.Megabytes(limit)),
            _ => null,
        };
    }

    /// <summary>The refusal of a file that was dropped where nobody reports from.</summary>
    public static RefusedSubmission Misplaced(DropPlace place, IntakeOptions options) => place switch
    {
        { Unit: { } unit } => Refuse("unread", "E-PLACE", $"{unit.Folder}/{options.Inbox}"),
        { Folder: "" } => Refuse("unread", "E-ROOT", options.Inbox),
        _ => Refuse("unread", "E-FOLDER", SafeName.ForDisplay(place.Home), options.Inbox),
    };

    /// <summary>The finding of a file on which the process died too often.</summary>
    public static RefusedSubmission SetAside() => Refuse("unread", "E-SETASIDE");

    /// <summary>A marker that names no file the unit handed in.</summary>
    public static Rejection NothingToWithdraw(string name) => Finding("E-WITHDRAWNAME", SafeName.ForDisplay(name));

    /// <summary>A marker whose name fits several files.</summary>
    public static Rejection SeveralToWithdraw(string name, IReadOnlyList<string> names) =>
        Finding("E-WITHDRAWMANY", SafeName.ForDisplay(name), string.Join(", ", names.Take(5).Select(SafeName.ForDisplay)));

    /// <summary>A marker for a file of which nothing counts any more.</summary>
    public static Rejection WithdrawsNothing(string name) => Finding("E-WITHDRAWREPLACED", SafeName.ForDisplay(name));

    /// <summary>A marker that came after the due day.</summary>
    public static Rejection WithdrawnTooLate(Period period, DateOnly dueOn) => Finding("E-WITHDRAWLATE", period.Name, VietnameseNumbers.Day(dueOn));

    private static RefusedSubmission Refuse(string kind, string code, params string[] values) =>
        new() { FileKind = kind, Findings = [Finding(code, values)] };

    private static Rejection Finding(string code, params string[] values) => new(
        Severity.Error, code, null, null, null, null, null, Texts.Get(code + ".Message", values), Texts.Get(code + ".Cure", values));
}
