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
        folder.Write(new RawName(receipt.FileName), Encoding.UTF8.GetBytes(receipt.Html));
    }

    /// <summary>True if the receipt lies there whole.</summary>
    public static bool IsThere(ShareRoot share, StoredReceipt receipt)
    {
        using var folder = OpenFolder(share, receipt);
        return folder.Stamp(new RawName(receipt.FileName)) is { Kind: EntryKind.File } stamp && stamp.Size == Encoding.UTF8.GetByteCount(receipt.Html);
    }

    private static ShareFolder OpenFolder(ShareRoot share, StoredReceipt receipt)
    {
        var parts = receipt.Folder.Split('/');
        return share.OpenOrMake(parts.Length == 1 ? "" : parts[0], parts[^1]);
    }
}
