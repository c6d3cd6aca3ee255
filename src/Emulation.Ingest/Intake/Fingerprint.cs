using System.Security.Cryptography;

namespace Emulation.Ingest.Intake;

/// <summary>The identity of a file's content: its SHA-256, as 64 lower-case hexadecimal digits.</summary>
public readonly record struct Fingerprint(string Hex)
{
    public static Fingerprint Of(ReadOnlySpan<byte> content) => new(Convert.ToHexStringLower(SHA256.HashData(content)));

    public static Fingerprint FromBytes(byte[] hash) => new(Convert.ToHexStringLower(hash));

    public byte[] ToBytes() => Convert.FromHexString(Hex);

    /// <summary>The first 12 digits, for people.</summary>
    public string Short => Hex[..12];

    public override string ToString() => Hex;
}
