using System.Globalization;
using System.Security;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Emulation.Reports.Documents.Document.Filling;

/// <summary>A word across every page, behind the text: drawn into the headers, as Word does it.</summary>
internal static class Watermark
{
    private const string VmlNamespaces = "xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\"";

    public static void Draw(MainDocumentPart main, string word)
    {
        foreach (var type in Needed(main))
        {
            AddHeader(main, type);
        }

        foreach (var (part, index) in main.HeaderParts.OrderBy(part => part.Uri.ToString(), StringComparer.Ordinal).Select((part, index) => (part, index)).ToList())
        {
            var paragraph = part.Header!.GetFirstChild<Paragraph>() ?? part.Header.AppendChild(new Paragraph());
            paragraph.AppendChild(Shape(word, index + 1));
        }
    }

    /// <summary>Pages of the first section that have no header of their own would stay without the word; later sections take over what it has.</summary>
    private static List<HeaderFooterValues> Needed(MainDocumentPart main)
    {
        var section = First(main);
        var has = section.Elements<HeaderReference>().Select(reference => reference.Type?.Value ?? HeaderFooterValues.Default).ToList();
        var hasFirst = main.Document!.Body!.Descendants<TitlePage>().Any();
        var hasEven = main.DocumentSettingsPart?.Settings?.GetFirstChild<EvenAndOddHeaders>() is not null;
        HeaderFooterValues[] wanted = [HeaderFooterValues.Default, .. hasFirst ? [HeaderFooterValues.First] : Array.Empty<HeaderFooterValues>(), .. hasEven ? [HeaderFooterValues.Even] : Array.Empty<HeaderFooterValues>()];
        return [.. wanted.Where(type => !has.Contains(type))];
    }

    private static SectionProperties First(MainDocumentPart main) => main.Document!.Body!.Descendants<SectionProperties>().First();

    private static void AddHeader(MainDocumentPart main, HeaderFooterValues type)
    {
        var id = "rIdWatermark" + ((IEnumValue)type).Value;
        main.AddNewPart<HeaderPart>(id).Header = new Header(new Paragraph());
        First(main).InsertAt(new HeaderReference { Type = type, Id = id }, 0);
    }

    private static Run Shape(string word, int number)
    {
        var name = "DauChim" + number.ToString(CultureInfo.InvariantCulture);
        return new Run(
            $"<w:r xmlns:w=\"{Template.TemplateXml.Namespace}\"><w:rPr><w:noProof/></w:rPr><w:pict {VmlNamespaces}>"
            + "<v:shapetype id=\"_x0000_t136\" coordsize=\"21600,21600\" o:spt=\"136\" adj=\"10800\" path=\"m@7,l@8,m@5,21600l@6,21600e\"><v:formulas>"
            + "<v:f eqn=\"sum #0 0 10800\"/><v:f eqn=\"prod #0 2 1\"/><v:f eqn=\"sum 21600 0 @1\"/><v:f eqn=\"sum 0 0 @2\"/><v:f eqn=\"sum 21600 0 @3\"/><v:f eqn=\"if @0 @3 0\"/>"
            + "<v:f eqn=\"if @0 21600 @1\"/><v:f eqn=\"if @0 0 @2\"/><v:f eqn=\"if @0 @4 21600\"/><v:f eqn=\"mid @5 @6\"/><v:f eqn=\"mid @8 @5\"/><v:f eqn=\"mid @7 @8\"/><v:f eqn=\"mid @6 @7\"/><v:f eqn=\"sum @6 0 @5\"/>"
            + "</v:formulas><v:path textpathok=\"t\" o:connecttype=\"custom\" o:connectlocs=\"@9,0;@10,10800;@11,21600;@12,10800\" o:connectangles=\"270,180,90,0\"/><v:textpath on=\"t\" fitshape=\"t\"/></v:shapetype>"
            + $"<v:shape id=\"{name}\" type=\"#_x0000_t136\" alt=\"{SecurityElement.Escape(word)}\" style=\"position:absolute;margin-left:0;margin-top:0;width:{Width(word)}pt;height:96pt;rotation:315;z-index:-251658752;"
            + "mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin\" o:allowincell=\"f\" fillcolor=\"#d9d9d9\" stroked=\"f\">"
            + $"<v:textpath style=\"font-family:&quot;Times New Roman&quot;;font-size:1pt\" string=\"{SecurityElement.Escape(word)}\"/></v:shape></w:pict></w:r>");
    }

    // As long as the letters are, but never wider than a page set aslant can hold.
    private static string Width(string word) => Math.Min(word.Length * 56, 500).ToString(CultureInfo.InvariantCulture);
}
