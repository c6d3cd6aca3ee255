using System.Text;
using Emulation.Ingest.Intake;
using Emulation.Ingest.Storage;

namespace Emulation.Ingest.Answers;

/// <summary>Puts receipts into the share. Writing one again changes nothing.</summary>
/// <remarks>Not synced to the disk: the database has them, and housekeeping writes again what a power cut took.</remarks>
public static class ReceiptFiles
{
    public static void Write(ShareRoot share, StoredReceipt receipt)
    {
        using var folder = OpenFolder(share, receipt);
        foreach (var (name, text) in Faces(receipt))
        {
            folder.Write(name, Encoding.UTF8.GetBytes(text));
        }
    }

    /// <summary>True if both faces of the receipt lie there whole.</summary>
    public static bool IsThere(ShareRoot share, StoredReceipt receipt)
    {
        using var folder = OpenFolder(share, receipt);
        return Array.TrueForAll(
            Faces(receipt),
            face => folder.Stamp(face.Name) is { Kind: EntryKind.File } stamp && stamp.Size == Encoding.UTF8.GetByteCount(face.Text));
    }

    // The page for a phone, and the same in plain text for a machine without a browser.
    private static (RawName Name, string Text)[] Faces(StoredReceipt receipt) =>
        [(new RawName(receipt.FileName), receipt.Html), (new RawName(Path.ChangeExtension(receipt.FileName, ".txt")), receipt.Text)];

    private static ShareFolder OpenFolder(ShareRoot share, StoredReceipt receipt)
    {
        var parts = receipt.Folder.Split('/');
        return share.OpenOrMake(parts.Length == 1 ? "" : parts[0], parts[^1]);
    }
}
