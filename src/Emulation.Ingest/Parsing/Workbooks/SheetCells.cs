using System.Globalization;
using System.Text;
using System.Xml;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Parsing.Workbooks;

/// <summary>The cells of one row of a sheet; the same memory serves every row.</summary>
internal sealed class SheetCells(WorkbookPackage workbook, SheetInfo sheet, ReadingLimits limits)
{
    /// <summary>Days from 01/01/1900 to 01/01/1904 as serial numbers.</summary>
    private const int Days1904 = 1462;

    private readonly Slot[] slots = new Slot[limits.Columns + 1];
    private readonly StringBuilder text = new();
    private readonly char[] piece = new char[256];
    private char[] values = new char[1024];
    private int valuesLength;
    private int row;

    /// <summary>The last column of the row that holds something; 0 for a row without content.</summary>
    public int LastColumn { get; private set; }

    public void BeginRow(int number)
    {
        row = number;
        Array.Clear(slots, 0, LastColumn + 1);
        LastColumn = 0;
        valuesLength = 0;
    }

    public CellView View(int column)
    {
        if (column > LastColumn)
        {
            return default;
        }

        ref var slot = ref slots[column];
        ReadOnlySpan<char> content = slot.Shared is not null ? slot.Shared : values.AsSpan(slot.Start, slot.Length);
        return new CellView(slot.Kind, slot.Kind == CellKind.Text ? CellText.Trim(content) : content, slot.Number, slot.IsPercent);
    }

    /// <summary>Reads the cells of the row element the reader stands on, to its end.</summary>
    public void ReadCells(XmlReader xml)
    {
        var depth = xml.Depth;
        var column = 0;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "c")
            {
                column = ReadCell(xml, column);
            }
        }
    }

    /// <summary>The 1-based column of an address such as <c>AB12</c>; 0 if it is none.</summary>
    public static int ParseColumn(ReadOnlySpan<char> address, out int length)
    {
        var column = 0;
        for (length = 0; length < address.Length && length < 4 && address[length] is >= 'A' and <= 'Z'; length++)
        {
            column = (column * 26) + (address[length] - 'A' + 1);
        }

        return length is > 0 and < 4 ? column : 0;
    }

    private int ReadCell(XmlReader xml, int previous)
    {
        var (column, style, type) = (previous + 1, 0, CellType.Number);
        while (xml.MoveToNextAttribute())
        {
            switch (xml.LocalName)
            {
                case "r":
                    column = ParseAddress(AttributeValue(xml));
                    break;
                case "s":
                    style = ParseInt(AttributeValue(xml));
                    break;
                case "t":
                    type = TypeOf(AttributeValue(xml));
                    break;
                default:
                    break;
            }
        }

        xml.MoveToElement();
        if (column <= previous || style >= workbook.Formats.Length)
        {
            throw Corrupt();
        }

        if (!xml.IsEmptyElement)
        {
            ReadContent(xml, column, type, workbook.Formats[style]);
        }

        return column;
    }

    private void ReadContent(XmlReader xml, int column, CellType type, CellFormat format)
    {
        var depth = xml.Depth;
        var (hasFormula, hasValue, start) = (false, false, valuesLength);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "f":
                    hasFormula = true;
                    break;
                case "v":
                    hasValue = true;
                    ReadValue(xml);
                    break;
                case "is":
                    SharedStrings.ReadRuns(xml, text, limits);
                    AppendText();
                    break;
                default:
                    break;
            }
        }

        Store(column, type, format, start, hasFormula && (!hasValue || (valuesLength == start && type != CellType.FormulaText)));
    }

    /// <summary>Text of <c>v</c>: reads to the end of the element.</summary>
    private void ReadValue(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return;
        }

        while (xml.Read() && xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                throw Corrupt();
            }

            int read;
            while ((read = xml.ReadValueChunk(piece, 0, piece.Length)) > 0)
            {
                Append(piece.AsSpan(0, read));
            }
        }
    }

    private void Store(int column, CellType type, CellFormat format, int start, bool isUncached)
    {
        var content = values.AsSpan(start, valuesLength - start);
        var slot = new Slot { Start = start, Length = content.Length };
        if (isUncached)
        {
            slot.Kind = CellKind.Formula;
        }
        else if (content.IsEmpty)
        {
            return;
        }
        else
        {
            Interpret(ref slot, content, type, format);
        }

        if (slot.Kind == CellKind.Blank)
        {
            return;
        }

        if (column > limits.Columns)
        {
            throw new UnreadableFileException(
                RejectionCatalogue.Dimension,
                new Place(sheet.Name, row, column, null),
                ("found", new CellAddress(sheet.Number, row, (short)column).ToString()),
                ("limit", limits.Columns.ToString("N0", VietnameseText.Culture) + " cột"));
        }

        slots[column] = slot;
        LastColumn = column;
    }

    private void Interpret(ref Slot slot, ReadOnlySpan<char> content, CellType type, CellFormat format)
    {
        switch (type)
        {
            case CellType.Shared:
                var index = ParseInt(content);
                slot.Shared = index < workbook.SharedStrings.Length ? workbook.SharedStrings[index] : throw Corrupt();
                slot.Kind = CellText.Trim(slot.Shared).IsEmpty ? CellKind.Blank : CellKind.Text;
                break;
            case CellType.FormulaText or CellType.Inline:
                slot.Kind = CellText.Trim(content).IsEmpty ? CellKind.Blank : CellKind.Text;
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
                InterpretNumber(ref slot, content, format);
                break;
        }
    }

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

    private void AppendText()
    {
        foreach (var chunk in text.GetChunks())
        {
            Append(chunk.Span);
        }
    }

    private void Append(ReadOnlySpan<char> content)
    {
        if (valuesLength + content.Length > values.Length)
        {
            if (valuesLength + content.Length > limits.CellCharacters * limits.Columns)
            {
                throw Corrupt();
            }

            Array.Resize(ref values, Math.Max(values.Length * 2, valuesLength + content.Length));
        }

        content.CopyTo(values.AsSpan(valuesLength));
        valuesLength += content.Length;
    }

    /// <summary>The attribute the reader stands on, without making a string of it.</summary>
    private ReadOnlySpan<char> AttributeValue(XmlReader xml) => piece.AsSpan(0, xml.ReadValueChunk(piece, 0, piece.Length));

    private int ParseAddress(ReadOnlySpan<char> address)
    {
        var column = ParseColumn(address, out var length);
        return column > 0 && ParseInt(address[length..]) == row ? column : throw Corrupt();
    }

    private int ParseInt(ReadOnlySpan<char> content) =>
        int.TryParse(content, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Corrupt();

    private CellType TypeOf(ReadOnlySpan<char> type) => type switch
    {
        "n" => CellType.Number,
        "s" => CellType.Shared,
        "str" => CellType.FormulaText,
        "inlineStr" => CellType.Inline,
        "b" => CellType.Boolean,
        "e" => CellType.Error,
        "d" => CellType.IsoDate,
        _ => throw Corrupt(),
    };

    private UnreadableFileException Corrupt() => new(RejectionCatalogue.Corrupt, ("part", sheet.Part));

    private enum CellType : byte
    {
        Number,
        Shared,
        FormulaText,
        Inline,
        Boolean,
        Error,
        IsoDate,
    }

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
