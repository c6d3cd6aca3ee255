using System.Collections;

namespace Emulation.Reports.Scoring;

/// <summary>Rows of a result in their canonical bytes, read back when somebody asks for one. Whoever stores a run needs only the bytes, and a few large arrays cost the process far less than a million small objects.</summary>
internal sealed class CanonicalRows<T> : IReadOnlyList<T>
{
    private readonly Lazy<IReadOnlyList<T>> rows;

    public CanonicalRows(IReadOnlyList<CanonicalChunk> chunks)
    {
        Chunks = chunks;
        Count = chunks.Sum(chunk => chunk.Count);
        rows = new(() => [.. chunks.SelectMany(chunk => CanonicalResult.ReadRows<T>(chunk.Bytes))]);
    }

    public int Count { get; }

    /// <summary>Together all rows, in order; none is empty.</summary>
    public IReadOnlyList<CanonicalChunk> Chunks { get; }

    public T this[int index] => rows.Value[index];

    public IEnumerator<T> GetEnumerator() => rows.Value.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Some rows, one behind the other.</summary>
/// <param name="Bytes">With commas between the rows, and no bracket around them.</param>
internal readonly record struct CanonicalChunk(int Count, byte[] Bytes)
{
    /// <param name="json">Lent; what stood in it is lost.</param>
    public static CanonicalChunk Of<T>(CanonicalJson json, IReadOnlyList<T> rows, Action<CanonicalJson, T> write)
    {
        json.Clear();
        foreach (var row in rows)
        {
            write(json, row);
        }
        return new CanonicalChunk(rows.Count, json.Written.ToArray());
    }
}
