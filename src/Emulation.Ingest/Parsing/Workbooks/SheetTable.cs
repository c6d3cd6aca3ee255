using System.Globalization;
using System.Xml;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Parsing.Workbooks;

/// <summary>A sheet read row by row with true addresses. Rows and cells out of order, unknown text numbers and unknown formats are damage, never guesses.</summary>
internal sealed class SheetTable : ITableSource
{
    private const int SheetEnd = 1_048_576;
    private readonly PartReader part;
    private readonly XmlReader xml;
    private readonly SheetInfo sheet;
    private readonly ReadingLimits limits;
    private readonly SheetCells cells;
    private readonly CellReader reader;
    private readonly FontLetters letters;
    private readonly List<MergedRange> merges = [];
    private readonly List<(int First, int Last)> hiddenColumns = [];
    private bool isOver;

    public SheetTable(PartReader part, SheetInfo sheet, WorkbookPackage workbook, FontLetters letters, ReadingLimits limits)
    {
        this.part = part;
        this.sheet = sheet;
        this.limits = limits;
        xml = part.Xml;
        this.letters = letters;
        cells = new SheetCells(workbook, sheet, letters, limits);
        reader = new CellReader(xml, workbook, sheet, cells, limits);
    }

    public short Sheet => sheet.Number;

    public string? SheetName => sheet.Name;

    public int RowNumber { get; private set; }

    public int ColumnCount => cells.LastColumn;

    public bool IsRowHidden { get; private set; }

    /// <summary>The first old font from which text was converted; null if none was so far.</summary>
    public OldFont? OldFont => letters.Converted;

    /// <summary>The merged ranges; known once the last row has been read.</summary>
    public IReadOnlyList<MergedRange> Merges => merges;

    /// <summary>True if the file hides that column; known once the first row has been read.</summary>
    public bool IsColumnHidden(int column) => hiddenColumns.Exists(range => column >= range.First && column <= range.Last);

    public CellView Cell(int column) => cells.View(column);

    public bool Read()
    {
        try
        {
            while (!isOver)
            {
                if (!xml.Read())
                {
                    part.Finish();
                    isOver = true;
                }
                else if (xml.NodeType == XmlNodeType.Element && ReadElement())
                {
                    return true;
                }
            }

            return false;
        }
        catch (XmlException problem)
        {
            throw part.Fault(problem);
        }
    }

    public void Dispose() => part.Dispose();

    private bool ReadElement()
    {
        if (xml.LocalName == "row")
        {
            return ReadRow();
        }

        if (xml.LocalName == "col" && xml.GetAttribute("hidden") is "1" or "true"
            && int.TryParse(xml.GetAttribute("min"), NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(xml.GetAttribute("max"), NumberStyles.None, CultureInfo.InvariantCulture, out var last))
        {
            hiddenColumns.Add((first, last));
        }

        if (xml.LocalName == "mergeCell" && MergedRange.TryParse(xml.GetAttribute("ref"), out var range))
        {
            merges.Add(range);
        }

        return false;
    }

    private bool ReadRow()
    {
        var number = RowNumber + 1;
        IsRowHidden = false;
        while (xml.MoveToNextAttribute())
        {
            if (xml.LocalName == "r")
            {
                number = ParseRow(xml.Value);
            }
            else if (xml.LocalName == "hidden")
            {
                IsRowHidden = xml.Value is "1" or "true";
            }
        }

        xml.MoveToElement();
        RowNumber = number;
        cells.BeginRow(number);
        if (!xml.IsEmptyElement)
        {
            reader.ReadCells();
        }

        return cells.LastColumn > 0 && (number <= limits.SheetRows ? true : throw Dimension(number, limits.SheetRows));
    }

    private int ParseRow(string text)
    {
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > SheetEnd)
        {
            throw new UnreadableFileException(
                RejectionCatalogue.Dimension, new Place(sheet.Name, null, null, null), ("found", "dòng " + Clip(text)), ("limit", "1.048.576 dòng"));
        }

        return number > RowNumber ? number : throw new UnreadableFileException(RejectionCatalogue.Corrupt, ("part", sheet.Part));
    }

    private UnreadableFileException Dimension(int number, int limit) => new(
        RejectionCatalogue.Dimension,
        new Place(sheet.Name, number, null, null),
        ("found", "dòng " + number.ToString("N0", VietnameseText.Culture)),
        ("limit", limit.ToString("N0", VietnameseText.Culture) + " dòng"));

    private static string Clip(string text) => text.Length <= 20 ? text : string.Concat(text.AsSpan(0, 20), "…");
}
