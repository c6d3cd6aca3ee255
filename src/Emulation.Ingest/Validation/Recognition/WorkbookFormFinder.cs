using Emulation.Ingest.Forms;
using Emulation.Ingest.Parsing;
using Emulation.Ingest.Parsing.Text;
using Emulation.Ingest.Parsing.Workbooks;
using Emulation.Ingest.Validation.Values;

namespace Emulation.Ingest.Validation.Recognition;

/// <summary>Finds the one visible sheet of a workbook that holds a form, and where its heading stands.</summary>
internal sealed class WorkbookFormFinder(WorkbookPackage workbook)
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

        visible.ForEach(RefuseStrangeLetters);
        throw found.Count == 0
            ? new UnreadableFileException(RejectionCatalogue.NoForm, ("found", string.Join(", ", visible.Select(sheet => $"trang tính “{sheet.Name}”"))))
            : Incomplete(found[0].Sheet, found[0].Heading!);
    }

    /// <summary>A heading may not have been found because its letters are another encoding's.</summary>
    private void RefuseStrangeLetters(SheetInfo sheet)
    {
        using var table = workbook.OpenForm(sheet);
        for (var rows = 0; rows < HeadRows && table.Read(); rows++)
        {
            var lost = RowOf(table).Texts.Where(text => LostLetters.MayBeIn(text.Text)).ToList();
            if (lost.Count >= 2)
            {
                throw new UnreadableFileException(RejectionCatalogue.Font, new Place(sheet.Name, lost[0].Row, lost[0].Column, null), ("why", SuspectTexts.Lost));
            }
        }
    }

    private FormTable Open(SheetInfo sheet, Heading heading)
    {
        var table = workbook.OpenForm(sheet);
        while (table.Read() && table.RowNumber < heading.LastRow)
        {
        }

        return new FormTable(table, heading.Map, heading.FirstRow, heading.LastRow, 0, heading.Title);
    }

    /// <summary>Reads on from the top until a whole heading has been passed: a row that holds no heading of any form cannot end one.</summary>
    private Heading? FindHeading(SheetInfo sheet)
    {
        using var table = workbook.OpenSheet(sheet);
        var rows = new List<HeadRow>();
        Heading? best = null;
        while (rows.Count < HeadRows && !(best is { IsWhole: true } && rows.Count - best.Position > MostHeaderRows) && table.Read())
        {
            rows.Add(RowOf(table));
            for (var count = 1; count <= MostHeaderRows && count <= rows.Count && FormKeys.AnyKnows(rows[^1]); count++)
            {
                best = Fit(rows, rows.Count - count, count) is { } heading && heading.IsBetterThan(best) ? heading : best;
            }
        }

        return best is { Matched: >= 3 } ? BySpans(best, rows, sheet).ChooseForm(rows) : null;
    }

    /// <summary>Where it matters over which columns a heading stands, the merged ranges decide instead of the blanks. They stand behind the rows, so the sheet is read to its end.</summary>
    private Heading BySpans(Heading heading, List<HeadRow> rows, SheetInfo sheet)
    {
        var head = rows.GetRange(heading.Position, rows.FindIndex(row => row.Number == heading.LastRow) - heading.Position + 1);
        if (head.Count == 1 || heading.Maps.All(map => map.SaysTheSame(HeaderMap.Fit(map.Form, HeaderPaths.Of(head, [])))))
        {
            return heading;
        }

        var merges = MergesOf(sheet).Where(merge => merge.FirstRow >= heading.FirstRow && merge.LastRow <= heading.LastRow).ToList();
        return merges.Count == 0 ? heading : heading with { Maps = [.. heading.Maps.Select(map => HeaderMap.Fit(map.Form, HeaderPaths.Of(head, merges)))] };
    }

    private IReadOnlyList<MergedRange> MergesOf(SheetInfo sheet)
    {
        using var table = workbook.OpenSheet(sheet);
        while (table.Read())
        {
        }

        return table.Merges;
    }

    private static Heading? Fit(List<HeadRow> rows, int first, int count)
    {
        var paths = HeaderPaths.Of(rows.GetRange(first, count));
        var maps = FormCatalogue.All.Select(form => HeaderMap.Fit(form, paths)).ToList();
        var best = maps.Max(map => map.Matched);
        return best < 2 ? null : new Heading([.. maps.Where(map => map.Matched == best)], first, rows[first].Number, rows[first + count - 1].Number, TitleBlock.Empty);
    }

    private static HeadRow RowOf(SheetTable table)
    {
        var texts = new List<HeadText>();
        for (var column = 1; column <= table.ColumnCount; column++)
        {
            var cell = table.Cell(column);
            if (!cell.IsBlank)
            {
                texts.Add(new HeadText(table.RowNumber, column, TextOf(cell)));
            }
        }

        return new HeadRow(table.RowNumber, texts);
    }

    /// <summary>A date typed above the table ("Số liệu đến ngày") is a number to the file.</summary>
    private static string TextOf(in CellView cell) =>
        cell.Kind == CellKind.Date && DateGrammar.TryFromSerial(cell.Number, out var day) ? VietnameseText.Say(day) : cell.ToString().Normalize();

    private static UnreadableFileException Incomplete(SheetInfo sheet, Heading heading) => new(
        RejectionCatalogue.Header,
        new Place(sheet.Name, heading.FirstRow, null, null),
        ("form", heading.Map.Form.Name),
        ("expected", string.Join(", ", heading.Map.Missing(isText: false))),
        ("found", string.Join(", ", heading.Map.Form.Columns.Where((_, index) => heading.Map.ColumnOf[index] > 0).Select(column => column.Header))));

    /// <param name="Maps">The forms that fit best, all equally well.</param>
    /// <param name="Position">Place of its first row among the rows read.</param>
    private sealed record Heading(IReadOnlyList<HeaderMap> Maps, int Position, int FirstRow, int LastRow, TitleBlock Title)
    {
        public HeaderMap Map => Maps[0];

        public int Matched => Map.Matched;

        public bool IsWhole { get; } = Maps.Any(map => !map.Missing(isText: false).Any());

        /// <summary>More columns found; of equal fits the one with fewer rows, so that no title or number row counts as heading.</summary>
        public bool IsBetterThan(Heading? other) =>
            other is null || Matched > other.Matched || (Matched == other.Matched && LastRow - FirstRow < other.LastRow - other.FirstRow);

        /// <summary>Monthly figures and the wave report have the same columns in a workbook: the title tells, or the day that only wave reports name.</summary>
        public Heading ChooseForm(List<HeadRow> rows)
        {
            var title = new TitleBlock([.. rows.TakeWhile(row => row.Number < FirstRow).SelectMany(row => row.Texts)]);
            var bySigns = title.AsOf is null ? Plan.FormKind.Figures : Plan.FormKind.WaveReport;
            var chosen = Maps.FirstOrDefault(map => title.HasTitleOf(map.Form)) ?? Maps.FirstOrDefault(map => map.Form.Kind == bySigns) ?? Map;
            return this with { Maps = [chosen], Title = title };
        }
    }
}
