using System.Text;
using Emulation.Ingest.Intake;
using Emulation.Ingest.Storage;

namespace Emulation.Ingest.Answers;

/// <summary>Puts receipts into the share. Writing one again changes nothing.</summary>
/// <remarks>Not synced to the disk: the database has them, and housekeeping writes again what a power cut took.</remarks>
public static class ReceiptFiles
{
    /// <param name="workbook">The returned workbook; null for none.</param>
    public static void Write(ShareRoot share, StoredReceipt receipt, byte[]? workbook)
    {
        using var folder = OpenFolder(share, receipt);
        // First, so that whoever reads the receipt finds what it speaks of; never over one in which its owner may be at work.
        if (workbook is not null && !IsThere(folder, receipt.Returned!))
        {
            folder.Write(new RawName(receipt.Returned!.FileName), workbook);
        }

        foreach (var (name, text) in Faces(receipt))
        {
            folder.Write(name, Encoding.UTF8.GetBytes(text));
        }
    }

    /// <summary>True if both faces of the receipt lie there whole.</summary>
    /// <remarks>The workbook returned with it may be gone: its owner moves it into the inbox once it is corrected.</remarks>
    public static bool IsThere(ShareRoot share, StoredReceipt receipt)
    {
        using var folder = OpenFolder(share, receipt);
        return Array.TrueForAll(
            Faces(receipt),
            face => folder.Stamp(face.Name) is { Kind: EntryKind.File } stamp && stamp.Size == Encoding.UTF8.GetByteCount(face.Text));
    }

    private static bool IsThere(ShareFolder folder, ReturnedName returned) => folder.Stamp(new RawName(returned.FileName)) is { Size: > 0 };

    // The page for a phone, and the same in plain text for a machine without a browser.
    private static (RawName Name, string Text)[] Faces(StoredReceipt receipt) =>
        [(new RawName(receipt.FileName), receipt.Html), (new RawName(Path.ChangeExtension(receipt.FileName, ".txt")), receipt.Text)];

    private static ShareFolder OpenFolder(ShareRoot share, StoredReceipt receipt)
    {
        var parts = receipt.Folder.Split('/');
        return share.OpenOrMake(parts.Length == 1 ? "" : parts[0], parts[^1]);
    }
}
