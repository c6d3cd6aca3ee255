using Emulation.Reports.Documents.Document.Wording;
using Emulation.Reports.Documents.Mail;
using Emulation.Reports.Documents.Model;
using Emulation.Reports.Documents.Twin;
using Emulation.Reports.Documents.Workbook;

namespace Emulation.Reports.Documents.Places;

/// <summary>Where every number of a report stands, in every face that people read.</summary>
/// <remarks>docs/adr/0029-numbers-in-sentences.md. Made with the report, from the phrases its faces are made of.</remarks>
public static class PlacesOf
{
    /// <param name="cells">Of the workbook.</param>
    /// <returns>Workbook, mail, document; places are unique within a report.</returns>
    public static IEnumerable<PrintedPlace> Report(ReportModel model, IReadOnlyList<PrintedCell> cells)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(cells);
        return Workbook(model, cells).Concat(Mail(model)).Concat(DocumentPlaces.Of(model));
    }

    private static IEnumerable<PrintedPlace> Workbook(ReportModel model, IReadOnlyList<PrintedCell> cells)
    {
        var texts = TwinRows.Of(model).ToDictionary(row => new ValueAddress(row.Part, row.Unit, row.Code, row.Column), row => row.Text);
        return cells.Select(cell => new PrintedPlace(PrintedPlace.Workbook, $"{cell.Sheet}!{cell.Cell}", texts[cell.Address], cell.Address.ToString()));
    }

    private static IEnumerable<PrintedPlace> Mail(ReportModel model) => ReportMailSections.Of(model).SelectMany(section =>
        section.Lines.Take(section.AtMost).SelectMany((line, index) => PrintedPlace.InSentence(PrintedPlace.Mail, $"{section.Heading}/{VietnameseFormat.Number(index + 1)}", line)));
}
