using System.Globalization;
using Emulation.Ingest.Templates;
using Emulation.Ingest.Validation;
using Emulation.Plan;
using OfficeOpenXml;

namespace Emulation.Ingest.Tests.Templates;

/// <summary>A template as an officer fills it in: only unlocked cells of its first sheet are written.</summary>
internal sealed class FilledTemplate : IDisposable
{
    private readonly ExcelPackage package;
    private readonly TemplateContent content;
    private readonly Dictionary<string, int> columns = [];
    private readonly int heading;

    public FilledTemplate(TemplateContent content)
    {
        this.content = content;
        package = new ExcelPackage(new MemoryStream(TemplateWorkbook.Write(content)));
        Sheet = package.Workbook.Worksheets[0];
        heading = Enumerable.Range(1, 20).Last(row => Sheet.Cells[row, 1].Text == "STT");
        for (var column = 1; column <= Sheet.Dimension.End.Column; column++)
        {
            columns[Text(heading + 1, column) is { Length: > 0 } below && Text(heading, column).Length == 0 ? below : Text(heading, column)] = column;
        }

        if (content.IsOfFigures)
        {
            columns["Thực hiện"] = Enumerable.Range(1, 20).Single(column => Text(heading + 1, column) == "Thực hiện");
        }
    }

    public ExcelWorksheet Sheet { get; }

    /// <summary>The rows of the table that are numbered.</summary>
    public IReadOnlyList<int> Rows => [.. Enumerable.Range(heading + 1, Sheet.Dimension.End.Row - heading).Where(row => Sheet.Cells[row, 1].Value is double or int)];

    /// <summary>Fills every row with a value its indicator allows.</summary>
    /// <returns>What must be read: the figures, in order of rows.</returns>
    public IReadOnlyList<(string Code, FigureState State, decimal? Value, DateOnly? Date)> FillFigures()
    {
        if (content.Form.Kind == FormKind.WaveReport)
        {
            Write(AsOfRow(), 4, content.Period.From.AddDays(30).ToDateTime(TimeOnly.MinValue));
        }

        return [.. Rows.Select((row, index) => FillFigure(row, index))];
    }

    /// <summary>Fills the first rows of each section, leaving rows empty between and after.</summary>
    public int FillEntries()
    {
        int[] filled = content.Form.Kind == FormKind.Initiatives ? [Rows[0], Rows[2]] : [Rows[0], Rows[1], Rows[12], Rows[14]];
        foreach (var row in filled)
        {
            foreach (var column in content.Form.Columns.Where(column => column.InWorkbook && !column.IsGiven))
            {
                Write(row, columns[column.Header], SampleOf(column));
            }
        }

        return filled.Length;
    }

    public bool Has(string heading) => columns.ContainsKey(heading);

    public string Text(int row, string heading) => Text(row, columns[heading]);

    public decimal? NumberIn(int row, string heading) => Sheet.Cells[row, columns[heading]].Value is { } value ? Convert.ToDecimal(value, CultureInfo.InvariantCulture) : null;

    /// <summary>Writes into a locked cell, as somebody may who lifts the protection.</summary>
    public void Overwrite(int row, string heading, object? value) => Sheet.Cells[row, columns[heading]].Value = value;

    public void Write(int row, string heading, object? value) => Write(row, columns[heading], value);

    public byte[] ToBytes() => package.GetAsByteArray();

    public void Dispose() => package.Dispose();

    private int AsOfRow() => Enumerable.Range(1, heading).Single(row => Text(row, 1).StartsWith("Số liệu đến ngày", StringComparison.Ordinal));

    private (string Code, FigureState State, decimal? Value, DateOnly? Date) FillFigure(int row, int index)
    {
        var indicator = content.Plan.IndicatorByCode(new IndicatorCode(Text(row, columns["Mã chỉ tiêu"])));
        // The shipped plan knows last year's figures, and these differ.
        Write(row, "Giải trình", "Số liệu mẫu để thử biểu.");
        if (index % 9 == 8)
        {
            Write(row, "Thực hiện", "KPS");
            return (indicator.Code.Value, FigureState.NotApplicable, null, null);
        }

        switch (indicator.Kind)
        {
            case IndicatorKind.Ratio:
                Write(row, "Thực hiện", 87.5);
                return (indicator.Code.Value, FigureState.Value, 87.5m, null);
            case IndicatorKind.YesNo:
                Write(row, "Thực hiện", "Có");
                return (indicator.Code.Value, FigureState.Value, 1m, null);
            case IndicatorKind.Date:
                Write(row, "Thực hiện", new DateTime(2020, 2, 20));
                return (indicator.Code.Value, FigureState.Value, null, new DateOnly(2020, 2, 20));
            case IndicatorKind.Money:
                Write(row, "Thực hiện", 12.25);
                return (indicator.Code.Value, FigureState.Value, 12.25m, null);
            default:
                return FillCount(row, indicator);
        }
    }

    // Equal counts satisfy every "not more than" of the catalogue, and few enough for any unit's communes.
    private (string Code, FigureState State, decimal? Value, DateOnly? Date) FillCount(int row, Indicator indicator)
    {
        Write(row, "Thực hiện", 3);
        Write(row, "Ước thực hiện", 1);
        return (indicator.Code.Value, FigureState.Value, 4m, null);
    }

    private static object SampleOf(Emulation.Ingest.Forms.FormColumn column) => column.Type switch
    {
        Emulation.Ingest.Forms.ColumnType.Date => new DateTime(2020, 2, 20),
        Emulation.Ingest.Forms.ColumnType.Count => 7,
        Emulation.Ingest.Forms.ColumnType.YesNo => "Có",
        Emulation.Ingest.Forms.ColumnType.Choice => column.Choices[0],
        _ => "Nội dung mẫu",
    };

    private void Write(int row, int column, object? value)
    {
        var cell = Sheet.Cells[row, column];
        Assert.False(cell.Style.Locked, $"{cell.Address} of {content.Stamp} is locked");
        cell.Value = value;
    }

    private string Text(int row, int column) => Convert.ToString(Sheet.Cells[row, column].Value, CultureInfo.InvariantCulture) ?? "";
}
