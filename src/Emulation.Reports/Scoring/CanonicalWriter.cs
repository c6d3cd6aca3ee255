using Emulation.Plan;

namespace Emulation.Reports.Scoring;

/// <summary>A piece of a canonical result.</summary>
/// <param name="Unit">The unit whose outcome the piece is, with the comma that follows it if another unit does; null for all else.</param>
/// <param name="Bytes">Until the next piece is asked for.</param>
internal readonly record struct CanonicalPiece(UnitCode? Unit, ReadOnlyMemory<byte> Bytes);

/// <summary>Writes the canonical bytes of a result in pieces: one a scored unit, some for the long lists, in the order in which they make up the whole.</summary>
/// <remarks>Written by hand because a run over the whole nation has a million lines; <see cref="CanonicalResult"/> reads the same text by the records' own names, and a test holds the two together.</remarks>
internal static class CanonicalWriter
{
    private const int ItemsAPiece = 256;
    private const int ChunksAPiece = 4;
    private static readonly int PiecesAhead = 8 * Environment.ProcessorCount;

    public static byte[] Whole(FrozenResult frozen)
    {
        var json = new CanonicalJson();
        foreach (var part in Parts(frozen))
        {
            part.Write(json);
        }
        return json.Written.ToArray();
    }

    /// <summary>The pieces in their order; the next ones are written side by side meanwhile.</summary>
    public static async IAsyncEnumerable<CanonicalPiece> PiecesAsync(FrozenResult frozen)
    {
        var free = new Queue<CanonicalJson>(Enumerable.Range(0, PiecesAhead).Select(_ => new CanonicalJson()));
        var ahead = new Queue<(CanonicalJson Json, Task<CanonicalPiece> Piece)>();
        using var parts = Parts(frozen).GetEnumerator();
        do
        {
            while (free.Count > 0 && parts.MoveNext())
            {
                var (part, json) = (parts.Current, free.Dequeue());
                ahead.Enqueue((json, Task.Run(() => part.WriteTo(json))));
            }
            var next = ahead.Dequeue();
            yield return await next.Piece;
            free.Enqueue(next.Json);
        }
        while (ahead.Count > 0);
    }

    private static IEnumerable<Part> Parts(FrozenResult frozen)
    {
        var result = frozen.Result;
        yield return new(null, json => Head(json, frozen));
        for (var index = 0; index < result.Units.Count; index++)
        {
            var (unit, isLast) = (result.Units[index], index == result.Units.Count - 1);
            yield return new(unit.Unit, json => Items(json, [unit], isLast, CanonicalItems.Unit));
        }
        foreach (var part in List("],\"indicators\":["u8, result.Indicators, CanonicalItems.Indicator)
            .Concat(List("],\"duties\":["u8, result.Duties, CanonicalItems.Duty))
            .Concat(List("],\"discrepancies\":["u8, result.Discrepancies, CanonicalItems.Discrepancy)))
        {
            yield return part;
        }
        yield return new(null, json => Tail(json, frozen.ComputedBy));
    }

    private static IEnumerable<Part> List<T>(ReadOnlySpan<byte> opening, IReadOnlyList<T> items, Action<CanonicalJson, T> write)
    {
        var start = opening.ToArray();
        return items is CanonicalRows<T> written ? Written(start, written.Chunks) : items.Chunk(ItemsAPiece)
            .Select((chunk, number) => new Part(null, json => Items(json, chunk, (number + 1) * ItemsAPiece >= items.Count, write)))
            .Prepend(new Part(null, json => json.Raw(start)));
    }

    private static IEnumerable<Part> Written(byte[] opening, IReadOnlyList<CanonicalChunk> chunks) =>
        chunks.Chunk(ChunksAPiece)
            .Select((some, number) => new Part(null, json => Items(json, some, (number + 1) * ChunksAPiece >= chunks.Count, (json, chunk) => json.Items(chunk.Bytes))))
            .Prepend(new Part(null, json => json.Raw(opening)));

    private static void Items<T>(CanonicalJson json, IReadOnlyList<T> items, bool areLast, Action<CanonicalJson, T> write)
    {
        foreach (var item in items)
        {
            write(json, item);
        }
        json.Raw(areLast ? ""u8 : ","u8);
    }

    // Left open: the lists follow.
    private static void Head(CanonicalJson json, FrozenResult frozen)
    {
        json.StartObject();
        json.String("planHash"u8, frozen.PlanHash);
        json.String("inputsHash"u8, frozen.InputsHash);
        json.StartObject("result"u8);
        json.String("planCode"u8, frozen.Result.PlanCode);
        json.Number("planVersion"u8, frozen.Result.PlanVersion);
        json.String("ruleSet"u8, frozen.Result.RuleSet);
        json.String("period"u8, frozen.Result.Period.Value);
        json.StartArray("units"u8);
    }

    private static void Tail(CanonicalJson json, int? computedBy)
    {
        json.Raw("]}"u8);
        if (computedBy is { } rules)
        {
            json.Number("computedBy"u8, rules);
        }
        json.Raw("}"u8);
    }

    private sealed record Part(UnitCode? Unit, Action<CanonicalJson> Write)
    {
        public CanonicalPiece WriteTo(CanonicalJson json)
        {
            json.Clear();
            Write(json);
            return new CanonicalPiece(Unit, json.Written);
        }
    }
}
