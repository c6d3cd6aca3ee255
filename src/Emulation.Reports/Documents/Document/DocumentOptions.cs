using Microsoft.Extensions.Options;

namespace Emulation.Reports.Documents.Document;

/// <summary>How documents are made; the section <c>Document</c> of the configuration.</summary>
public sealed record DocumentOptions
{
    public const string Section = "Document";
    public const string Auto = "auto";
    public const string Off = "off";

    /// <summary>The office's own template (.docx); null for the one the system ships.</summary>
    public string? Template { get; init; }

    /// <summary><c>auto</c> (default): a PDF beside the document where LibreOffice is installed; <c>off</c>: none.</summary>
    public string Pdf { get; init; } = Auto;

    /// <summary>LibreOffice: a path, or a name to be found on the PATH.</summary>
    public string PdfProgram { get; init; } = "soffice";

    /// <summary>How long LibreOffice may take; then it is killed, and the report goes without PDF.</summary>
    public TimeSpan PdfTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The largest document, in bytes, that is attached to mails; a larger one is kept with the report's files.</summary>
    public int MostAttachedBytes { get; init; } = 3 * 1024 * 1024;

    /// <summary>Printed under the signature; null to leave it to the pen.</summary>
    public string? SignerName { get; init; }

    /// <summary>Codes of the recipients under "Kính gửi"; empty for the <c>to</c> recipients outside the office.</summary>
    public IReadOnlyList<string> Addressees { get; init; } = [];
}

/// <summary>Checks the document settings at start; every fault names its key.</summary>
public sealed class DocumentOptionsCheck : IValidateOptions<DocumentOptions>
{
    public ValidateOptionsResult Validate(string? name, DocumentOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(DocumentOptions options)
    {
        if (options.Pdf is not (DocumentOptions.Auto or DocumentOptions.Off))
        {
            yield return $"Document:Pdf is '{options.Pdf}'; it must be 'auto' or 'off'.";
        }

        if (options.PdfTimeout <= TimeSpan.Zero)
        {
            yield return "Document:PdfTimeout must be more than zero, e.g. 00:02:00.";
        }
    }
}
