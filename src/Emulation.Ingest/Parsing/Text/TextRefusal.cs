using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Parsing.Text;

/// <summary>Why a text file's letters cannot be had exactly. The letters themselves are not repeated: they could be a person's name.</summary>
internal static class TextRefusal
{
    /// <param name="line">1-based; null for the whole file.</param>
    public static UnreadableFileException At(int? line, string why) => new(RejectionCatalogue.Encoding, new Place(null, line, null, null), ("why", why));

    public static UnreadableFileException Mixed(int line, string own, OldEncoding other) =>
        At(line, $"tệp lẫn hai bảng mã: phần lớn là {own}, chỗ này là {other.Name}");
}
