using System.Buffers.Binary;

namespace Emulation.Ingest.Parsing.OldWorkbooks;

/// <summary>Walks the records of a sheet from its BOF to its EOF; charts inside it are passed over.</summary>
internal static class SheetRecords
{
    /// <summary>False at the sheet's end.</summary>
    public static bool Next(BiffRecords records)
    {
        records.Read();
        while (records.Type == RecordType.BeginOfFile)
        {
            SkipToEnd(records);
            records.Read();
        }

        return records.Type != RecordType.EndOfFile && (RecordType.MayBeInSheet(records.Type) ? true : throw records.Damage());
    }

    /// <summary>From a BOF to the EOF that closes it.</summary>
    public static void SkipToEnd(BiffRecords records)
    {
        for (var depth = 1; depth > 0;)
        {
            records.Read();
            depth += records.Type switch { RecordType.BeginOfFile => 1, RecordType.EndOfFile => -1, _ => 0 };
        }
    }

    /// <summary>Goes to the BOF of a sheet.</summary>
    public static void Begin(BiffRecords records, OldSheet sheet)
    {
        records.Part = sheet.Name;
        records.Seek(sheet.Offset);
        if (records.Type != RecordType.BeginOfFile || BinaryPrimitives.ReadUInt16LittleEndian(records.AtLeast(4)) != 0x0600)
        {
            throw records.Damage();
        }
    }
}
