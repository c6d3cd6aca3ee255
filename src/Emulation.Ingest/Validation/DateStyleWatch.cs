using Emulation.Ingest.Validation.Recognition;

namespace Emulation.Ingest.Validation;

/// <summary>Watches for the trap of a computer set to American dates: it turns a typed 03/02 into a real 2 March and leaves 30/6 as text.</summary>
/// <remarks>Then every real date of a column has a day that could be a month, and every text date one that could not. One exception on either side clears the column.</remarks>
internal sealed class DateStyleWatch(FormTable table, Findings findings)
{
    private readonly ColumnDates[] columns = new ColumnDates[table.Form.Columns.Count];

    /// <summary>Takes note of a date in the current row.</summary>
    /// <param name="isReal">True for a workbook's date, false for text.</param>
    public void Note(int column, DateOnly date, bool isReal)
    {
        ref var dates = ref columns[column];
        var couldBeMonth = date.Day <= 12;
        dates.IsClear |= isReal != couldBeMonth;
        if (isReal && dates.RealRow == 0)
        {
            dates.RealRow = table.Source.RowNumber;
        }
        else if (!isReal && dates.TextRow == 0)
        {
            dates.TextRow = table.Source.RowNumber;
        }
    }

    /// <summary>After the last row: names the columns in the trap.</summary>
    public void Finish()
    {
        for (var column = 0; column < columns.Length; column++)
        {
            if (columns[column] is { IsClear: false, RealRow: > 0 and var real, TextRow: > 0 and var text })
            {
                findings.Add(
                    RejectionCatalogue.DatesMixed, table.PlaceOf(real, column), ("expected", text.ToString(VietnameseText.Culture)));
            }
        }
    }

    private struct ColumnDates
    {
        public bool IsClear;
        public int RealRow;
        public int TextRow;
    }
}
