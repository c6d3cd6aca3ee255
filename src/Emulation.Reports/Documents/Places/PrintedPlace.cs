namespace Emulation.Reports.Documents.Places;

/// <summary>A number that stands somewhere in a report as it is read.</summary>
/// <param name="Face">workbook, mail or document.</param>
/// <param name="Place">As read off the print: a cell <c>Xếp hạng!D7</c>, a number of a sentence <c>II.2.a/3#2</c> (section, paragraph, number), a cell of an appendix <c>Phụ lục I.1!D3</c>.</param>
/// <param name="Text">As printed.</param>
/// <param name="Origin">As <see cref="NumberOrigin.ToString"/> writes it.</param>
public sealed record PrintedPlace(string Face, string Place, string Text, string Origin)
{
    public const string Workbook = "workbook";
    public const string Mail = "mail";
    public const string Document = "document";

    /// <summary>The numbers of a sentence, counted from 1.</summary>
    /// <param name="line">Section and paragraph.</param>
    internal static IEnumerable<PrintedPlace> InSentence(string face, string line, Phrase sentence) =>
        sentence.Numbers.Select((number, index) => new PrintedPlace(face, $"{line}#{VietnameseFormat.Number(index + 1)}", Of(sentence, number), number.Origin));

    /// <summary>The numbers of a table's cell; counted only where there are several.</summary>
    internal static IEnumerable<PrintedPlace> InCell(string face, string cell, Phrase text) => text.Numbers is [var only]
        ? [new PrintedPlace(face, cell, Of(text, only), only.Origin)]
        : InSentence(face, cell, text);

    private static string Of(Phrase phrase, PhraseNumber number) => phrase.Text.Substring(number.Start, number.Length);
}
