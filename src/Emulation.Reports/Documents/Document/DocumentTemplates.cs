using Emulation.Reports.Documents.Document.Checking;
using Emulation.Reports.Documents.Document.Template;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Emulation.Reports.Documents.Document;

/// <summary>The template a document is to be laid out by.</summary>
/// <param name="Path">The office's file; null for the template the system ships.</param>
/// <param name="Refused">What is wrong with the office's template, so that the shipped one is used in its place; empty if nothing is.</param>
public sealed record ChosenTemplate(ReadOnlyMemory<byte> Content, string? Path, IReadOnlyList<TemplateFault> Refused);

/// <summary>Chooses between the office's template and the shipped one: a template that lost a slot is never used.</summary>
/// <remarks>Read anew for every report, so that a mended template counts at once.</remarks>
public sealed class DocumentTemplates(IOptions<DocumentOptions> options, ILogger<DocumentTemplates> log)
{
    private static readonly Lazy<byte[]> Shipped = new(TemplateDocument.Write);

    public ChosenTemplate Choose()
    {
        if (options.Value.Template is not { Length: > 0 } path)
        {
            return new ChosenTemplate(Shipped.Value, null, []);
        }

        var (content, faults) = Read(path);
        var grave = faults.Where(fault => fault.IsGrave).ToList();
        if (grave.Count == 0)
        {
            return new ChosenTemplate(content, path, []);
        }

        log.LogError("Template {Template} is not used, the shipped one is: {Faults}", path, string.Join(" ", grave.Select(fault => fault.Sentence)));
        return new ChosenTemplate(Shipped.Value, null, grave);
    }

    private static CheckedTemplate Read(string path)
    {
        try
        {
            return TemplateCheck.Read(File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return CheckedTemplate.Unreadable;
        }
    }
}
