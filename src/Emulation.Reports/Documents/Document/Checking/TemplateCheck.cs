using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Emulation.Reports.Documents.Document.Filling;
using Emulation.Reports.Documents.Document.Restoring;
using Emulation.Reports.Documents.Document.Template;

namespace Emulation.Reports.Documents.Document.Checking;

/// <summary>Says what a changed template lost, and where it leaves Decree 30/2020.</summary>
public static class TemplateCheck
{
    private const int MostBytes = 10 * 1024 * 1024;

    /// <summary>All faults at once, the grave ones first; empty if a report can be made and follows the decree.</summary>
    public static IReadOnlyList<TemplateFault> Of(ReadOnlyMemory<byte> template) => Read(template).Faults;

    /// <summary>The template as a report can be made with it, and all its faults.</summary>
    public static CheckedTemplate Read(ReadOnlyMemory<byte> template)
    {
        if (template.Length > MostBytes)
        {
            return CheckedTemplate.Unreadable;
        }

        try
        {
            using var stream = new MemoryStream();
            stream.Write(template.Span);
            return Read(template, stream);
        }
        catch (Exception exception) when (exception is OpenXmlPackageException or InvalidDataException or FormatException or System.Xml.XmlException or InvalidOperationException or ArgumentException)
        {
            return CheckedTemplate.Unreadable;
        }
    }

    private static CheckedTemplate Read(ReadOnlyMemory<byte> template, MemoryStream stream)
    {
        List<TemplateFault> faults;
        int restored;
        using (var file = WordprocessingDocument.Open(stream, true, new OpenSettings { MaxCharactersInPart = 5 * MostBytes }))
        {
            if (file.MainDocumentPart is not { Document.Body: { } body } main)
            {
                return CheckedTemplate.Unreadable;
            }

            restored = LostControls.GiveBack(main);
            IEnumerable<TemplateFault> found = [.. Dangers(file, main, body), .. SlotFaults.Of(main, body), .. Restored(file, restored), .. DecreeFaults.Of(main, body)];
            faults = [.. found.OrderByDescending(fault => fault.IsGrave)];
        }

        return new CheckedTemplate(restored == 0 ? template : FixedPackage.WithoutTimes(stream.ToArray()), faults);
    }

    private static IEnumerable<TemplateFault> Restored(WordprocessingDocument file, int restored) => restored == 0
        ? []
        : [TemplateFault.Of(TemplateFaultKind.Restored, null, ProgramOf(file), VietnameseFormat.Number(restored), VietnameseFormat.Number(Slots.All.Count))];

    /// <summary>The program that saved the file, as it names itself: <c>LibreOffice/7.4.7.2$Linux_X86_64 …</c> → LibreOffice.</summary>
    private static string ProgramOf(WordprocessingDocument file)
    {
        var name = file.ExtendedFilePropertiesPart?.Properties?.Application?.Text ?? "";
        var program = PlainText.Clean(name.Split('/', '$')[0].Trim());
        return program.Length is 0 or > 40 ? Texts.Get("Template.OtherProgram") : program;
    }

    private static IEnumerable<TemplateFault> Dangers(WordprocessingDocument file, MainDocumentPart main, Body body)
    {
        if (main.VbaProjectPart is not null)
        {
            yield return TemplateFault.Of(TemplateFaultKind.Macros, null);
        }

        if (file.GetAllParts().Any(part => part.ExternalRelationships.Any()))
        {
            yield return TemplateFault.Of(TemplateFaultKind.External, null);
        }

        if (body.Descendants().Any(element => element is InsertedRun or DeletedRun or MoveFromRun or MoveToRun or ParagraphPropertiesChange))
        {
            yield return TemplateFault.Of(TemplateFaultKind.Tracked, null);
        }
    }
}
