using System.Text;

namespace Emulation.Ingest.Validation;

/// <summary>The findings of one file, in the order found: all of them counted, at most 100 of a code kept, then one line that counts the rest.</summary>
internal sealed class Findings
{
    /// <summary>Findings kept of one code.</summary>
    public const int MostOfACode = 100;

    private const int FoundLength = 60;
    private readonly List<Rejection> kept = [];
    private readonly Dictionary<RejectionKind, int> counts = [];

    public bool HasErrors { get; private set; }

    public int CountOf(RejectionKind kind) => counts.GetValueOrDefault(kind);

    /// <summary>Adds a finding. The values <c>found</c> and <c>expected</c> also stand in the finding's own fields; <c>place</c> is filled in here.</summary>
    public void Add(RejectionKind kind, Place place, params ReadOnlySpan<(string Name, string Value)> values)
    {
        HasErrors |= kind.Severity == Severity.Error;
        var count = counts[kind] = counts.GetValueOrDefault(kind) + 1;
        if (count <= MostOfACode)
        {
            kept.Add(ToRejection(kind, place, values));
        }
    }

    /// <summary>In order of place, then of discovery; whole-file findings first.</summary>
    public IReadOnlyList<Rejection> ToList()
    {
        var list = kept.OrderBy(finding => finding.RowNumber ?? 0).ToList();
        foreach (var (kind, count) in counts)
        {
            if (count > MostOfACode)
            {
                var more = (count - MostOfACode).ToString("N0", VietnameseText.Culture);
                list.Add(new Rejection(kind.Severity, kind.Code, null, null, null, null, null, RejectionCatalogue.More.Message(("count", more), ("code", kind.Code)), RejectionCatalogue.More.Cure()));
            }
        }

        return list;
    }

    /// <summary>Text of a file as a message may show it: one line, clipped, without control characters.</summary>
    public static string Clip(ReadOnlySpan<char> text)
    {
        var clean = new StringBuilder(Math.Min(text.Length, FoundLength) + 1);
        foreach (var one in text)
        {
            if (clean.Length == FoundLength)
            {
                clean.Append('…');
                break;
            }

            clean.Append(char.IsControl(one) || char.IsSurrogate(one) || char.GetUnicodeCategory(one) == System.Globalization.UnicodeCategory.Format ? ' ' : one);
        }

        return clean.ToString();
    }

    private static Rejection ToRejection(RejectionKind kind, Place place, ReadOnlySpan<(string Name, string Value)> values)
    {
        (string, string)[] all = [("place", place.ToString()), .. values];
        return new Rejection(
            kind.Severity,
            kind.Code,
            place.Sheet,
            place.Row,
            place.Address,
            kind.HidesFound ? null : ValueOf("found", values),
            ValueOf("expected", values),
            kind.Message(all),
            kind.Cure(all));
    }

    private static string? ValueOf(string name, ReadOnlySpan<(string Name, string Value)> values)
    {
        foreach (var (candidate, value) in values)
        {
            if (candidate == name)
            {
                return value;
            }
        }

        return null;
    }
}
