using System.Xml;
using Emulation.Ingest.Parsing;
using Emulation.Ingest.Parsing.Workbooks;
using Emulation.Ingest.Validation;
using Emulation.Ingest.Validation.Recognition;

namespace Emulation.Ingest.Answers.Returned;

/// <summary>What became of returning a file as a workbook.</summary>
/// <param name="Content">The workbook; null if none is returned.</param>
/// <param name="Why">Why none is returned though places were found; null otherwise.</param>
public sealed record ReturnedFile(byte[]? Content, WhyNotReturned? Why)
{
    public static ReturnedFile None { get; } = new(null, null);
}

/// <summary>Makes the officer's own workbook with the cells of findings coloured and commented, and a sheet that lists them; a text file and an old workbook become one.</summary>
/// <remarks>Pure. Values, formulas and formats stay; colours and comments do not disturb reading, so that the corrected copy can be handed in.</remarks>
internal static class ReturnedCopy
{
    /// <summary>Bytes of all parts, inflated.</summary>
    private const long MostInflated = 24L << 20;

    /// <param name="content">The file as dropped.</param>
    /// <param name="findings">What reading it gave.</param>
    /// <param name="largest">Files beyond so many bytes are not returned.</param>
    /// <param name="openOld">Makes a package of an .xls.</param>
    public static ReturnedFile Of(ReadOnlyMemory<byte> content, IReadOnlyList<Rejection> findings, long largest, OpenOldWorkbook openOld)
    {
        if (!findings.Any(finding => CellMark.PlaceOf(finding, 1) is not null))
        {
            return ReturnedFile.None;
        }

        try
        {
            return content.Length > largest ? new ReturnedFile(null, WhyNotReturned.TooLarge) : new ReturnedFile(Make(content, findings, openOld), null);
        }
        catch (NotReturnedException problem)
        {
            return new ReturnedFile(null, problem.Reason);
        }
        catch (Exception problem) when (problem is UnreadableFileException or XmlException)
        {
            // What could not be read to its end is not copied either.
            return new ReturnedFile(null, WhyNotReturned.NotCopyable);
        }
    }

    private static byte[] Make(ReadOnlyMemory<byte> content, IReadOnlyList<Rejection> findings, OpenOldWorkbook openOld)
    {
        var isOld = FileSniffer.KindOf(content) == FileKind.Xls;
        content = isOld ? openOld(content, ReadingLimits.Default) : content;
        var isText = !FileSniffer.IsZip(content.Span);
        var table = isText ? TextCopy.Of(content, findings) : null;
        var gate = ZipGate.Open(table?.Content ?? content, ReadingLimits.Default with { TotalBytes = MostInflated, EntryBytes = (int)MostInflated });
        var workbook = WorkbookPackage.Open(gate, ReadingLimits.Default);
        var parts = new PackageParts(gate);
        new MarkedWorkbook(parts, workbook, FormPlace.Find(workbook), table?.Address) { IsMadeAnew = isOld }.Write(findings);
        var made = parts.ToBytes();
        // What we would not take back is not handed out.
        ZipGate.Open(made, ReadingLimits.Default);
        return made;
    }
}

/// <summary>Where the form stands in a workbook.</summary>
/// <param name="Sheet">Null if no form was found.</param>
/// <param name="LastHeaderRow">0 if none was found.</param>
/// <param name="KeyColumn">The column that stands for a row as a whole.</param>
/// <param name="ExplanationColumn">Null if the heading lacks it or the form knows none.</param>
/// <param name="FreeColumn">The first column right of the heading.</param>
internal sealed record FormPlace(string? Sheet, int LastHeaderRow, int KeyColumn, int? ExplanationColumn, int FreeColumn)
{
    public const string Explanation = "explanation";

    /// <summary>How wide the form's own template makes the columns found, by column of the sheet.</summary>
    public IReadOnlyDictionary<int, double> Widths { get; private init; } = new Dictionary<int, double>();

    public static FormPlace Find(WorkbookPackage workbook)
    {
        try
        {
            using var table = new WorkbookFormFinder(workbook).Find();
            var columns = table.Map.ColumnOf.Where(column => column > 0).Concat(table.Map.Unknown.Select(one => one.Column)).ToList();
            var explanation = table.Form.Columns.Any(column => column.Id == Explanation) ? table.Map.Of(Explanation) : 0;
            return new FormPlace(table.Source.SheetName, table.LastHeaderRow, columns.Min(), explanation > 0 ? explanation : null, columns.Max() + 1)
            {
                Widths = table.Form.Columns.Zip(table.Map.ColumnOf).Where(pair => pair.Second > 0).ToDictionary(pair => pair.Second, pair => pair.First.Width),
            };
        }
        catch (UnreadableFileException)
        {
            return new FormPlace(null, 0, 1, null, 1);
        }
    }
}
