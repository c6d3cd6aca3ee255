using System.Buffers.Binary;

namespace Emulation.Ingest.Parsing.OldWorkbooks;

/// <summary>What must be known of a sheet before its cells are written: hidden rows and columns, merges, whether its formulas were calculated.</summary>
internal sealed class SheetOutline
{
    private const int RowFlagHidden = 0x20;
    private const int ColumnFlagHidden = 1;
    private readonly HashSet<int> hiddenRows = [];
    private readonly List<(int First, int Last)> hiddenColumns = [];
    private readonly List<(ushort FirstRow, ushort LastRow, ushort FirstColumn, ushort LastColumn)> merges = [];
    private readonly HashSet<int> rows = [];

    /// <summary>0-based, in order.</summary>
    public IReadOnlyList<(int First, int Last)> HiddenColumns => hiddenColumns;

    /// <summary>0-based.</summary>
    public IReadOnlyList<(ushort FirstRow, ushort LastRow, ushort FirstColumn, ushort LastColumn)> Merges => merges;

    /// <summary>True if the sheet was saved before its formulas were calculated.</summary>
    public bool IsUncalculated { get; private set; }

    public bool IsRowHidden(int row) => hiddenRows.Contains(row);

    /// <summary>Reads from the sheet's first record to its last, which becomes the current one.</summary>
    public static SheetOutline Read(BiffRecords records)
    {
        var outline = new SheetOutline();
        while (SheetRecords.Next(records))
        {
            outline.ReadRecord(records);
        }

        return outline;
    }

    private void ReadRecord(BiffRecords records)
    {
        switch (records.Type)
        {
            case RecordType.Row:
                ReadRow(records);
                break;
            case RecordType.ColumnInfo:
                ReadColumns(records);
                break;
            case RecordType.MergeCells:
                ReadMerges(records);
                break;
            case RecordType.Uncalculated:
                IsUncalculated = true;
                break;
            default:
                break;
        }
    }

    private void ReadRow(BiffRecords records)
    {
        var data = records.Exactly(16);
        int row = BinaryPrimitives.ReadUInt16LittleEndian(data);
        if (!rows.Add(row))
        {
            throw records.Damage();
        }

        if ((data[12] & RowFlagHidden) != 0)
        {
            hiddenRows.Add(row);
        }
    }

    private void ReadColumns(BiffRecords records)
    {
        var data = records.AtLeast(10);
        var (first, last) = (BinaryPrimitives.ReadUInt16LittleEndian(data), BinaryPrimitives.ReadUInt16LittleEndian(data[2..]));
        if (first > last || last > 256)
        {
            throw records.Damage();
        }

        if ((data[8] & ColumnFlagHidden) != 0 && first < 256)
        {
            hiddenColumns.Add((first, Math.Min((int)last, 255)));
        }
    }

    private void ReadMerges(BiffRecords records)
    {
        var count = BinaryPrimitives.ReadUInt16LittleEndian(records.AtLeast(2));
        var data = records.Exactly(2 + (count * 8));
        for (var at = 2; at < data.Length; at += 8)
        {
            var range = data.Slice(at, 8);
            var (firstRow, lastRow) = (BinaryPrimitives.ReadUInt16LittleEndian(range), BinaryPrimitives.ReadUInt16LittleEndian(range[2..]));
            var (firstColumn, lastColumn) = (BinaryPrimitives.ReadUInt16LittleEndian(range[4..]), BinaryPrimitives.ReadUInt16LittleEndian(range[6..]));
            if (firstRow > lastRow || firstColumn > lastColumn || lastColumn > 255)
            {
                throw records.Damage();
            }

            merges.Add((firstRow, lastRow, firstColumn, lastColumn));
        }
    }
}
