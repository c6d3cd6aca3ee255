using Emulation.Ingest.Parsing;
using Emulation.Ingest.Parsing.Workbooks;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Answers.Returned;

/// <summary>Marks the cells of findings in a workbook's parts and adds the sheet that lists them.</summary>
/// <param name="parts">The workbook's parts; changed here.</param>
/// <param name="workbook">The same workbook, to be read.</param>
/// <param name="form">Where its form stands.</param>
/// <param name="textTable">The address of a table made from a text file; null for an officer's own workbook.</param>
internal sealed class MarkedWorkbook(PackageParts parts, WorkbookPackage workbook, FormPlace form, string? textTable)
{
    /// <summary>True for a package made of an .xls, which has the cells and none of the layout.</summary>
    public bool IsMadeAnew { get; init; }

    /// <summary>Room for our own sheet and parts, so that the copy stays within what is taken.</summary>
    private const int PartsAdded = 8;

    public void Write(IReadOnlyList<Rejection> findings)
    {
        if (parts.Count + PartsAdded > ReadingLimits.Default.ZipEntries || workbook.Sheets.Count >= ReadingLimits.Default.Sheets)
        {
            throw new NotReturnedException(WhyNotReturned.TooLarge);
        }

        var book = new WorkbookRewrite(parts);
        book.DropMacrosAndSignatures();
        var styles = MarkStyles.AddTo(parts, book.StylesPart());
        var marks = CellMark.Of(findings, form.KeyColumn);
        var shown = Shown(marks);
        var guide = workbook.Sheets.FirstOrDefault(IsOurGuide)?.Part;
        foreach (var sheet in workbook.Sheets.Where(sheet => sheet.Part != guide))
        {
            Rewrite(sheet, sheet.Part == shown.Part, [.. marks.Where(mark => (mark.Sheet ?? shown.Name) == sheet.Name)], styles);
        }

        WriteGuide(guide ?? book.AddSheet(GuideSheet.Name), findings, shown, styles);
        book.Show(shown.Part);
        book.Save();
    }

    private SheetInfo Shown(List<CellMark> marks)
    {
        var name = form.Sheet ?? marks[0].Sheet;
        return workbook.Sheets.FirstOrDefault(sheet => sheet.Name == name && !sheet.IsHidden) ?? workbook.Sheets.FirstOrDefault(sheet => !sheet.IsHidden) ?? workbook.Sheets[0];
    }

    private void Rewrite(SheetInfo sheet, bool isShown, List<CellMark> marks, MarkStyles styles)
    {
        var facts = SheetFacts.Of(parts, sheet.Part);
        var asked = Asked(sheet, marks);
        marks = [.. marks, .. asked.Marks];
        var hasNotes = marks.Count > 0 || new PartLinks(parts, sheet.Part).HasType("/comments");
        if (marks.Count == 0 && !hasNotes && facts.IsShown == isShown)
        {
            return;
        }

        var link = hasNotes ? CellNotes.Write(parts, sheet.Part, facts.DrawingId, marks) : null;
        SheetRewrite.Run(parts, sheet.Part, new SheetChange
        {
            IsShown = isShown,
            Colours = Colouring.Of(marks, styles.ColourOf),
            DrawingLink = link,
            Added = asked.Heading,
            TextNumbers = textTable,
            Widths = IsMadeAnew && sheet.Name == form.Sheet ? form.Widths : new Dictionary<int, double>(),
        });
    }

    /// <summary>The cells in which explanations are to be written: in the form's column for them, or in one added beside the table.</summary>
    private (IEnumerable<CellMark> Marks, IReadOnlyDictionary<(int Row, int Column), string> Heading) Asked(SheetInfo sheet, List<CellMark> marks)
    {
        var owed = marks.Where(mark => mark.Severity == Severity.NeedsExplanation && mark.Row > form.LastHeaderRow).Select(mark => mark.Row).Distinct().ToList();
        if (owed.Count == 0 || sheet.Name != form.Sheet)
        {
            return ([], new Dictionary<(int, int), string>());
        }

        var column = form.ExplanationColumn ?? form.FreeColumn;
        var taken = marks.Select(mark => (mark.Row, mark.Column)).ToHashSet();
        var cells = owed.Where(row => !taken.Contains((row, column)))
            .Select(row => new CellMark(sheet.Name, row, column, Severity.NeedsExplanation, Texts.Get("Returned.WriteHere")));
        return (cells.ToList(), form.ExplanationColumn is null
            ? new Dictionary<(int, int), string> { [(form.LastHeaderRow, column)] = Texts.Get("Returned.Explanation") }
            : new Dictionary<(int, int), string>());
    }

    /// <summary>The list of an earlier answer, which this one replaces.</summary>
    private bool IsOurGuide(SheetInfo sheet)
    {
        if (!sheet.Name.StartsWith(GuideSheet.Name, StringComparison.Ordinal))
        {
            return false;
        }

        using var table = workbook.OpenSheet(sheet);
        return table.Read() && table.Cell(1).Text.StartsWith(GuideSheet.Title, StringComparison.Ordinal);
    }

    private void WriteGuide(string part, IReadOnlyList<Rejection> findings, SheetInfo shown, MarkStyles styles)
    {
        parts.Remove(Relations.PartOf(part));
        parts.Save(part, GuideSheet.Build(findings, shown.Name, form.KeyColumn, styles));
    }
}
