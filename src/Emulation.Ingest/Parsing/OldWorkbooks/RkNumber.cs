using System.Buffers.Binary;

namespace Emulation.Ingest.Parsing.OldWorkbooks;

/// <summary>A number in 30 bits: whole or the upper bits of a double, as it is or a hundredth of it ([MS-XLS] 2.5.217).</summary>
internal static class RkNumber
{
    public static double Of(ReadOnlySpan<byte> data)
    {
        var bits = BinaryPrimitives.ReadInt32LittleEndian(data);
        var number = (bits & 2) != 0 ? bits >> 2 : BitConverter.Int64BitsToDouble(unchecked((long)(bits & ~3) << 32));
        return (bits & 1) != 0 ? number / 100 : number;
    }
}
