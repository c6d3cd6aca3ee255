using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Emulation.Ingest.Tests.Parsing.OldWorkbooks;

namespace Emulation.Ingest.Tests.Inspection;

/// <summary>Encrypts a package with a password as Office 2010 and later do (agile, AES-256, SHA-512); the salts are fixed.</summary>
internal static class EncryptedFile
{
    private const int Rounds = 1000;
    private static readonly byte[] Salt = [.. Enumerable.Range(0, 16).Select(index => (byte)(7 * index))];
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(index => (byte)(251 - index))];

    public static byte[] Of(byte[] package, string password)
    {
        var root = SHA512.HashData([.. Salt, .. Encoding.Unicode.GetBytes(password)]);
        for (var round = 0; round < Rounds; round++)
        {
            root = SHA512.HashData([.. BitConverter.GetBytes(round), .. root]);
        }

        string Wrap(ulong purpose, byte[] content) =>
            Convert.ToBase64String(Encrypt(SHA512.HashData([.. root, .. BitConverter.GetBytes(purpose).Reverse()])[..32], Salt, content));

        var input = Key[..16];
        var xml = $"<encryption xmlns:p=\"password\"><keyData {Method(Salt)}/><keyEncryptors><keyEncryptor><p:encryptedKey spinCount=\"{Rounds.ToString(CultureInfo.InvariantCulture)}\" {Method(Salt)} "
            + $"encryptedVerifierHashInput=\"{Wrap(0xFEA7D2763B4B9E79, input)}\" encryptedVerifierHashValue=\"{Wrap(0xD7AA0F6D3061344E, SHA512.HashData(input))}\" "
            + $"encryptedKeyValue=\"{Wrap(0x146E0BE7ABACD0D6, Key)}\"/></keyEncryptor></keyEncryptors></encryption>";
        return OldFile.Container(("EncryptionInfo", [4, 0, 4, 0, 0x40, 0, 0, 0, .. Encoding.UTF8.GetBytes(xml)]), ("EncryptedPackage", Segments(package)));
    }

    private static string Method(byte[] salt) =>
        $"saltSize=\"16\" blockSize=\"16\" keyBits=\"256\" hashSize=\"64\" cipherAlgorithm=\"AES\" cipherChaining=\"ChainingModeCBC\" hashAlgorithm=\"SHA512\" saltValue=\"{Convert.ToBase64String(salt)}\"";

    private static byte[] Segments(byte[] package)
    {
        using var memory = new MemoryStream();
        memory.Write(BitConverter.GetBytes((long)package.Length));
        for (var (at, number) = (0, 0); at < package.Length; at += 4096, number++)
        {
            var segment = package.AsSpan(at, Math.Min(4096, package.Length - at)).ToArray();
            Array.Resize(ref segment, (segment.Length + 15) / 16 * 16);
            memory.Write(Encrypt(Key, SHA512.HashData([.. Salt, .. BitConverter.GetBytes(number)])[..16], segment));
        }

        return memory.ToArray();
    }

    private static byte[] Encrypt(byte[] key, byte[] vector, byte[] content)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.EncryptCbc(content, vector, PaddingMode.None);
    }
}
