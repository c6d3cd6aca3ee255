using Emulation.Ingest.Forms;

namespace Emulation.Ingest.Templates;

/// <summary>One file of a template: the workbook, or its twin in text.</summary>
/// <param name="Name">Its name.</param>
/// <param name="SecondName">Its name where the first is taken by a file of the unit's own; null if the first cannot be.</param>
internal sealed record TemplateFile(TemplateSource Source, string Name, string? SecondName, Func<TemplateContent, byte[]> Write)
{
    /// <summary>The files of a template. The text's name carries the stamp, so it never meets one of another stamp.</summary>
    public static IEnumerable<TemplateFile> Of(TemplateSource source)
    {
        var (form, period) = (source.Subject.Form.Kind, source.Subject.Period.Code);
        yield return new TemplateFile(
            source, TemplateName.OfWorkbook(form, period), TemplateName.OfSecondWorkbook(form, period, source.Stamp), TemplateWorkbook.Write);
        yield return new TemplateFile(source, TemplateName.OfText(form, period, source.Stamp), null, TemplateText.Write);
    }
}
