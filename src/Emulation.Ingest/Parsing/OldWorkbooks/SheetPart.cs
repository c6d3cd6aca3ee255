using System.Buffers.Binary;

namespace Emulation.Ingest.Parsing.OldWorkbooks;

/// <summary>Writes the cells of a BIFF8 sheet as the XML of an .xlsx sheet, at the same addresses. Cells must come row by row and from left to right, each once.</summary>
internal sealed class SheetPart(BiffRecords records, WorkbookGlobals globals, SheetOutline outline, int textCount, PartText part)
{
    private const int FormulaHead = 22;
    private const int CalculateOnOpen = 2;
    private readonly OldText text = new();
    private readonly CellsPart cells = new(records, globals, outline, part);
    private bool isInTable;
    private bool isBehindTable;
    private CellHead? textAwaited;

    /// <summary>Writes from the sheet's BOF, which is the current record, to its end.</summary>
    public void Write()
    {
        part.Add("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
        WriteColumns();
        part.Add("<sheetData>");
        while (SheetRecords.Next(records))
        {
            WriteRecord();
        }

        if (textAwaited is not null)
        {
            throw records.Damage();
        }

        cells.End();
        part.Add("</sheetData>");
        WriteMerges();
        part.Add("</worksheet>");
    }

    private void WriteRecord()
    {
        CheckTable();
        if (textAwaited is not null)
        {
            WriteAwaited();
            return;
        }

        switch (records.Type)
        {
            case RecordType.Number:
                cells.Number(cells.Begin(records.Exactly(14)), BinaryPrimitives.ReadDoubleLittleEndian(records.Data[6..]));
                break;
            case RecordType.Rk:
                cells.Number(cells.Begin(records.Exactly(10)), RkNumber.Of(records.Data[6..]));
                break;
            case RecordType.MulRk:
                WriteNumbers();
                break;
            case RecordType.LabelShared:
                WriteShared();
                break;
            case RecordType.Label or RecordType.RichString:
                WriteLabel();
                break;
            case RecordType.BoolErr:
                WriteBoolErr();
                break;
            case RecordType.Formula:
                WriteFormula();
                break;
            case RecordType.Blank:
                cells.Begin(records.Exactly(6));
                break;
            case RecordType.MulBlank:
                CheckBlanks();
                break;
            case RecordType.String:
                throw records.Damage();
            default:
                break;
        }
    }

    /// <summary>The table of cells stands in one piece.</summary>
    private void CheckTable()
    {
        var (isOfTable, isCell) = (RecordType.IsOfCellTable(records.Type), RecordType.IsCell(records.Type));
        isBehindTable |= isInTable && !isOfTable;
        isInTable |= isCell || records.Type == RecordType.Row;
        if (isBehindTable && isCell)
        {
            throw records.Damage();
        }
    }

    private void WriteNumbers()
    {
        var data = records.AtLeast(12);
        var (atRow, first) = (BinaryPrimitives.ReadUInt16LittleEndian(data), BinaryPrimitives.ReadUInt16LittleEndian(data[2..]));
        var last = BinaryPrimitives.ReadUInt16LittleEndian(data[^2..]);
        if (data.Length != 6 + ((last - first + 1) * 6))
        {
            throw records.Damage();
        }

        for (int at = first; at <= last; at++)
        {
            var one = data.Slice(4 + ((at - first) * 6), 6);
            cells.Number(cells.Begin(atRow, at, BinaryPrimitives.ReadUInt16LittleEndian(one)), RkNumber.Of(one[2..]));
        }
    }

    private void CheckBlanks()
    {
        var data = records.AtLeast(8);
        var (atRow, first) = (BinaryPrimitives.ReadUInt16LittleEndian(data), BinaryPrimitives.ReadUInt16LittleEndian(data[2..]));
        var last = BinaryPrimitives.ReadUInt16LittleEndian(data[^2..]);
        if (data.Length != 6 + ((last - first + 1) * 2))
        {
            throw records.Damage();
        }

        for (int at = first; at <= last; at++)
        {
            cells.Begin(atRow, at, BinaryPrimitives.ReadUInt16LittleEndian(data[(4 + ((at - first) * 2))..]));
        }
    }

    private void WriteShared()
    {
        var cell = cells.Begin(records.Exactly(10));
        var index = BinaryPrimitives.ReadUInt32LittleEndian(records.Data[6..]);
        if (index >= textCount)
        {
            throw records.Damage();
        }

        cells.Shared(cell, index);
    }

    private void WriteLabel()
    {
        var cell = cells.Begin(records.AtLeast(9));
        var (isRich, data) = (records.Type == RecordType.RichString, new ContinuedData(records, 6));
        text.Read(data, records);
        if (isRich)
        {
            text.ReadRuns(data, data.ReadWord(), records);
        }

        cells.Text(cell, text, data);
    }

    private void WriteBoolErr()
    {
        // One program writes the value in two bytes.
        var cell = cells.Begin(records.Data.Length == 9 && records.Data[7] == 0 ? records.Data : records.Exactly(8));
        switch (records.Data[^1])
        {
            case 0:
                cells.Boolean(cell, records.Data[6]);
                break;
            case 1:
                cells.Error(cell, records.Data[6]);
                break;
            default:
                throw records.Damage();
        }
    }

    private void WriteFormula()
    {
        var cell = cells.Begin(records.AtLeast(FormulaHead));
        var data = records.Data;
        if (BinaryPrimitives.ReadUInt16LittleEndian(data[20..]) + FormulaHead > data.Length)
        {
            throw records.Damage();
        }

        var value = data.Slice(6, 8);
        var isText = BinaryPrimitives.ReadUInt16LittleEndian(value[6..]) == 0xFFFF && value[0] == 0;
        if (outline.IsUncalculated || (data[14] & CalculateOnOpen) != 0)
        {
            // The text that follows is as old as the number would be.
            textAwaited = isText ? cell with { Style = -1 } : null;
            cells.Uncalculated(cell);
            return;
        }

        if (isText)
        {
            textAwaited = cell;
        }
        else
        {
            WriteResult(cell, value);
        }
    }

    /// <summary>A formula's value: a number, or by its first byte a boolean (1), an error (2) or an empty text (3).</summary>
    private void WriteResult(CellHead cell, ReadOnlySpan<byte> value)
    {
        if (BinaryPrimitives.ReadUInt16LittleEndian(value[6..]) != 0xFFFF)
        {
            cells.Number(cell, BinaryPrimitives.ReadDoubleLittleEndian(value));
            return;
        }

        switch (value[0])
        {
            case 1:
                cells.Boolean(cell, value[2]);
                break;
            case 2:
                cells.Error(cell, value[2]);
                break;
            case 3:
                break;
            default:
                throw records.Damage();
        }
    }

    /// <summary>The text of a formula stands behind it; only what belongs to the formula may come between.</summary>
    private void WriteAwaited()
    {
        if (records.Type is RecordType.SharedFormula or RecordType.Array or RecordType.Table or RecordType.Continue)
        {
            return;
        }

        var cell = textAwaited!.Value;
        textAwaited = records.Type == RecordType.String ? null : throw records.Damage();
        var data = new ContinuedData(records);
        text.Read(data, records);
        if (cell.Style >= 0)
        {
            cells.Text(cell, text, data);
        }
    }

    private void WriteColumns()
    {
        if (outline.HiddenColumns.Count == 0)
        {
            return;
        }

        part.Add("<cols>");
        foreach (var (first, last) in outline.HiddenColumns)
        {
            part.Add("<col min=\"").Add(first + 1).Add("\" max=\"").Add(last + 1).Add("\" hidden=\"1\"/>");
        }

        part.Add("</cols>");
    }

    private void WriteMerges()
    {
        if (outline.Merges.Count == 0)
        {
            return;
        }

        part.Add("<mergeCells>");
        foreach (var (firstRow, lastRow, firstColumn, lastColumn) in outline.Merges)
        {
            part.Add("<mergeCell ref=\"").AddAddress(firstRow, firstColumn).Add(":").AddAddress(lastRow, lastColumn).Add("\"/>");
        }

        part.Add("</mergeCells>");
    }
}
