namespace Emulation.Reports.Documents.Document.Checking;

/// <summary>A template after the check.</summary>
/// <param name="Content">The file itself, or, if another program had saved it without its controls, the file with the controls given back.</param>
/// <param name="Faults">All faults, the grave ones first.</param>
public sealed record CheckedTemplate(ReadOnlyMemory<byte> Content, IReadOnlyList<TemplateFault> Faults)
{
    internal static CheckedTemplate Unreadable { get; } = new(default, [TemplateFault.Of(TemplateFaultKind.Unreadable, null)]);
}
