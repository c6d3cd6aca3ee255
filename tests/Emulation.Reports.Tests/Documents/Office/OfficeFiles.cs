using Emulation.Reports.Documents;
using Emulation.Reports.Documents.Charts;
using Emulation.Reports.Documents.Document;
using Emulation.Reports.Tests.Documents.Faces;
using Emulation.TestSupport;

namespace Emulation.Reports.Tests.Documents.Office;

/// <summary>Workbook and document of every kind of report, a template, and what LibreOffice made of them: saved again and printed. Three starts for all tests.</summary>
[CollectionDefinition(Collection)]
public sealed class OfficeFiles : IAsyncLifetime, ICollectionFixture<OfficeFiles>
{
    public const string Collection = "Files opened by LibreOffice";
    private const string Template = "template";
    private readonly Dictionary<string, byte[]> written = [];
    private readonly Dictionary<string, byte[]> twins = [];
    private IReadOnlyDictionary<string, byte[]> workbooks = null!;
    private IReadOnlyDictionary<string, byte[]> documents = null!;
    private IReadOnlyDictionary<string, byte[]> prints = null!;

    public async ValueTask InitializeAsync()
    {
        foreach (var (kind, model) in SampleReports.All)
        {
            var document = new ReportFile("x.docx", MediaTypes.Document, ReportDocument.Write(model, OpenedDocument.Shipped, DocumentMarking.Draft), IsAttached: true);
            foreach (var file in ReportFiles.Of(model, [document], ReportCharts.Of(model)))
            {
                (file.MediaType == MediaTypes.Json ? twins : written)[kind + Path.GetExtension(file.Name)] = file.Content.ToArray();
            }
        }

        var cancellation = TestContext.Current.CancellationToken;
        workbooks = await LibreOffice.ConvertAsync(Of(".xlsx"), "xlsx", cancellation);
        documents = await LibreOffice.ConvertAsync(Of(".docx").Append(KeyValuePair.Create(Template + ".docx", OpenedDocument.Shipped.Content.ToArray())).ToDictionary(), "docx", cancellation);
        prints = await LibreOffice.ConvertAsync(Of(".docx", kind => kind + "-document").Concat(Of(".xlsx", kind => kind + "-workbook")).ToDictionary(), "pdf", cancellation);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public byte[] Workbook(string kind) => written[kind + ".xlsx"];

    public byte[] Document(string kind) => written[kind + ".docx"];

    public byte[] SavedWorkbook(string kind) => workbooks[kind];

    public byte[] SavedDocument(string kind) => documents[kind];

    /// <summary>The shipped template.</summary>
    public byte[] SavedTemplate => documents[Template];

    public Task<string> PrintedWorkbookAsync(string kind) => LibreOffice.TextOfAsync(prints[kind + "-workbook"], TestContext.Current.CancellationToken);

    public Task<string> PrintedDocumentAsync(string kind) => LibreOffice.TextOfAsync(prints[kind + "-document"], TestContext.Current.CancellationToken);

    /// <summary>The numbers of the report as its JSON twin gives them.</summary>
    internal (FaceValues Values, JsonFace Names) Twin(string kind) => JsonFace.Read(twins[kind + ".json"]);

    private Dictionary<string, byte[]> Of(string extension, Func<string, string>? name = null) => written
        .Where(pair => pair.Key.EndsWith(extension, StringComparison.Ordinal))
        .ToDictionary(pair => (name ?? (kind => kind))(Path.GetFileNameWithoutExtension(pair.Key)) + extension, pair => pair.Value);
}
