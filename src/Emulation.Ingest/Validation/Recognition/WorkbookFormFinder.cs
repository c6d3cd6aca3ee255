using Emulation.Ingest.Forms;
using Emulation.Ingest.Parsing;
using Emulation.Ingest.Parsing.Workbooks;

namespace Emulation.Ingest.Validation.Recognition;

/// <summary>Finds the one visible sheet of a workbook that holds a form, and where its heading stands.</summary>
internal sealed class WorkbookFormFinder(WorkbookPackage workbook, Findings findings)
{
    /// <summary>A heading begins within so many rows.</summary>
    private const int HeadRows = 60;

    /// <summary>A heading has at most so many rows.</summary>
    private const int MostHeaderRows = 3;

    /// <exception cref="UnreadableFileException">No sheet, several sheets, or a heading that lacks required columns.</exception>
    public FormTable Find()
    {
        var visible = workbook.Sheets.Where(sheet => !sheet.IsHidden).ToList();
        var found = visible.Select(sheet => (Sheet: sheet, Heading: FindHeading(sheet))).Where(one => one.Heading is not null).ToList();
        var whole = found.Where(one => !one.Heading!.Map.Missing(isText: false).Any()).ToList();
        if (whole.Count > 1)
        {
            throw new UnreadableFileException(RejectionCatalogue.ManyForms, ("found", string.Join(", ", whole.Select(one => $"“{one.Sheet.Name}”"))));
        }

        if (whole.Count == 1)
        {
            return Open(whole[0].Sheet, whole[0].Heading!);
        }

        throw found.Count == 0
            ? new UnreadableFileException(RejectionCatalogue.NoForm, ("found", string.Join(", ", visible.Select(sheet => $"trang tính “{sheet.Name}”"))))
            : Incomplete(found[0].Sheet, found[0].Heading!);
    }

    private FormTable Open(SheetInfo sheet, Heading heading)
    {
        var table = workbook.OpenSheet(sheet, findings);
        while (table.Read() && table.RowNumber < heading.LastRow)
        {
        }

        return new FormTable(table, heading.Map, heading.FirstRow, heading.LastRow, 0, heading.Title);
    }

    private Heading? FindHeading(SheetInfo sheet)
    {
        var rows = ReadHead(sheet);
        Heading? best = null;
        for (var first = 0; first < rows.Count; first++)
        {
            var title = new TitleBlock([.. rows.Take(first).SelectMany(row => row.Texts.Select(text => new TitleText(row.Number, text.Column, text.Text)))]);
            for (var count = 1; count <= MostHeaderRows && first + count <= rows.Count; count++)
            {
                if (Fit(rows, first, count, title) is { } heading && heading.IsBetterThan(best))
                {
                    best = heading;
                }
            }
        }

        return best is { Map.Matched: >= 3 } ? best : null;
    }

    private static Heading? Fit(List<HeadRow> rows, int first, int count, TitleBlock title)
    {
        var paths = HeaderPaths.Of(rows.GetRange(first, count));
        var maps = FormCatalogue.All.Select(form => HeaderMap.Fit(form, paths)).ToList();
        var best = maps.Max(map => map.Matched);
        var candidates = maps.Where(map => map.Matched == best).ToList();
        // Monthly figures and the wave report have the same columns in a workbook: the title tells.
        var chosen = candidates.FirstOrDefault(map => title.HasTitleOf(map.Form)) ?? candidates.FirstOrDefault(map => map.Form.Kind == KindBySigns(title)) ?? candidates[0];
        return best < 2 ? null : new Heading(chosen, rows[first].Number, rows[first + count - 1].Number, title);
    }

    /// <summary>Only wave reports name the day of their figures.</summary>
    private static Plan.FormKind KindBySigns(TitleBlock title) => title.AsOf is null ? Plan.FormKind.Figures : Plan.FormKind.WaveReport;

    private List<HeadRow> ReadHead(SheetInfo sheet)
    {
        using var table = workbook.OpenSheet(sheet, new Findings());
        var rows = new List<HeadRow>();
        while (rows.Count < HeadRows && table.Read())
        {
            var texts = new List<(int, string)>();
            for (var column = 1; column <= table.ColumnCount; column++)
            {
                var cell = table.Cell(column);
                if (!cell.IsBlank)
                {
                    texts.Add((column, cell.ToString().Normalize()));
                }
            }

            rows.Add(new HeadRow(table.RowNumber, texts));
        }

        return rows;
    }

    private static UnreadableFileException Incomplete(SheetInfo sheet, Heading heading) => new(
        RejectionCatalogue.Header,
        new Place(sheet.Name, heading.FirstRow, null, null),
        ("form", heading.Map.Form.Name),
        ("expected", string.Join(", ", heading.Map.Missing(isText: false))),
        ("found", string.Join(", ", heading.Map.Form.Columns.Where((_, index) => heading.Map.ColumnOf[index] > 0).Select(column => column.Header))));

    private sealed record Heading(HeaderMap Map, int FirstRow, int LastRow, TitleBlock Title)
    {
        /// <summary>More columns found; of equal fits the one with fewer rows, so that no title or number row counts as heading.</summary>
        public bool IsBetterThan(Heading? other) =>
            other is null || Map.Matched > other.Map.Matched
            || (Map.Matched == other.Map.Matched && LastRow - FirstRow < other.LastRow - other.FirstRow);
    }
}

/// <summary>One of the first rows of a sheet.</summary>
internal sealed record HeadRow(int Number, IReadOnlyList<(int Column, string Text)> Texts);
