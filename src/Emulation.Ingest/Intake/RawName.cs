using System.Text;

namespace Emulation.Ingest.Intake;

/// <summary>The name of a directory entry: the bytes that open it, whatever they are, and the text shown to people.</summary>
public sealed class RawName : IEquatable<RawName>
{
    private readonly byte[] terminated;

    public RawName(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty || bytes.Contains((byte)0) || bytes.Contains((byte)'/'))
        {
            throw new ArgumentException("A name is not empty and holds neither NUL nor '/'.", nameof(bytes));
        }

        terminated = [.. bytes, 0];
        Text = Encoding.UTF8.GetString(bytes).Normalize(NormalizationForm.FormC);
    }

    public RawName(string name)
        : this(Encoding.UTF8.GetBytes(name))
    {
    }

    /// <summary>NFC; bytes that are no UTF-8 appear as U+FFFD. May hold control characters: never print it as it is (<see cref="SafeName"/>).</summary>
    public string Text { get; }

    public byte[] Bytes => terminated[..^1];

    internal ReadOnlySpan<byte> Terminated => terminated;

    public bool Equals(RawName? other) => other is not null && terminated.AsSpan().SequenceEqual(other.terminated);

    public override bool Equals(object? obj) => Equals(obj as RawName);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(terminated);
        return hash.ToHashCode();
    }

    public override string ToString() => SafeName.ForDisplay(Text);
}
