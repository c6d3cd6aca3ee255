using Emulation.Ingest.Validation.Recognition;
using Emulation.Plan;

namespace Emulation.Ingest.Validation.Figures;

/// <summary>The day up to which a wave report's figures are actual: in a column of a text file, in the title block of a workbook.</summary>
internal sealed class AsOfDay(FormTable table, FigureColumns columns, DateOnly today, Findings findings)
{
    private readonly CellValues cells = new(table, findings);
    private readonly bool hasColumn = columns.AsOf is { } column && table.ColumnOf(column) > 0;

    /// <summary>The earliest such day of the file; null if it names none.</summary>
    public DateOnly? Earliest { get; private set; }

    /// <summary>Reads the current row's day and checks it against the row's period.</summary>
    public void Read(Period? period)
    {
        if (hasColumn && cells.Date(columns.AsOf!.Value, out var day) == CellOutcome.Value)
        {
            Take(day, period, table.PlaceOf(columns.AsOf.Value));
        }
    }

    /// <summary>Takes a day that stands at a place; one outside the period, or after today, is an error.</summary>
    public void Take(DateOnly day, Period? period, Place place)
    {
        var last = period is null || period.To > today ? today : period.To;
        var first = period?.From ?? DateOnly.MinValue;
        if (day < first || day > last)
        {
            findings.Add(
                RejectionCatalogue.AsOf, place,
                ("found", VietnameseText.Say(day)), ("expected", $"từ {VietnameseText.Say(first)} đến {VietnameseText.Say(last)}"));
            return;
        }

        Earliest = Earliest is { } earlier && earlier < day ? earlier : day;
    }
}
