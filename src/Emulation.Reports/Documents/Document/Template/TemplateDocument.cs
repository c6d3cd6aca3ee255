using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Emulation.Reports.Documents.Document.Filling;

namespace Emulation.Reports.Documents.Document.Template;

/// <summary>The template the system ships: made by code, so that it can be read, compared and made again; the same bytes every time.</summary>
public static class TemplateDocument
{
    public static byte[] Write()
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = file.AddNewPart<MainDocumentPart>(MediaTypes.Document + ".main+xml", "rIdMain");
            main.Document = new DocumentFormat.OpenXml.Wordprocessing.Document(
                $"<w:document xmlns:w=\"{TemplateXml.Namespace}\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>"
                + TemplateHead.Xml() + TemplateBody.Xml() + TemplateAppendices.Xml() + TemplatePage.Section() + "</w:body></w:document>");
            main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = new Styles(TemplateStyles.Xml());
            main.AddNewPart<DocumentSettingsPart>("rIdSettings").Settings = new Settings(SettingsXml);
            main.AddNewPart<HeaderPart>("rIdHeader").Header = new Header(HeaderXml("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"));
            main.AddNewPart<HeaderPart>("rIdFirstHeader").Header = new Header(HeaderXml(""));
            FixedPackage.AddProperties(file);
            file.PackageProperties.Title = Texts.Get("Document.Template.Title");
        }

        return FixedPackage.WithoutTimes(stream.ToArray());
    }

    private static readonly string SettingsXml =
        $"<w:settings xmlns:w=\"{TemplateXml.Namespace}\"><w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
        + "<w:themeFontLang w:val=\"vi-VN\"/><w:decimalSymbol w:val=\",\"/><w:listSeparator w:val=\";\"/></w:settings>";

    private static string HeaderXml(string field) =>
        $"<w:hdr xmlns:w=\"{TemplateXml.Namespace}\"><w:p><w:pPr><w:pStyle w:val=\"SoTrang\"/></w:pPr>{field}</w:p></w:hdr>";
}
