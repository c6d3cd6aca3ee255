using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using Emulation.Ingest.Parsing.OldWorkbooks;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Parsing.Workbooks;

/// <summary>A workbook encrypted with a password ([MS-OFFCRYPTO], agile encryption of Office 2010 and later), opened with it.</summary>
/// <remarks>Only by hand, never for dropped files: units are asked to take the password away. What comes out still passes the zip gate, whose checksums prove it.</remarks>
internal static class EncryptedPackage
{
    private const int SegmentLength = 4096;

    /// <summary>Rounds of hashing; Office writes 100,000.</summary>
    private const int MostRounds = 1_000_000;

    private static readonly byte[] VerifierInput = [0xFE, 0xA7, 0xD2, 0x76, 0x3B, 0x4B, 0x9E, 0x79];
    private static readonly byte[] VerifierValue = [0xD7, 0xAA, 0x0F, 0x6D, 0x30, 0x61, 0x34, 0x4E];
    private static readonly byte[] KeyValue = [0x14, 0x6E, 0x0B, 0xE7, 0xAB, 0xAC, 0xD0, 0xD6];

    /// <exception cref="UnreadableFileException">The password is another, the method one we do not know, or the file is damaged.</exception>
    public static byte[] Open(ReadOnlyMemory<byte> content, string password)
    {
        var file = CompoundFile.Open(content);
        var info = file.Read(file.Find("EncryptionInfo") ?? throw Refused());
        var package = file.Read(file.Find("EncryptedPackage") ?? throw Refused());
        if (info.Length < 8 || BinaryPrimitives.ReadInt32LittleEndian(info) != 0x00040004 || package.Length < 8)
        {
            throw Refused();
        }

        try
        {
            return Decrypt(package, ReadAttributes(info.AsMemory(8).TrimEnd((byte)0)), password);
        }
        catch (Exception problem) when (problem is XmlException or FormatException or CryptographicException or KeyNotFoundException or OverflowException or ArgumentException)
        {
            throw new UnreadableFileException(RejectionCatalogue.Corrupt, ("part", "EncryptionInfo"));
        }
    }

    private static byte[] Decrypt(byte[] package, Dictionary<string, string> info, string password)
    {
        var hash = HashOf(info["encryptedKey.hashAlgorithm"]);
        var salt = Bytes(info, "encryptedKey.saltValue");
        var rounds = Number(info, "encryptedKey.spinCount");
        if (info["encryptedKey.cipherAlgorithm"] != "AES" || info["encryptedKey.cipherChaining"] != "ChainingModeCBC" || rounds > MostRounds)
        {
            throw Refused();
        }

        var root = Stretch(hash, salt, password, rounds);
        var keyLength = Number(info, "encryptedKey.keyBits") / 8;
        byte[] Unwrap(byte[] purpose, string name) =>
            Decrypt(Fit(CryptographicOperations.HashData(hash, [.. root, .. purpose]), keyLength), Fit(salt, 16), Bytes(info, name));

        var input = Unwrap(VerifierInput, "encryptedKey.encryptedVerifierHashInput");
        var expected = CryptographicOperations.HashData(hash, input.AsSpan(0, salt.Length));
        var stored = Unwrap(VerifierValue, "encryptedKey.encryptedVerifierHashValue");
        if (!stored.AsSpan(0, expected.Length).SequenceEqual(expected))
        {
            throw Refused();
        }

        return DecryptSegments(package, Unwrap(KeyValue, "encryptedKey.encryptedKeyValue").AsSpan(0, keyLength).ToArray(), info);
    }

    /// <summary>Each segment has an initial vector of its own, made of the salt and its number.</summary>
    private static byte[] DecryptSegments(byte[] package, byte[] key, Dictionary<string, string> info)
    {
        var hash = HashOf(info["keyData.hashAlgorithm"]);
        var salt = Bytes(info, "keyData.saltValue");
        var plain = new byte[package.Length - 8];
        for (var (at, number) = (8, 0); at < package.Length; at += SegmentLength, number++)
        {
            var segment = package.AsSpan(at, Math.Min(SegmentLength, package.Length - at) & ~15);
            Decrypt(key, Fit(CryptographicOperations.HashData(hash, [.. salt, .. Little(number)]), 16), segment).CopyTo(plain, at - 8);
        }

        var length = BinaryPrimitives.ReadInt64LittleEndian(package);
        return length >= 0 && length <= plain.Length ? plain[..(int)length] : throw Refused();
    }

    private static byte[] Stretch(HashAlgorithmName hash, byte[] salt, string password, int rounds)
    {
        var current = CryptographicOperations.HashData(hash, [.. salt, .. Encoding.Unicode.GetBytes(password)]);
        var joined = new byte[4 + current.Length];
        for (var round = 0; round < rounds; round++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(joined, round);
            current.CopyTo(joined, 4);
            CryptographicOperations.HashData(hash, joined, current);
        }

        return current;
    }

    private static byte[] Decrypt(byte[] key, byte[] vector, ReadOnlySpan<byte> content)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.DecryptCbc(content, vector, PaddingMode.None);
    }

    /// <summary>Cut, or filled up with 0x36.</summary>
    private static byte[] Fit(byte[] bytes, int length)
    {
        var fitted = new byte[length];
        Array.Fill(fitted, (byte)0x36);
        bytes.AsSpan(0, Math.Min(length, bytes.Length)).CopyTo(fitted);
        return fitted;
    }

    private static Dictionary<string, string> ReadAttributes(ReadOnlyMemory<byte> xml)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        using var reader = XmlReader.Create(new MemoryStream(xml.ToArray()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 65_536 });
        while (reader.Read())
        {
            var element = reader.LocalName;
            while (reader.NodeType is XmlNodeType.Element or XmlNodeType.Attribute && reader.MoveToNextAttribute())
            {
                // The password's key comes first; a certificate's may follow.
                attributes.TryAdd($"{element}.{reader.LocalName}", reader.Value);
            }
        }

        return attributes;
    }

    private static HashAlgorithmName HashOf(string name) => name is "SHA1" or "SHA256" or "SHA384" or "SHA512" ? new HashAlgorithmName(name) : throw Refused();

    private static byte[] Bytes(Dictionary<string, string> info, string name) => Convert.FromBase64String(info[name]);

    private static int Number(Dictionary<string, string> info, string name) => int.Parse(info[name], NumberStyles.None, CultureInfo.InvariantCulture);

    private static byte[] Little(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static UnreadableFileException Refused() => new(RejectionCatalogue.Password);
}
