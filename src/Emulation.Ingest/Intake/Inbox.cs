using System.Globalization;
using Emulation.Ingest.Validation;
using Emulation.Plan;

namespace Emulation.Ingest.Intake;

/// <summary>How it went to take a file, or to move it out.</summary>
public enum Handling
{
    Done,

    /// <summary>It is being changed: to be tried again from the beginning.</summary>
    Unsteady,

    /// <summary>It is there no more.</summary>
    Gone,
}

/// <summary>Takes a file's content without trusting anything about it, and moves the file out of the inbox once the content is safe.</summary>
public sealed class Inbox(IntakeOptions options, EmulationPlan plan, ShareRoot share)
{
    /// <summary>Reads the content, or sets the verdict if the file is of a kind that is refused unopened.</summary>
    /// <remarks>A file that was moved before its submission was decided is read where it lies now.</remarks>
    public Handling Take(FileInHand file)
    {
        using var taken = share.Open(TakenFolder(file));
        using var inbox = share.Open(file.Place.Folder);
        var isTaken = taken?.Stamp(TakenName(file)) is not null;
        var (folder, name) = isTaken ? (taken, TakenName(file)) : (inbox, file.Claim.Name);
        if (folder?.Stamp(name) is not { } stamp)
        {
            return Handling.Gone;
        }

        file.Verdict = IntakeFindings.RefuseUnopened(stamp, LimitOf(file), out var securityEvent);
        file.SecurityEvent = securityEvent;
        return file.Verdict is null ? Read(file, folder, name, stamp) : Handling.Done;
    }

    /// <summary>Moves the file to the folder of taken files, if it still is what was archived.</summary>
    public Handling Leave(FileInHand file)
    {
        using var taken = share.OpenOrMake(file.Place.Home, TakenName(file.Place));
        if (taken.Stamp(TakenName(file)) is not null)
        {
            return Confirm(file, taken);
        }

        using var inbox = share.Open(file.Place.Folder);
        if (inbox?.Stamp(file.Claim.Name) is not { } stamp)
        {
            return Handling.Gone;
        }

        return file.Hash is null || IsStill(file.Hash.Value, inbox, file.Claim.Name, stamp) ? Move(file, inbox, taken, stamp) : Handling.Unsteady;
    }

    private static Handling Read(FileInHand file, ShareFolder folder, RawName name, FileStamp stamp)
    {
        using var opened = folder.OpenFile(name);
        if (opened is null)
        {
            return Handling.Gone;
        }

        // What was listed and what was opened may be two things; only the opened one counts.
        if (opened.Stamp() != stamp || opened.FindWriter() == WriterState.Present)
        {
            return Handling.Unsteady;
        }

        var content = opened.ReadAll(stamp.Size);
        if (opened.Stamp() != stamp || content.Length != stamp.Size)
        {
            return Handling.Unsteady;
        }

        file.Content = content;
        file.Hash = Fingerprint.Of(content);
        return Handling.Done;
    }

    private Handling Move(FileInHand file, ShareFolder inbox, ShareFolder taken, FileStamp stamp)
    {
        if (!inbox.Move(file.Claim.Name, taken, TakenName(file)))
        {
            return taken.Stamp(TakenName(file)) is null ? Handling.Gone : Confirm(file, taken);
        }

        file.HasLeft = true;
        DoneMarker.RemoveOf(file.Claim.Name, inbox);
        // A writer that held the file open writes on at its new place.
        return taken.Stamp(TakenName(file))?.HasContentOf(stamp) == true ? Handling.Done : Handling.Unsteady;
    }

    private Handling Confirm(FileInHand file, ShareFolder taken)
    {
        file.HasLeft = true;
        return file.Hash is null || taken.Stamp(TakenName(file)) is not { } stamp || IsStill(file.Hash.Value, taken, TakenName(file), stamp) ? Handling.Done : Handling.Unsteady;
    }

    private static bool IsStill(Fingerprint hash, ShareFolder folder, RawName name, FileStamp stamp)
    {
        using var opened = stamp.Kind == EntryKind.File ? folder.OpenFile(name) : null;
        return opened is not null && opened.Stamp() == stamp && opened.Hash() == hash && opened.Stamp() == stamp;
    }

    private string TakenFolder(FileInHand file) => file.Place.Home.Length == 0 ? options.Taken : $"{file.Place.Home}/{TakenName(file.Place)}";

    private string TakenName(DropPlace place) => place.IsTrial ? options.Checked : options.Taken;

    // The same at every attempt, and no other submission's.
    private RawName TakenName(FileInHand file)
    {
        var local = TimeZoneInfo.ConvertTime(file.Claim.SeenAt, plan.TimeZone);
        var prefix = string.Create(CultureInfo.InvariantCulture, $"{local:yyyyMMdd-HHmm}_{file.Claim.SubmissionId}_");
        return new RawName(SafeName.Join(prefix, file.Claim.Name.Text, ""));
    }

    private long LimitOf(FileInHand file) => file.Place.Unit?.ReportsFor is null ? options.MaxFileBytes : options.MaxOfficeFileBytes;
}
