using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Emulation.Reports.Documents.Document.Checking;

/// <summary>Says what a changed template lost, and where it leaves Decree 30/2020.</summary>
public static class TemplateCheck
{
    private const int MostBytes = 10 * 1024 * 1024;

    /// <summary>All faults at once, the grave ones first; empty if a report can be made and follows the decree.</summary>
    public static IReadOnlyList<TemplateFault> Of(ReadOnlyMemory<byte> template)
    {
        if (template.Length > MostBytes)
        {
            return [TemplateFault.Of(TemplateFaultKind.Unreadable, null)];
        }

        try
        {
            using var stream = new MemoryStream(template.ToArray());
            using var file = WordprocessingDocument.Open(stream, false, new OpenSettings { MaxCharactersInPart = 5 * MostBytes });
            return Of(file);
        }
        catch (Exception exception) when (exception is OpenXmlPackageException or InvalidDataException or FormatException or System.Xml.XmlException or InvalidOperationException or ArgumentException)
        {
            return [TemplateFault.Of(TemplateFaultKind.Unreadable, null)];
        }
    }

    private static List<TemplateFault> Of(WordprocessingDocument file)
    {
        if (file.MainDocumentPart is not { Document.Body: { } body } main)
        {
            return [TemplateFault.Of(TemplateFaultKind.Unreadable, null)];
        }

        IEnumerable<TemplateFault> faults = [.. Dangers(file, main, body), .. SlotFaults.Of(main, body), .. DecreeFaults.Of(main, body)];
        return [.. faults.OrderByDescending(fault => fault.IsGrave)];
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
