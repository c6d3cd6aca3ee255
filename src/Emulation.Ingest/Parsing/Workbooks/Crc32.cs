using System.Buffers.Binary;

namespace Emulation.Ingest.Parsing.Workbooks;

/// <summary>The checksum of zip entries (ISO 3309, polynomial EDB88320), eight bytes at a time.</summary>
/// <remarks>The runtime's zip reader does not compare it: one flipped bit then reads as another number (docs/formats/xlsx.md).</remarks>
internal static class Crc32
{
    private static readonly uint[][] Tables = BuildTables();

    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        crc = ~crc;
        while (bytes.Length >= 8)
        {
            var low = crc ^ BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = Tables[7][low & 0xFF] ^ Tables[6][(low >> 8) & 0xFF] ^ Tables[5][(low >> 16) & 0xFF] ^ Tables[4][low >> 24]
                ^ Tables[3][high & 0xFF] ^ Tables[2][(high >> 8) & 0xFF] ^ Tables[1][(high >> 16) & 0xFF] ^ Tables[0][high >> 24];
            bytes = bytes[8..];
        }

        foreach (var one in bytes)
        {
            crc = Tables[0][(crc ^ one) & 0xFF] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint[][] BuildTables()
    {
        var tables = new uint[8][];
        for (var level = 0; level < 8; level++)
        {
            tables[level] = new uint[256];
            for (var index = 0u; index < 256; index++)
            {
                tables[level][index] = level == 0
                    ? OneByte(index)
                    : tables[0][tables[level - 1][index] & 0xFF] ^ (tables[level - 1][index] >> 8);
            }
        }

        return tables;
    }

    private static uint OneByte(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ 0xEDB88320u;
        }

        return value;
    }
}
