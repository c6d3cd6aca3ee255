namespace Emulation.Ingest.Parsing.OldWorkbooks;

/// <summary>Writes the shared texts of a BIFF8 workbook (SST) as those of an .xlsx, one by one: they are never held together.</summary>
internal static class SharedTextsPart
{
    /// <returns>How many there are.</returns>
    public static int Write(BiffRecords records, WorkbookGlobals globals, PartText part)
    {
        part.Add("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
        var count = globals.TextsOffset is { } offset ? WriteAll(records, offset, globals, part) : 0;
        part.Add("</sst>");
        return count;
    }

    private static int WriteAll(BiffRecords records, int offset, WorkbookGlobals globals, PartText part)
    {
        records.Part = "SST";
        records.Seek(offset);
        records.AtLeast(8);
        var data = new ContinuedData(records);
        data.ReadNumber();
        var count = data.ReadNumber();
        var text = new OldText();
        for (var index = 0u; index < count; index++)
        {
            text.Read(data, records);
            part.Add("<si>").AddText(text, globals).Add("</si>");
        }

        // More texts than counted, or fewer: the numbers in the cells would mean other texts.
        return data.IsOver ? checked((int)count) : throw records.Damage();
    }
}
