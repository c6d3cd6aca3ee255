using System.Globalization;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Parsing.OldWorkbooks;

/// <summary>A workbook of Excel 97–2003 (BIFF8 in a compound file), written anew as the .xlsx with the same cells at the same addresses.</summary>
/// <remarks>
/// The format has no checksum: a bit that flips inside a number cannot be seen. What can be seen is: every record must be known, as long as its
/// type says and in its place, and every byte of the stream must belong to a record (docs/adr/0009-old-workbooks.md).
/// </remarks>
internal sealed class OldWorkbook
{
    private const string StreamName = "Workbook";
    private const string StreamNameBefore97 = "Book";
    private readonly BiffRecords records;
    private readonly WorkbookGlobals globals;
    private readonly List<OldSheet> sheets;
    private readonly bool hasMacros;

    private OldWorkbook(CompoundFile file, ReadOnlyMemory<byte> stream)
    {
        records = new BiffRecords(stream);
        globals = WorkbookGlobals.Read(records);
        CheckSheets();
        sheets = [.. globals.Sheets.Where(sheet => sheet.HoldsCells)];
        hasMacros = file.HasAnywhere("_VBA_PROJECT") || file.HasAnywhere("_VBA_PROJECT_CUR") || globals.Sheets.Any(sheet => sheet.IsMacro);
    }

    /// <summary>The bytes of a minimal .xlsx; the same content gives the same bytes.</summary>
    /// <exception cref="UnreadableFileException">Cut, damaged, encrypted, too large, or older than BIFF8.</exception>
    public static byte[] ToPackage(ReadOnlyMemory<byte> content, ReadingLimits limits) => Open(content).Write(limits);

    private static OldWorkbook Open(ReadOnlyMemory<byte> content)
    {
        var file = CompoundFile.Open(content);
        var stream = file.Find(StreamName) ?? file.Find(StreamNameBefore97) ?? throw OldDamage.In(StreamName);
        return new OldWorkbook(file, file.Read(stream));
    }

    private byte[] Write(ReadingLimits limits)
    {
        if (sheets.Count == 0)
        {
            throw new UnreadableFileException(RejectionCatalogue.NoForm, ("found", "chỉ có biểu đồ hoặc macro"));
        }

        if (sheets.Count > limits.Sheets)
        {
            throw new UnreadableFileException(
                RejectionCatalogue.TooLarge, ("what", "số trang tính"), ("limit", limits.Sheets.ToString("N0", VietnameseText.Culture)));
        }

        using var package = new PackageWriter(limits);
        new WorkbookParts(globals, sheets, package).Write(hasMacros);
        using (var part = package.Begin("xl/styles.xml"))
        {
            StylesPart.Write(globals, part);
        }

        var textCount = WriteTexts(package);
        for (var index = 0; index < sheets.Count; index++)
        {
            WriteSheet(package, index, textCount);
        }

        return package.ToBytes();
    }

    private int WriteTexts(PackageWriter package)
    {
        using var part = package.Begin("xl/sharedStrings.xml");
        return SharedTextsPart.Write(records, globals, part);
    }

    private void WriteSheet(PackageWriter package, int index, int textCount)
    {
        SheetRecords.Begin(records, sheets[index]);
        var outline = SheetOutline.Read(records);
        SheetRecords.Begin(records, sheets[index]);
        using var part = package.Begin("xl/worksheets/sheet" + (index + 1).ToString(CultureInfo.InvariantCulture) + ".xml");
        new SheetPart(records, globals, outline, textCount, part).Write();
    }

    /// <summary>Behind the workbook's own records come the sheets, each listed once, and nothing else to the end of the stream.</summary>
    private void CheckSheets()
    {
        var listed = globals.Sheets.Where(sheet => sheet.Kind != 6).Select(sheet => sheet.Offset).ToHashSet();
        var count = globals.Sheets.Count(sheet => sheet.Kind != 6);
        while (!records.IsAtPadding)
        {
            records.Read();
            if (records.Type != RecordType.BeginOfFile || !listed.Remove(records.Offset))
            {
                throw records.Damage();
            }

            count--;
            SheetRecords.SkipToEnd(records);
        }

        if (count != 0)
        {
            throw records.Damage();
        }
    }
}
