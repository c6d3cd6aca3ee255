using Emulation.Reports.Documents.Workbook;

namespace Emulation.Reports.Documents;

/// <summary>A file of a report, made once and stored with it.</summary>
/// <param name="Name">ASCII letters, digits, <c>.</c>, <c>_</c> and <c>-</c>; unique in its report.</param>
/// <param name="IsAttached">True if it goes with every mail of the report; all files can be fetched from the page.</param>
/// <param name="ContentId">The name by which the HTML body shows the picture (<c>cid:</c>); null for a file that is no part of the body.</param>
public sealed record ReportFile(string Name, string MediaType, ReadOnlyMemory<byte> Content, bool IsAttached, string? ContentId = null)
{
    /// <summary>Of a workbook: whose value each printed number is.</summary>
    public IReadOnlyList<PrintedCell> Cells { get; init; } = [];
}

/// <summary>The media types of a report's files.</summary>
public static class MediaTypes
{
    public const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string Document = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Pdf = "application/pdf";
    public const string Json = "application/json";
    public const string Csv = "text/csv";
    public const string Png = "image/png";
}
