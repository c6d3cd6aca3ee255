using Emulation.Ingest.Validation.Recognition;
using Emulation.Ingest.Validation.Values;

namespace Emulation.Ingest.Validation;

/// <summary>Watches that a column uses the point for one thing only, thousands or decimals, and does not mix the English way with ours.</summary>
internal sealed class NumberStyleWatch(FormTable table, Findings findings)
{
    private readonly ColumnStyle[] styles = new ColumnStyle[table.Form.Columns.Count];

    /// <summary>Takes note of how a number was written.</summary>
    public void Note(int column, NumberMarks marks, ReadOnlySpan<char> text, decimal value)
    {
        ref var style = ref styles[column];
        if ((marks & NumberMarks.PointThousands) != 0)
        {
            var found = Findings.Clip(text);
            style.ThousandsRow = style.ThousandsRow == 0 ? table.Source.RowNumber : style.ThousandsRow;
            style.ThousandsText ??= found;
            findings.Add(RejectionCatalogue.Thousands, table.PlaceOf(column), ("found", found), ("expected", VietnameseText.SayPlain(value)));
        }

        if ((marks & NumberMarks.PointDecimal) != 0 && style.DecimalRow == 0)
        {
            style.DecimalRow = table.Source.RowNumber;
        }

        if ((marks & NumberMarks.CommaThree) != 0 && style.CommaRow == 0)
        {
            (style.CommaRow, style.CommaText) = (table.Source.RowNumber, Findings.Clip(text));
        }

        if (style is { CommaRow: > 0, DecimalRow: > 0, IsCommaReported: false })
        {
            style.IsCommaReported = true;
            findings.Add(
                RejectionCatalogue.CommaStyle, table.PlaceOf(style.CommaRow, column),
                ("found", style.CommaText!), ("expected", style.DecimalRow.ToString(VietnameseText.Culture)));
        }

        if (style is { ThousandsRow: > 0, DecimalRow: > 0, IsReported: false })
        {
            style.IsReported = true;
            findings.Add(
                RejectionCatalogue.NumberStyle, table.PlaceOf(style.ThousandsRow, column),
                ("found", style.ThousandsText!), ("expected", style.DecimalRow.ToString(VietnameseText.Culture)));
        }
    }

    private struct ColumnStyle
    {
        public int ThousandsRow;
        public string? ThousandsText;
        public int DecimalRow;
        public bool IsReported;
        public int CommaRow;
        public string? CommaText;
        public bool IsCommaReported;
    }
}
