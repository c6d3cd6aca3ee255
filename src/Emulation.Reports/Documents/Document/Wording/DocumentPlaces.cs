using Emulation.Reports.Documents.Document.Filling;
using Emulation.Reports.Documents.Document.Template;
using Emulation.Reports.Documents.Model;
using Emulation.Reports.Documents.Places;

namespace Emulation.Reports.Documents.Document.Wording;

/// <summary>Where every number of the document stands: by section and paragraph, and by table and cell of the appendices, headings counted as the first row.</summary>
/// <remarks>docs/adr/0029-numbers-in-sentences.md. Paragraphs that the office writes itself are not counted.</remarks>
internal static class DocumentPlaces
{
    private static readonly (string Tag, string Section)[] Sections =
    [
        ("phan-1", "I"), ("ket-qua-chung", "II.1"), ("xep-hang", "II.3"), ("phan-3", "III"), ("phan-4", "IV"), ("phan-5", "V"), ("phan-6", "VI"),
    ];

    /// <summary>In no order; none of a report made before there were documents.</summary>
    public static IEnumerable<PrintedPlace> Of(ReportModel model)
    {
        if (model.Letterhead is null)
        {
            return [];
        }

        var values = DocumentValues.Of(model);
        return Paragraphs(Texts.Get("Place.Opening"), values.PhrasesOf("mo-dau"))
            .Concat(values.ItemsOf("dinh-chinh").SelectMany(Corrigendum))
            .Concat(Sections.SelectMany(section => Paragraphs(section.Section, values.PhrasesOf(section.Tag))))
            .Concat(values.ItemsOf("phong-trao").SelectMany(Movement))
            .Concat(FirstAppendix(values))
            .Concat(values.ItemsOf("phu-luc-2.cum").SelectMany((block, index) => Block(block, $"{Appendix(2)}.{VietnameseFormat.Number(index + 1)}")))
            .Concat(Enumerable.Range(1, 5).SelectMany(number => Paragraphs(Appendix(number), values.PhrasesOf($"phu-luc-{VietnameseFormat.Number(number)}.ghi-chu"))))
            .Concat(Enumerable.Range(3, 3).SelectMany(number => Listing(values, number)));
    }

    private static IEnumerable<PrintedPlace> Corrigendum(SlotValues values) =>
        Paragraphs(Texts.Get("Place.Corrigendum"), values.PhrasesOf("dinh-chinh.ly-do"))
            .Concat(Rows(Texts.Get("Place.Corrigendum"), values.ItemsOf("dinh-chinh.dong").Select(row => row.Cells())));

    private static IEnumerable<PrintedPlace> Movement(SlotValues values, int index) => Paragraphs(
        $"II.2.{PointLetters.Of(index)}", [.. values.PhrasesOf("phong-trao.doan"), .. values.PhrasesOf("phong-trao.chi-tieu"), .. values.PhrasesOf("phong-trao.nhan-xet")]);

    private static IEnumerable<PrintedPlace> FirstAppendix(SlotValues values)
    {
        var groups = values.ItemsOf("phu-luc-1.tong-hop").SelectMany(table => table.ItemsOf("phu-luc-1.nhom"));
        var totals = groups.SelectMany(group => group.ItemsOf("phu-luc-1.chi-tieu").Select(row => row.Cells()).Prepend(group.PhrasesOf("phu-luc-1.nhom.ten")));
        return Rows(Appendix(1) + ".1", totals).Concat(values.ItemsOf("phu-luc-1.bang").SelectMany((table, index) =>
            Rows($"{Appendix(1)}.2.{VietnameseFormat.Number(index + 1)}", table.ItemsOf("phu-luc-1.bang.dong").Select(row => row.Cells()))));
    }

    private static IEnumerable<PrintedPlace> Block(SlotValues block, string table) =>
        Rows(table, block.ItemsOf("phu-luc-2.cum.dong").Select(row => row.Cells())).Concat(Paragraphs(table, block.PhrasesOf("phu-luc-2.cum.chu-thich")));

    private static IEnumerable<PrintedPlace> Listing(SlotValues values, int number)
    {
        var tag = $"phu-luc-{VietnameseFormat.Number(number)}";
        return values.ItemsOf(tag + ".bang").SelectMany(table => Rows(Appendix(number), table.ItemsOf(tag + ".dong").Select(row => row.Cells())));
    }

    private static string Appendix(int number) => Texts.Get("Document.Appendix", Slots.Roman(number));

    private static IEnumerable<PrintedPlace> Paragraphs(string section, IEnumerable<Phrase> paragraphs) =>
        paragraphs.SelectMany((paragraph, index) => PrintedPlace.InSentence(PrintedPlace.Document, $"{section}/{VietnameseFormat.Number(index + 1)}", paragraph));

    private static IEnumerable<PrintedPlace> Rows(string table, IEnumerable<IEnumerable<Phrase>> rows) =>
        rows.SelectMany((row, down) => row.SelectMany((cell, across) => PrintedPlace.InCell(PrintedPlace.Document, $"{table}!{CellNames.Of(down + 2, across + 1)}", cell)));
}
