using System.Globalization;
using System.Text;
using System.Xml;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Parsing.Workbooks;

/// <summary>Reads the cells of a row from the sheet's XML into <see cref="SheetCells"/>.</summary>
internal sealed class CellReader(XmlReader xml, WorkbookPackage workbook, SheetInfo sheet, SheetCells cells, ReadingLimits limits)
{
    private readonly StringBuilder text = new();
    private readonly char[] piece = new char[256];

    /// <summary>Reads the cells of the row element the reader stands on, to its end.</summary>
    public void ReadCells()
    {
        var depth = xml.Depth;
        var column = 0;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "c")
            {
                column = ReadCell(column);
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

    private int ReadCell(int previous)
    {
        var (column, style, type) = (previous + 1, 0, CellType.Number);
        while (xml.MoveToNextAttribute())
        {
            switch (xml.LocalName)
            {
                case "r":
                    column = ParseAddress(AttributeValue());
                    break;
                case "s":
                    style = ParseInt(AttributeValue());
                    break;
                case "t":
                    type = TypeOf(AttributeValue());
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
            ReadContent(column, type, style);
        }

        return column;
    }

    private void ReadContent(int column, CellType type, int style)
    {
        TextRun[]? runs = null;
        var depth = xml.Depth;
        var (hasFormula, hasValue, start) = (false, false, cells.Length);
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
                    ReadValue();
                    break;
                case "is":
                    runs = SharedStrings.ReadRuns(xml, text, workbook.Fonts is not null, limits);
                    AppendText();
                    break;
                default:
                    break;
            }
        }

        if (type == CellType.FormulaText)
        {
            cells.Unescape(start);
        }

        var isUncached = hasFormula && (!hasValue || (cells.Length == start && type != CellType.FormulaText));
        cells.Store(new RawCell(column, type, workbook.Formats[style], start, isUncached, workbook.Fonts?[style], runs));
    }

    /// <summary>Text of <c>v</c>: reads to the end of the element.</summary>
    private void ReadValue()
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
                cells.Append(piece.AsSpan(0, read));
            }
        }
    }

    private void AppendText()
    {
        foreach (var chunk in text.GetChunks())
        {
            cells.Append(chunk.Span);
        }
    }

    /// <summary>The attribute the reader stands on, without making a string of it.</summary>
    private ReadOnlySpan<char> AttributeValue() => piece.AsSpan(0, xml.ReadValueChunk(piece, 0, piece.Length));

    private int ParseAddress(ReadOnlySpan<char> address)
    {
        var column = ParseColumn(address, out var length);
        return column > 0 && ParseInt(address[length..]) == cells.Row ? column : throw Corrupt();
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
}
