using System.Runtime.InteropServices;

namespace Emulation.Ingest.Intake;

/// <summary>The raw names in a directory; .NET lists names that are not UTF-8 in a form it cannot open again.</summary>
internal static unsafe class ShareEntries
{
    // struct dirent of 64-bit Linux: the name begins at byte 19 and ends with NUL.
    private const int NameOffset = 19;

    public static IReadOnlyList<RawName> Of(int directory)
    {
        var again = Posix.OpenAt(directory, "."u8, Posix.ReadOnly | Posix.Directory | Posix.CloseOnExec, 0);
        var listing = again < 0 ? 0 : Posix.OpenListing(again);
        if (listing == 0)
        {
            throw Posix.Failed("Cannot list a directory of the share");
        }

        try
        {
            return Read(listing);
        }
        finally
        {
            _ = Posix.CloseListing(listing);
        }
    }

    private static List<RawName> Read(nint listing)
    {
        var names = new List<RawName>();
        for (var entry = Posix.NextEntry(listing); entry != 0; entry = Posix.NextEntry(listing))
        {
            var name = MemoryMarshal.CreateReadOnlySpanFromNullTerminated((byte*)entry + NameOffset);
            if (!name.SequenceEqual("."u8) && !name.SequenceEqual(".."u8))
            {
                names.Add(new RawName(name));
            }
        }

        return Marshal.GetLastPInvokeError() == 0 ? names : throw Posix.Failed("Cannot list a directory of the share to its end");
    }
}
