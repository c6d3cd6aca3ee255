using System.Buffers.Binary;

namespace Emulation.Ingest.Parsing.OldWorkbooks;

/// <summary>Writes the cells of a BIFF8 sheet as the XML of an .xlsx sheet, at the same addresses. Cells must come row by row and from left to right, each once.</summary>
internal sealed class SheetPart(BiffRecords records, WorkbookGlobals globals, SheetOutline outline, int textCount, PartText part)
{
    private const int FormulaHead = 22;
    private const int CalculateOnOpen = 2;
    private readonly OldText text = new();
    private int row = -1;
    private int column = -1;
    private int writtenRow = -1;
    private bool isInTable;
    private bool isBehindTable;
    private (int Row, int Column, int Style)? textAwaited;

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

        part.Add(writtenRow >= 0 ? "</row></sheetData>" : "</sheetData>");
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
                Number(Begin(records.Exactly(14)), BinaryPrimitives.ReadDoubleLittleEndian(records.Data[6..]));
                break;
            case RecordType.Rk:
                Number(Begin(records.Exactly(10)), FromRk(records.Data[6..]));
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
                Begin(records.Exactly(6));
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

    /// <summary>The address and style that a cell record begins with; the style's format and font must exist.</summary>
    private (int Row, int Column, int Style) Begin(ReadOnlySpan<byte> data) =>
        Begin(BinaryPrimitives.ReadUInt16LittleEndian(data), BinaryPrimitives.ReadUInt16LittleEndian(data[2..]), BinaryPrimitives.ReadUInt16LittleEndian(data[4..]));

    private (int Row, int Column, int Style) Begin(int atRow, int atColumn, int style)
    {
        var isNext = atRow > row || (atRow == row && atColumn > column);
        if (!isNext || atColumn > 255 || style >= globals.Styles.Count)
        {
            throw records.Damage();
        }

        (row, column) = (atRow, atColumn);
        return (atRow, atColumn, style);
    }

    private void Open((int Row, int Column, int Style) cell, string type)
    {
        if (cell.Row != writtenRow)
        {
            part.Add(writtenRow >= 0 ? "</row><row r=\"" : "<row r=\"").Add(cell.Row + 1).Add(outline.IsRowHidden(cell.Row) ? "\" hidden=\"1\">" : "\">");
            writtenRow = cell.Row;
        }

        part.Add("<c r=\"").AddAddress(cell.Row, cell.Column).Add("\" s=\"").Add(cell.Style).Add(type);
    }

    private void Number((int Row, int Column, int Style) cell, double number)
    {
        if (!double.IsFinite(number))
        {
            throw records.Damage();
        }

        Open(cell, "\"><v>");
        part.Add(number).Add("</v></c>");
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
            Number(Begin(atRow, at, BinaryPrimitives.ReadUInt16LittleEndian(one)), FromRk(one[2..]));
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
            Begin(atRow, at, BinaryPrimitives.ReadUInt16LittleEndian(data[(4 + ((at - first) * 2))..]));
        }
    }

    /// <summary>30 bits of a number: whole or the upper bits of a double, as it is or a hundredth of it ([MS-XLS] 2.5.217).</summary>
    private static double FromRk(ReadOnlySpan<byte> data)
    {
        var bits = BinaryPrimitives.ReadInt32LittleEndian(data);
        var number = (bits & 2) != 0 ? bits >> 2 : BitConverter.Int64BitsToDouble(unchecked((long)(bits & ~3) << 32));
        return (bits & 1) != 0 ? number / 100 : number;
    }

    private void WriteShared()
    {
        var cell = Begin(records.Exactly(10));
        var index = BinaryPrimitives.ReadUInt32LittleEndian(records.Data[6..]);
        if (index >= textCount)
        {
            throw records.Damage();
        }

        Open(cell, "\" t=\"s\"><v>");
        part.Add((int)index).Add("</v></c>");
    }

    private void WriteLabel()
    {
        var cell = Begin(records.AtLeast(9));
        var (isRich, data) = (records.Type == RecordType.RichString, new ContinuedData(records, 6));
        text.Read(data, records);
        if (isRich)
        {
            text.ReadRuns(data, data.ReadWord(), records);
        }

        WriteText(cell, data);
    }

    private void WriteText((int Row, int Column, int Style) cell, ContinuedData data)
    {
        if (!data.IsOver)
        {
            throw records.Damage();
        }

        Open(cell, "\" t=\"inlineStr\"><is>");
        part.AddText(text, globals).Add("</is></c>");
    }

    private void WriteBoolErr()
    {
        // One program writes the value in two bytes.
        var cell = Begin(records.Data.Length == 9 && records.Data[7] == 0 ? records.Data : records.Exactly(8));
        switch (records.Data[^1])
        {
            case 0:
                Boolean(cell, records.Data[6]);
                break;
            case 1:
                Error(cell, records.Data[6]);
                break;
            default:
                throw records.Damage();
        }
    }

    private void Boolean((int Row, int Column, int Style) cell, byte value)
    {
        Open(cell, "\" t=\"b\"><v>");
        part.Add(value <= 1 ? value : throw records.Damage()).Add("</v></c>");
    }

    private void Error((int Row, int Column, int Style) cell, byte code)
    {
        Open(cell, "\" t=\"e\"><v>");
        part.Add(NameOfError(code)).Add("</v></c>");
    }

    private string NameOfError(byte code) => code switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        0x2B => "#GETTING_DATA",
        _ => throw records.Damage(),
    };

    private void WriteFormula()
    {
        var cell = Begin(records.AtLeast(FormulaHead));
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
            Open(cell, "\"><f></f></c>");
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
    private void WriteResult((int Row, int Column, int Style) cell, ReadOnlySpan<byte> value)
    {
        if (BinaryPrimitives.ReadUInt16LittleEndian(value[6..]) != 0xFFFF)
        {
            Number(cell, BinaryPrimitives.ReadDoubleLittleEndian(value));
            return;
        }

        switch (value[0])
        {
            case 1:
                Boolean(cell, value[2]);
                break;
            case 2:
                Error(cell, value[2]);
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
            WriteText(cell, data);
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
