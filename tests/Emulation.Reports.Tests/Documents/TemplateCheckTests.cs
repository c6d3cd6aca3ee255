using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Emulation.Reports.Documents.Document;
using Emulation.Reports.Documents.Document.Checking;
using Emulation.Reports.Documents.Document.Template;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Emulation.Reports.Tests.Documents;

/// <summary>Templates as an office changes them: a restyle is kept, a loss is named.</summary>
public sealed class TemplateCheckTests
{
    [Fact]
    public void ShippedTemplate_IsValidFaultlessAndTheSameEveryTime()
    {
        using var template = new OpenedDocument(TemplateDocument.Write());

        Assert.Empty(template.Faults);
        Assert.Empty(TemplateCheck.Of(TemplateDocument.Write()));
        Assert.Equal(TemplateDocument.Write(), TemplateDocument.Write());
    }

    [Fact]
    public void Restyle_OfSizeSpacingAndPlace_IsKeptInTheDocument()
    {
        var template = OpenedDocument.Template(main =>
        {
            var style = main.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(candidate => candidate.StyleId?.Value == "NoiDung");
            style.StyleRunProperties!.FontSize!.Val = "26";
            var body = main.Document!.Body!;
            // The office underlines the matter, and moves the awards before the ranking.
            var matter = OpenedDocument.Control(body, "trich-yeu");
            matter.Descendants<Run>().First().RunProperties = new RunProperties(new Underline { Val = UnderlineValues.Single });
            var awards = OpenedDocument.Control(body, "phan-3");
            awards.Remove();
            body.InsertBefore(awards, OpenedDocument.Control(body, "xep-hang"));
            body.InsertAt(new Paragraph(new Run(new Text("Mẫu của cơ quan"))), 0);
        });

        using var document = new OpenedDocument(ReportDocument.Write(SampleRun.Model, new ChosenTemplate(template, "x.docx", []), DocumentMarking.None));

        Assert.DoesNotContain(TemplateCheck.Of(template), fault => fault.IsGrave);
        Assert.Empty(document.Faults);
        Assert.Equal("26", document.Style("NoiDung").StyleRunProperties!.FontSize!.Val!.Value);
        Assert.Equal(UnderlineValues.Single, document.Paragraph(SampleRun.Model.Cover.Subject).Descendants<Underline>().Single().Val!.Value);
        Assert.Equal("Mẫu của cơ quan", document.Texts[0]);
        var texts = document.Texts.ToList();
        Assert.True(texts.FindIndex(text => text.StartsWith("Chưa có số liệu về đề nghị", StringComparison.Ordinal)) < texts.FindIndex(text => text.StartsWith("Kết quả xếp hạng", StringComparison.Ordinal)));
    }

    public static TheoryData<string> AllTags => [.. Slots.All.Select(slot => slot.Tag)];

    // Each slot, lost alone: the fault names it, and it is grave.
    [Theory]
    [MemberData(nameof(AllTags))]
    public void LostControl_IsNamedWithItsCure(string tag)
    {
        var template = OpenedDocument.Template(main => Unwrap(OpenedDocument.Control(main.Document!.Body!, tag)));

        var fault = Assert.Single(TemplateCheck.Of(template), fault => fault.Kind == TemplateFaultKind.Missing);

        Assert.Equal(tag, fault.Tag);
        Assert.True(fault.IsGrave);
        Assert.Equal(
            $"Thiếu ô nội dung «{Slots.Find(tag)!.Title}» (thẻ {tag}). Cách sửa: chép cả ô này từ mẫu gốc (lệnh report template write) vào chỗ cũ.", fault.Sentence);
    }

