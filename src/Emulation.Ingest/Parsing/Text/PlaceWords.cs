using System.Collections.Frozen;

namespace Emulation.Ingest.Parsing.Text;

/// <summary>Words of places and families of the highlands that are no Vietnamese syllables: they speak neither for nor against a reading.</summary>
internal static class PlaceWords
{
    private static readonly FrozenSet<string> All =
        "krông lắk đắk đăk búk pắk pắc păk năng đrắk mđrắk đrăk mgar êđê niê mlô byă êban kđăm ênuôl knul ktla bkrông hđơk ayǔn plei pơng drang êwi hmông"
            .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BySpan = All.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Contains(ReadOnlySpan<char> word) => BySpan.Contains(word);
}
