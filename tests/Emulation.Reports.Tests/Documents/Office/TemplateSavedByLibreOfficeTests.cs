using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Emulation.Reports.Documents.Document;
using Emulation.Reports.Documents.Document.Checking;
using Emulation.Reports.Documents.Document.Template;
using Emulation.Reports.Tests.Documents.Faces;

namespace Emulation.Reports.Tests.Documents.Office;

/// <summary>A template that an office restyled in LibreOffice, which drops the controls: they are found again by their words, or the loss is named.</summary>
[Collection(OfficeFiles.Collection)]
public sealed class TemplateSavedByLibreOfficeTests(OfficeFiles files)
{
    public static TheoryData<string> Kinds => [.. SampleReports.All.Keys];

    [Fact]
    public void Program_DropsTheControls_AndTheCheckFindsThemAgain()
    {
        using var saved = new OpenedDocument(files.SavedTemplate);
        Assert.DoesNotContain(saved.Body.Descendants<SdtElement>(), control => control is SdtRow or SdtCell);

        var fault = Assert.Single(TemplateCheck.Of(files.SavedTemplate));

        Assert.Equal((TemplateFaultKind.Restored, false), (fault.Kind, fault.IsGrave));
        Assert.StartsWith($"Tệp mẫu được lưu bằng LibreOffice, chương trình này làm mất thẻ của ô nội dung; hệ thống đã nhận lại {Slots.All.Count}/{Slots.All.Count} ô", fault.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Document_ByTheSavedTemplate_SaysEveryWordAndNumber(string kind)
    {
        var model = SampleReports.All[kind];
        var template = new ChosenTemplate(TemplateCheck.Read(files.SavedTemplate).Content, "mau.docx", []);

        var bytes = ReportDocument.Write(model, template, DocumentMarking.Draft);

        using var wanted = OpenedDocument.Of(model);
        using var document = new OpenedDocument(bytes);
        Assert.Equal(wanted.Texts.Where(text => text.Length > 0), document.Texts.Where(text => text.Length > 0));
        Assert.Equal(wanted.Tables.Select(table => table.Count), document.Tables.Select(table => table.Count));
        Assert.Equal(wanted.OfStyle("KeTieuNgu").Single().ParagraphProperties!.Indentation!.Left!.Value, document.OfStyle("KeTieuNgu").Single().ParagraphProperties!.Indentation!.Left!.Value);
        Assert.Equal(6, document.Sections.Count);
        Assert.All(document.Sections, section => Assert.Equal(2, section.Elements<HeaderReference>().Count()));
        Assert.All(document.Sections, section => Assert.NotNull(section.GetFirstChild<TitlePage>()));
        Assert.Equal(["", "", "", "", ""], document.Body.Descendants<Paragraph>().Where(paragraph => paragraph.ParagraphProperties?.SectionProperties is not null).Select(OpenedDocument.TextOf));
        var (twin, names) = files.Twin(kind);
        var read = DocumentFace.Read(bytes, names).Values;
        Assert.InRange(read.Count, 250, int.MaxValue);
        Assert.DoesNotContain(read, pair => twin.Values.TryGetValue(pair.Key, out var value) && value.Value != pair.Value.Value);
    }

    // The words in brackets were the only trace of the control; a doubled one is no trace either.
    [Theory]
    [InlineData("[Phần IV: đoạn văn]", "phan-4")]
    [InlineData("[Phụ lục IV: tinh-trang]", "phu-luc-4.dong.tinh-trang", "phu-luc-4.dong", "phu-luc-4.bang")]
    public void Template_WithoutTheWordsToo_NamesWhatIsLost(string words, params string[] lost)
    {
        var removed = Changed(main => main.Document!.Body!.Descendants<Text>().Single(text => text.Text == words).Text = "Nội dung");
        var doubled = Changed(main => main.Document!.Body!.InsertAt(new Paragraph(new Run(new Text(words))), 0));

        Assert.Equal(lost.Order(), Lost(removed));
        Assert.Equal(lost.Length == 1 ? lost : [], Lost(doubled));
    }

    [Fact]
    public void Template_WithoutAnyControlOrWord_SaysSoInOneSentence()
    {
        var fault = Assert.Single(TemplateCheck.Of(OpenedDocument.Template(main => main.Document!.Body!.RemoveAllChildren<SdtBlock>())), fault => fault.Kind == TemplateFaultKind.Missing && fault.Tag == "can-cu");
        Assert.True(fault.IsGrave);

        var empty = OpenedDocument.Template(main => main.Document!.Body = new Body(new Paragraph(new Run(new Text("Báo cáo"))), main.Document.Body!.Elements<SectionProperties>().Last().CloneNode(true)));

        Assert.Equal([TemplateFaultKind.Empty], TemplateCheck.Of(empty).Where(one => one.IsGrave).Select(one => one.Kind));
    }

    private static List<string> Lost(byte[] template) => [.. TemplateCheck.Of(template).Where(fault => fault.Kind == TemplateFaultKind.Missing).Select(fault => fault.Tag!).Order()];

    private byte[] Changed(Action<MainDocumentPart> change)
    {
        using var stream = new MemoryStream();
        stream.Write(files.SavedTemplate);
        using (var template = WordprocessingDocument.Open(stream, true))
        {
            change(template.MainDocumentPart!);
        }

        return stream.ToArray();
    }
}
