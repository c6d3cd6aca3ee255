using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Parsing.OldWorkbooks;

/// <summary>Bytes of all parts of a package so far.</summary>
internal sealed class LimitedTotal(ReadingLimits limits)
{
    private long bytes;

    public int OfOnePart => limits.EntryBytes;

    public void Add(int count)
    {
        bytes += count;
        if (bytes > limits.TotalBytes)
        {
            throw TooLarge(limits.TotalBytes);
        }
    }

    public static UnreadableFileException TooLarge(long limit) => new(
        RejectionCatalogue.TooLarge, ("what", "dung lượng nội dung"), ("limit", (limit >> 20).ToString("N0", VietnameseText.Culture) + " MB"));
}

/// <summary>Passes on what is written, up to the limits.</summary>
internal sealed class LimitedStream(Stream inner, LimitedTotal total) : Stream
{
    private long written;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => written;

    public override long Position
    {
        get => written;
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        written += buffer.Length;
        if (written > total.OfOnePart)
        {
            throw LimitedTotal.TooLarge(total.OfOnePart);
        }

        total.Add(buffer.Length);
        inner.Write(buffer);
    }

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
