using System.Security.Cryptography;
using Emulation.Reports.Evidence;

namespace Emulation.Reports.Tests.Closing;

/// <summary>An archive of evidence in memory, which a test may damage. The host's is tried with it (EvidenceUseCaseTests).</summary>
internal sealed class MemoryArchive : IEvidenceArchive
{
    public Dictionary<string, byte[]> Files { get; } = [];

    /// <summary>True for a disk that takes no more.</summary>
    public bool IsFull { get; set; }

    public int MostBytes => 1000;

    public void Keep(string hash, ReadOnlySpan<byte> content) => Files[hash] = IsFull ? throw new IOException("No space left on device") : content.ToArray();

    public bool Holds(string hash) => Files.TryGetValue(hash, out var content) && Convert.ToHexStringLower(SHA256.HashData(content)) == hash;

    public byte[] Read(string hash) => Holds(hash) ? Files[hash] : throw new IOException($"The archived file {hash} is damaged.");
}
