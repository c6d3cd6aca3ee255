using System.Globalization;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Parsing.Workbooks;

/// <summary>The cells of one row of a sheet, interpreted by type and format; the same memory serves every row.</summary>
internal sealed class SheetCells(WorkbookPackage workbook, SheetInfo sheet, FontLetters letters, ReadingLimits limits)
{
    /// <summary>Days from 01/01/1900 to 01/01/1904 as serial numbers.</summary>
    private const int Days1904 = 1462;

    private readonly Slot[] slots = new Slot[limits.Columns + 1];
    private char[] characters = new char[1024];

    /// <summary>1-based.</summary>
    public int Row { get; private set; }

    /// <summary>The last column of the row that holds something; 0 for a row without content.</summary>
    public int LastColumn { get; private set; }

    /// <summary>Characters of the row so far.</summary>
    public int Length { get; private set; }

    public void BeginRow(int number)
    {
        Row = number;
        Array.Clear(slots, 0, LastColumn + 1);
        LastColumn = 0;
        Length = 0;
    }

    public CellView View(int column)
    {
        if (column > LastColumn)
        {
            return default;
        }

        ref var slot = ref slots[column];
        ReadOnlySpan<char> content = slot.Shared is not null ? slot.Shared : characters.AsSpan(slot.Start, slot.Length);
        return new CellView(slot.Kind, slot.Kind == CellKind.Text && !limits.IsAsStored ? CellText.Trim(content) : content, slot.Number, slot.IsPercent);
    }

    /// <summary>Adds to the content of the cell being read.</summary>
    public void Append(ReadOnlySpan<char> content)
    {
        if (Length + content.Length > characters.Length)
        {
            if (Length + content.Length > limits.RowCharacters)
            {
                throw Corrupt();
            }

            Array.Resize(ref characters, Math.Max(characters.Length * 2, Length + content.Length));
        }

        content.CopyTo(characters.AsSpan(Length));
        Length += content.Length;
    }

    /// <summary>Puts the characters meant in place of escapes such as <c>_x000D_</c>, in the content from there on.</summary>
    public void Unescape(int start)
    {
        var content = characters.AsSpan(start, Length - start);
        if (content.IndexOf("_x") >= 0)
        {
            var plain = SharedStrings.Unescaped(content.ToString());
            Length = start;
            Append(plain);
        }
    }

    /// <summary>Keeps a cell whose content has been appended, unless it is blank.</summary>
    public void Store(in RawCell cell)
    {
        var content = characters.AsSpan(cell.Start, Length - cell.Start);
        var slot = new Slot { Start = cell.Start, Length = content.Length };
        if (cell.IsUncached)
        {
            slot.Kind = CellKind.Formula;
        }
        else if (!content.IsEmpty)
        {
            Interpret(ref slot, content, cell);
        }

        if (slot.Kind == CellKind.Blank)
        {
            return;
        }

        if (cell.Column > limits.Columns)
        {
            throw new UnreadableFileException(
                RejectionCatalogue.Dimension,
                new Place(sheet.Name, Row, cell.Column, null),
                ("found", new CellAddress(sheet.Number, Row, (short)cell.Column).ToString()),
                ("limit", limits.Columns.ToString("N0", VietnameseText.Culture) + " cột"));
        }

        workbook.Budget.SpendCharacters(cell.Column - LastColumn + (slot.Shared?.Length ?? slot.Length));
        slots[cell.Column] = slot;
        LastColumn = cell.Column;
    }

    private void Interpret(ref Slot slot, ReadOnlySpan<char> content, in RawCell cell)
    {
        switch (cell.Type)
        {
            case CellType.Shared:
                slot.Shared = SharedText(content, cell);
                slot.Kind = KindOfText(slot.Shared);
                break;
            case CellType.FormulaText or CellType.Inline:
                slot.Shared = letters.ReadOwn(content, cell, Row);
                slot.Kind = KindOfText(content);
                break;
            case CellType.Boolean:
                slot.Kind = CellKind.Boolean;
                slot.Number = content is "1" or "true" ? 1 : content is "0" or "false" ? 0 : throw Corrupt();
                break;
            case CellType.Error:
                slot.Kind = CellKind.Error;
                break;
            case CellType.IsoDate:
                slot.Kind = CellKind.Date;
                slot.Number = DateTime.TryParse(content, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time)
                    ? time.ToOADate()
                    : throw Corrupt();
                break;
            default:
                InterpretNumber(ref slot, content, cell.Format);
                break;
        }
    }

    private CellKind KindOfText(ReadOnlySpan<char> content) =>
        (limits.IsAsStored ? content.IsEmpty : CellText.Trim(content).IsEmpty) ? CellKind.Blank : CellKind.Text;

    private void InterpretNumber(ref Slot slot, ReadOnlySpan<char> content, CellFormat format)
    {
        if (!double.TryParse(content, NumberStyles.Float, CultureInfo.InvariantCulture, out slot.Number) || !double.IsFinite(slot.Number))
        {
            throw Corrupt();
        }

        slot.Kind = format == CellFormat.Date ? CellKind.Date : CellKind.Number;
        slot.IsPercent = format == CellFormat.Percent;
        slot.Number += format == CellFormat.Date && workbook.Is1904 ? Days1904 : 0;
    }

    private string SharedText(ReadOnlySpan<char> number, in RawCell cell) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < workbook.SharedStrings.Length
            ? letters.ReadShared(workbook.SharedTexts, index, cell, Row)
            : throw Corrupt();

    private UnreadableFileException Corrupt() => new(RejectionCatalogue.Corrupt, ("part", sheet.Part));

    private struct Slot
    {
        public CellKind Kind;
        public bool IsPercent;
        public int Start;
        public int Length;
        public double Number;
        public string? Shared;
    }
}
