using DocumentFormat.OpenXml.Wordprocessing;

namespace Emulation.Reports.Documents.Document.Filling;

/// <summary>Where long tables begin: one that follows another and fills most of a page starts on a page of its own, lest its last row stand alone under a tall heading.</summary>
/// <remarks>Word could keep rows together; LibreOffice, which prints, does not.</remarks>
internal static class TableStarts
{
    private const string Title = "TenBang";
    private const int LeastRows = 18;

    /// <summary>More rows do not fit one page with their heading: such a table is torn wherever it begins.</summary>
    private const int MostRows = 36;

    public static void Set(Body body)
    {
        foreach (var table in body.Elements<Table>().Where(table => table.Elements<TableRow>().Count() is >= LeastRows and <= MostRows))
        {
            if (table.PreviousSibling() is Paragraph { ParagraphProperties: { ParagraphStyleId.Val.Value: Title } look } title && title.PreviousSibling() is Table)
            {
                look.PageBreakBefore = new PageBreakBefore();
            }
        }
    }
}
