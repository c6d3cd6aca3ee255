using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Parsing.Workbooks;

/// <summary>The inflated bytes of one zip entry. Never gives more than the declared size, and its end only if size and CRC-32 are those declared.</summary>
internal sealed class CheckedEntryStream(Stream inner, ZipEntry entry, ReadingBudget budget) : Stream
{
    private uint crc;
    private long count;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => entry.Size;

    public override long Position
    {
        get => count;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = inner.Read(buffer);
        }
        catch (InvalidDataException)
        {
            throw Corrupt();
        }

        if (read == 0)
        {
            return buffer.IsEmpty || (count == entry.Size && crc == entry.Crc) ? 0 : throw Corrupt();
        }

        budget.SpendBytes(read);
        count += read;
        if (count > entry.Size)
        {
            throw Corrupt();
        }

        crc = Crc32.Append(crc, buffer[..read]);
        return read;
    }

    /// <summary>Reads what is left, so that size and checksum are compared even if the reader stopped early.</summary>
    public void Drain()
    {
        Span<byte> buffer = stackalloc byte[4096];
        while (Read(buffer) > 0)
        {
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private UnreadableFileException Corrupt() => new(RejectionCatalogue.Corrupt, ("part", entry.Name));
}
