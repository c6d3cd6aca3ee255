using Emulation.Ingest.Parsing.Text;

namespace Emulation.Ingest.Parsing.Workbooks;

/// <summary>A font whose letters stand where Western letters stand in others, so that its name tells the encoding of the text.</summary>
/// <param name="Name">E.g. <c>.VnTime</c>, <c>VNI-Times</c>.</param>
/// <param name="HasOnlyCapitals">True for .VnTimeH and its like, which show small letters as capitals.</param>
internal sealed record OldFont(string Name, OldEncoding Letters, bool HasOnlyCapitals)
{
    /// <summary>As people know it.</summary>
    public string Encoding => Letters.Name;

    /// <summary>E.g. <c>TCVN3 (ABC), phông .VnTime</c>.</summary>
    public override string ToString() => $"{Encoding}, phông {Name}";

    /// <summary>The old font of that name; null for a font of Unicode.</summary>
    public static OldFont? Of(string? name) =>
        name is null ? null
        : name.StartsWith(".Vn", StringComparison.OrdinalIgnoreCase) ? new OldFont(name, OldEncoding.Tcvn3, name.EndsWith('H') || name.EndsWith("timeh", StringComparison.Ordinal))
        : name.StartsWith("VNI-", StringComparison.OrdinalIgnoreCase) ? new OldFont(name, OldEncoding.Vni, HasOnlyCapitals: false)
        : null;
}
