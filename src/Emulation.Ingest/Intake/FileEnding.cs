namespace Emulation.Ingest.Intake;

/// <summary>Whether a file ends as files of its kind do. A client that died in the middle of a copy leaves one that does not.</summary>
/// <remarks>Only a reason to wait longer for the rest: what never comes is read, and answered, as it is.</remarks>
internal static class FileEnding
{
    // The end record of a zip file and the longest comment behind it.
    private const int LongestTail = 22 + 65535;

    private static ReadOnlySpan<byte> ZipBegins => "PK\x03\x04"u8;

    private static ReadOnlySpan<byte> ZipEnds => "PK\x05\x06"u8;

    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0];

    public static bool IsWhole(ShareFile file, long size)
    {
        Span<byte> head = stackalloc byte[4];
        head = head[..file.Read(head, 0)];
        if (head.SequenceEqual(CompoundFile))
        {
            // The table of sectors may lie anywhere: the end of an old workbook says nothing.
            return true;
        }

        return head.SequenceEqual(ZipBegins) ? HasZipEnd(file, size) : EndsALine(file, size);
    }

    private static bool HasZipEnd(ShareFile file, long size)
    {
        var tail = new byte[Math.Min(size, LongestTail)];
        return tail.AsSpan(0, file.Read(tail, size - tail.Length)).LastIndexOf(ZipEnds) >= 0;
    }

    // In UTF-16 one of the last two bytes is the line feed. Zeros are space reserved and never filled.
    private static bool EndsALine(ShareFile file, long size)
    {
        Span<byte> tail = stackalloc byte[2];
        return tail[..file.Read(tail, Math.Max(0, size - 2))].IndexOfAny((byte)'\n', (byte)'\r') >= 0;
    }
}
