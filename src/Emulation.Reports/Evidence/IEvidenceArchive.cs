namespace Emulation.Reports.Evidence;

/// <summary>Where the files behind decisions are kept, each under its SHA-256 (lower-case hex): the archive of the originals, which belongs to another room. The host puts the two together.</summary>
public interface IEvidenceArchive
{
    /// <summary>The largest file it takes, in bytes.</summary>
    int MostBytes { get; }

    /// <summary>Keeps the content and returns only when it is safe on the disk. Keeping it again changes nothing.</summary>
    /// <exception cref="IOException">It could not be written or made durable.</exception>
    void Keep(string hash, ReadOnlySpan<byte> content);

    /// <summary>True if the content is there and undamaged.</summary>
    bool Holds(string hash);

    /// <summary>The content kept under that hash.</summary>
    /// <exception cref="IOException">It is missing or damaged.</exception>
    byte[] Read(string hash);
}