    [Fact]
    public void DoubledControl_IsNamedWithItsCount()
    {
        var template = OpenedDocument.Template(main => main.Document!.Body!.AppendChild(OpenedDocument.Control(main.Document.Body!, "ket-thuc").Ancestors<Paragraph>().First().CloneNode(true)));

        var fault = Assert.Single(TemplateCheck.Of(template));

        Assert.Equal((TemplateFaultKind.Doubled, "ket-thuc"), (fault.Kind, fault.Tag));
        Assert.Contains("có 2 lần", fault.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void ControlOfTheWrongKind_IsNamedWithTheRightOne()
    {
        // The row's control was lost and its tag put on a text in a cell instead.
        var template = OpenedDocument.Template(main =>
        {
            Unwrap(OpenedDocument.Control(main.Document!.Body!, "phu-luc-4.dong"));
            OpenedDocument.Control(main.Document.Body!, "phu-luc-4.dong.stt").SdtProperties!.GetFirstChild<Tag>()!.Val = "phu-luc-4.dong";
        });

        var fault = Assert.Single(TemplateCheck.Of(template), fault => fault.Kind == TemplateFaultKind.WrongControl);

        Assert.Equal("phu-luc-4.dong", fault.Tag);
        Assert.Contains("phải là ô bao quanh cả một dòng của bảng", fault.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void ControlMovedOutOfItsRepetition_IsInTheWrongPlace()
    {
        var template = OpenedDocument.Template(main =>
        {
            var control = OpenedDocument.Control(main.Document!.Body!, "phong-trao.doan");
            control.Remove();
            main.Document.Body!.InsertAt(control, 1);
        });

        var fault = Assert.Single(TemplateCheck.Of(template));

        Assert.Equal((TemplateFaultKind.WrongPlace, "phong-trao.doan"), (fault.Kind, fault.Tag));
        Assert.Contains("phải ở trong ô «Phần II.2: từng phong trào» (thẻ phong-trao)", fault.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void UnknownTag_IsTold_AndItsTextStays()
    {
        var template = OpenedDocument.Template(main => main.Document!.Body!.InsertAt(
            new SdtBlock(new SdtProperties(new Tag { Val = "cua-rieng" }), new SdtContentBlock(new Paragraph(new Run(new Text("Chữ của cơ quan"))))), 0));

        var fault = Assert.Single(TemplateCheck.Of(template), fault => fault.Kind == TemplateFaultKind.Unknown);
        using var document = new OpenedDocument(ReportDocument.Write(SampleRun.Model, new ChosenTemplate(template, null, []), DocumentMarking.None));

        Assert.False(fault.IsGrave);
        Assert.Contains("Chữ của cơ quan", document.Texts);
    }

    // What the office may do, but should know it leaves the decree.
    [Theory]
    [InlineData(TemplateFaultKind.Font)]
    [InlineData(TemplateFaultKind.Size)]
    [InlineData(TemplateFaultKind.Weight)]
    [InlineData(TemplateFaultKind.Margin)]
    [InlineData(TemplateFaultKind.Paper)]
    [InlineData(TemplateFaultKind.PageNumber)]
    public void LeavingTheDecree_IsToldAndNotGrave(TemplateFaultKind kind)
    {
        var template = OpenedDocument.Template(main => LeaveDecree(main, kind));

        var faults = TemplateCheck.Of(template);

        Assert.NotEmpty(faults);
        Assert.All(faults, fault => Assert.Equal((kind, false), (fault.Kind, fault.IsGrave)));
    }

    [Theory]
    [InlineData(TemplateFaultKind.External)]
    [InlineData(TemplateFaultKind.Tracked)]
    public void Danger_IsGrave(TemplateFaultKind kind)
    {
        var template = OpenedDocument.Template(main =>
        {
            if (kind == TemplateFaultKind.External)
            {
                main.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", new Uri("http://example/x.png"));
            }
            else
            {
                main.Document!.Body!.InsertAt(new Paragraph(new InsertedRun(new Run(new Text("thêm"))) { Author = "a", Id = "1" }), 0);
            }
        });

        Assert.True(Assert.Single(TemplateCheck.Of(template), fault => fault.Kind == kind).IsGrave);
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK\u0003\u0004 không phải tệp Word")]
    [InlineData("<html><body>Mẫu</body></html>")]
    public void NoDocumentAtAll_IsUnreadableNotACrash(string content) =>
        Assert.Equal([TemplateFaultKind.Unreadable], TemplateCheck.Of(System.Text.Encoding.UTF8.GetBytes(content)).Select(fault => fault.Kind));

    [Fact]
    public void LostSlot_InTheConfiguredTemplate_UsesTheShippedOneAndSaysSo()
    {
        using var file = new TemporaryTemplate(OpenedDocument.Template(main => OpenedDocument.Control(main.Document!.Body!, "phan-4").Remove()));

        var chosen = file.Templates.Choose();

        Assert.Null(chosen.Path);
        Assert.Equal("phan-4", Assert.Single(chosen.Refused).Tag);
        using var document = new OpenedDocument(ReportDocument.Write(SampleRun.Model, chosen, DocumentMarking.None));
        Assert.StartsWith("Lập theo mẫu có sẵn vì mẫu của cơ quan không dùng được: Thiếu ô nội dung «Phần IV: đoạn văn»", document.Description, StringComparison.Ordinal);
        Assert.Contains(document.Texts, text => text.StartsWith("- Còn 10 chỉ tiêu chưa đạt", StringComparison.Ordinal));
    }

    [Fact]
    public void ConfiguredTemplate_ThatIsWhole_IsUsed()
    {
        using var file = new TemporaryTemplate(OpenedDocument.Template(main => main.Document!.Body!.InsertAt(new Paragraph(new Run(new Text("Mẫu riêng"))), 0)));

        var chosen = file.Templates.Choose();

        Assert.Equal((file.Path, 0), (chosen.Path, chosen.Refused.Count));
        using var document = new OpenedDocument(ReportDocument.Write(SampleRun.Model, chosen, DocumentMarking.None));
        Assert.Equal(("Mẫu riêng", null), (document.Texts[0], document.Description));
    }

    [Fact]
    public void ConfiguredTemplate_ThatIsNotThere_UsesTheShippedOneAndSaysSo()
    {
        var templates = new DocumentTemplates(Options.Create(new DocumentOptions { Template = "/khong/co/mau.docx" }), NullLogger<DocumentTemplates>.Instance);

        Assert.Equal([TemplateFaultKind.Unreadable], templates.Choose().Refused.Select(fault => fault.Kind));
    }

    private static void LeaveDecree(MainDocumentPart main, TemplateFaultKind kind)
    {
        var section = main.Document!.Body!.Descendants<SectionProperties>().First();
        var style = main.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(candidate => candidate.StyleId?.Value == "TrichYeu").StyleRunProperties!;
        switch (kind)
        {
            case TemplateFaultKind.Font:
                style.RunFonts!.Ascii = "Arial";
                break;
            case TemplateFaultKind.Size:
                style.FontSize!.Val = "36";
                break;
            case TemplateFaultKind.Weight:
                style.Bold!.Remove();
                break;
            case TemplateFaultKind.Margin:
                section.GetFirstChild<PageMargin>()!.Left = 567;
                break;
            case TemplateFaultKind.Paper:
                section.GetFirstChild<PageSize>()!.Width = 12240;
                break;
            default:
                section.GetFirstChild<TitlePage>()!.Remove();
                break;
        }
    }

    /// <summary>Removes the control and leaves what stood in it, as Word's "Remove Content Control" does.</summary>
    private static void Unwrap(SdtElement control)
    {
        var content = control.ChildElements.Single(child => child.LocalName == "sdtContent");
        foreach (var child in content.ChildElements.ToList())
        {
            child.Remove();
            control.Parent!.InsertBefore(child, control);
        }

        control.Remove();
    }

    private sealed class TemporaryTemplate : IDisposable
    {
        public TemporaryTemplate(byte[] content) => File.WriteAllBytes(Path, content);

        public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"mau-{Guid.NewGuid():N}.docx");

        public DocumentTemplates Templates => new(Options.Create(new DocumentOptions { Template = Path }), NullLogger<DocumentTemplates>.Instance);

        public void Dispose() => File.Delete(Path);
    }
}
