using System.Buffers.Binary;

namespace Emulation.Ingest.Cage;

/// <summary>What a frame between the two processes holds.</summary>
internal enum FrameKind : byte
{
    /// <summary>From the child: it is ready. Empty.</summary>
    Ready = (byte)'R',

    /// <summary>To the child: read the file at a path without a form. JSON.</summary>
    Inspect = (byte)'I',

    /// <summary>To the child: read the file given without a form, and only tell how it went. The bytes of the file.</summary>
    Probe = (byte)'B',

    /// <summary>To the child: rewrite an old workbook. The bytes of the file.</summary>
    OpenOld = (byte)'O',

    /// <summary>From the child, before it reads on: what kind of file it is. A name.</summary>
    FileKind = (byte)'K',

    /// <summary>From the child: a piece of the answer's bulk.</summary>
    Piece = (byte)'P',

    /// <summary>From the child: the answer. JSON.</summary>
    Answer = (byte)'A',
}

/// <summary>Frames over a pipe: one byte of kind, four of length, the content.</summary>
internal static class Frames
{
    private const int HeadLength = 5;

    public static void Write(Stream pipe, FrameKind kind, ReadOnlySpan<byte> content)
    {
        Span<byte> head = stackalloc byte[HeadLength];
        head[0] = (byte)kind;
        BinaryPrimitives.WriteInt32LittleEndian(head[1..], content.Length);
        pipe.Write(head);
        pipe.Write(content);
        pipe.Flush();
    }

    /// <summary>The next frame; null if the pipe has ended.</summary>
    /// <param name="most">Longest content; more is a broken peer.</param>
    /// <exception cref="InvalidDataException">What came is no frame.</exception>
    public static (FrameKind Kind, byte[] Content)? Read(Stream pipe, int most)
    {
        Span<byte> head = stackalloc byte[HeadLength];
        if (pipe.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false) < HeadLength)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(head[1..]);
        if (length < 0 || length > most)
        {
            throw new InvalidDataException("The other process sent what is no frame.");
        }

        var content = new byte[length];
        return pipe.ReadAtLeast(content, length, throwOnEndOfStream: false) == length ? ((FrameKind)head[0], content) : null;
    }
}

/// <summary>Sends what is written to it as pieces.</summary>
internal sealed class PieceStream(Stream pipe) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (!buffer.IsEmpty)
        {
            Frames.Write(pipe, FrameKind.Piece, buffer);
        }
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
