using System.Buffers.Binary;

namespace Emulation.Ingest.Parsing.OldWorkbooks;

/// <summary>What a cell record begins with.</summary>
/// <param name="Row">From 0.</param>
/// <param name="Column">From 0.</param>
/// <param name="Style">Its index among the styles of the workbook.</param>
internal readonly record struct CellHead(int Row, int Column, int Style);

/// <summary>Writes cells one by one as XML of an .xlsx sheet. They must come row by row and from left to right, each once.</summary>
internal sealed class CellsPart(BiffRecords records, WorkbookGlobals globals, SheetOutline outline, PartText part)
{
    private int row = -1;
    private int column = -1;
    private int writtenRow = -1;

    /// <exception cref="UnreadableFileException">The cell is not the next, or has no such style.</exception>
    public CellHead Begin(ReadOnlySpan<byte> data) =>
        Begin(BinaryPrimitives.ReadUInt16LittleEndian(data), BinaryPrimitives.ReadUInt16LittleEndian(data[2..]), BinaryPrimitives.ReadUInt16LittleEndian(data[4..]));

    public CellHead Begin(int atRow, int atColumn, int style)
    {
        var isNext = atRow > row || (atRow == row && atColumn > column);
        if (!isNext || atColumn > 255 || style >= globals.Styles.Count)
        {
            throw records.Damage();
        }

        (row, column) = (atRow, atColumn);
        return new CellHead(atRow, atColumn, style);
    }

    public void Number(CellHead cell, double number)
    {
        if (!double.IsFinite(number))
        {
            throw records.Damage();
        }

        Open(cell, "\"><v>");
        part.Add(number).Add("</v></c>");
    }

    public void Boolean(CellHead cell, byte value)
    {
        Open(cell, "\" t=\"b\"><v>");
        part.Add(value <= 1 ? value : throw records.Damage()).Add("</v></c>");
    }

    public void Error(CellHead cell, byte code)
    {
        Open(cell, "\" t=\"e\"><v>");
        part.Add(NameOfError(code)).Add("</v></c>");
    }

    public void Text(CellHead cell, OldText text, ContinuedData data)
    {
        if (!data.IsOver)
        {
            throw records.Damage();
        }

        Open(cell, "\" t=\"inlineStr\"><is>");
        part.AddText(text, globals).Add("</is></c>");
    }

    /// <summary>A text of the shared table.</summary>
    public void Shared(CellHead cell, uint index)
    {
        Open(cell, "\" t=\"s\"><v>");
        part.Add((int)index).Add("</v></c>");
    }

    /// <summary>A formula whose value is not known.</summary>
    public void Uncalculated(CellHead cell) => Open(cell, "\"><f></f></c>");

    /// <summary>Ends the last row, if there is one.</summary>
    public void End()
    {
        if (writtenRow >= 0)
        {
            part.Add("</row>");
        }
    }

    private void Open(CellHead cell, string type)
    {
        if (cell.Row != writtenRow)
        {
            part.Add(writtenRow >= 0 ? "</row><row r=\"" : "<row r=\"").Add(cell.Row + 1).Add(outline.IsRowHidden(cell.Row) ? "\" hidden=\"1\">" : "\">");
            writtenRow = cell.Row;
        }

        part.Add("<c r=\"").AddAddress(cell.Row, cell.Column).Add("\" s=\"").Add(cell.Style).Add(type);
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
}
