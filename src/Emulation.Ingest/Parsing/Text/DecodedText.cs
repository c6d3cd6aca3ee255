namespace Emulation.Ingest.Parsing.Text;

/// <summary>A text file as UTF-8 without mark, and how it was read.</summary>
/// <param name="Encoding">As people know it, e.g. <c>UTF-16</c>, <c>TCVN3 (ABC)</c>.</param>
/// <param name="IsOld">True if it is neither UTF-8 nor UTF-16: taken with a warning.</param>
/// <param name="IsFromEvidence">True if nothing but the words themselves told the encoding.</param>
internal sealed record DecodedText(ReadOnlyMemory<byte> Utf8, string Encoding, bool IsOld, bool IsFromEvidence);
