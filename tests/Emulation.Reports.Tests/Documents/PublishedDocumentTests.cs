using System.Security.Cryptography;
using Emulation.Plan;
using Emulation.Reports.Documents.Document;
using Emulation.Reports.Documents.Model;
using Emulation.Reports.Tests.Closing;

namespace Emulation.Reports.Tests.Documents;

/// <summary>The document as a file of a published report: stored, attached, marked by the report's state, whatever LibreOffice or the office's template do.</summary>
public sealed class PublishedDocumentTests : IAsyncLifetime
{
    private static readonly PeriodCode Wave1 = new("2020-W1");
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("published-document-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(ReportKind.MonthlyProgress, "2020-06", false, "bao-cao-thang-6-2020.docx", false)]
    [InlineData(ReportKind.WaveInterim, "2020-W1", false, "bao-cao-dot-1-2020.docx", true)]
    [InlineData(ReportKind.WaveInterim, "2020-W1", true, "bao-cao-dot-1-2020.docx", false)]
    [InlineData(ReportKind.Final, "2020-W1", true, "bao-cao-dot-1-2020.docx", false)]
    public async Task Document_OfAPublishedReport_IsAttachedAndMarkedWhileItsSummingUpIsADraft(ReportKind kind, string period, bool closes, string name, bool isMarked)
    {
        await using var room = await ResultsRoom.OpenAsync(Cancellation);
        if (closes)
        {
            await room.Get<CloseWave>().RunAsync(Wave1, "test", Cancellation);
        }

        await room.Get<PublishReport>().RunAsync(kind, new PeriodCode(period), Cancellation);

        var (content, isAttached) = await FileAsync(room, name);
        Assert.True(isAttached);
        Assert.Equal(isMarked, OpenedDocument.Parts(content).Values.Any(xml => xml.Contains("string=\"DỰ THẢO\"", StringComparison.Ordinal)));
        using var document = new OpenedDocument(content);
        Assert.Empty(document.Faults);
        Assert.Equal(0, await ScalarAsync<long>(room, "select count(*) from emulation.report_files where name like '%.pdf'"));
    }

    [Fact]
    public async Task Document_MadeAgainFromTheStoredModel_HasTheSameBytes()
    {
        await using var room = await ResultsRoom.OpenAsync(Cancellation);
        await room.Get<PublishReport>().RunAsync(ReportKind.WaveInterim, Wave1, Cancellation);

        var model = ReportModelJson.Read(await ScalarAsync<string>(room, "select model::text from emulation.reports"));
        var (content, _) = await FileAsync(room, "bao-cao-dot-1-2020.docx");

        Assert.Equal(SHA256.HashData(content), SHA256.HashData(ReportDocument.Write(model, OpenedDocument.Shipped, DocumentMarking.Draft)));
    }

    // LibreOffice prints, fails, or hangs: the report goes out each time.
    [Theory]
    [InlineData("printf '%%PDF-1.7 x' > document.pdf", 1)]
    [InlineData("exit 1", 0)]
    [InlineData("sleep 600", 0)]
    public async Task Pdf_IsKeptBesideTheDocument_AndItsFailureStopsNothing(string script, int pdfs)
    {
        var program = Path.Combine(folder.FullName, "program.sh");
        await File.WriteAllTextAsync(program, $"#!/bin/sh\n{script}\n", Cancellation);
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        await using var room = await ResultsRoom.OpenAsync(
            new Dictionary<string, string?> { ["Document:Pdf"] = "auto", ["Document:PdfProgram"] = program, ["Document:PdfTimeout"] = "00:00:02" }, Cancellation);

        var published = await room.Get<PublishReport>().RunAsync(ReportKind.WaveInterim, Wave1, Cancellation);

        Assert.False(published.WasPublishedBefore);
        Assert.True(published.Deliveries > 0);
        Assert.Equal(pdfs, await ScalarAsync<long>(room, "select count(*) from emulation.report_files where name = 'bao-cao-dot-1-2020.pdf' and media_type = 'application/pdf' and not is_attached"));
        Assert.Equal(1, await ScalarAsync<long>(room, "select count(*) from emulation.report_files where name = 'bao-cao-dot-1-2020.docx'"));
    }

    [Fact]
    public async Task Template_OfTheOfficeWithAHole_IsNotUsed_AndTheReportGoesByTheShippedOne()
    {
        var path = Path.Combine(folder.FullName, "mau.docx");
        await File.WriteAllBytesAsync(path, OpenedDocument.Template(main => OpenedDocument.Control(main.Document!.Body!, "phu-luc-4.bang").Remove()), Cancellation);
        await using var room = await ResultsRoom.OpenAsync(new Dictionary<string, string?> { ["Document:Template"] = path, ["Document:SignerName"] = "Nguyễn Văn Mẫu" }, Cancellation);

        await room.Get<PublishReport>().RunAsync(ReportKind.WaveInterim, Wave1, Cancellation);

        using var document = new OpenedDocument((await FileAsync(room, "bao-cao-dot-1-2020.docx")).Content);
        Assert.Contains("«Phụ lục IV: bảng»", document.Description, StringComparison.Ordinal);
        Assert.Contains("ĐƠN VỊ CHƯA GỬI, GỬI CHẬM BÁO CÁO", document.Texts);
        Assert.Equal(["Nguyễn Văn Mẫu"], document.OfStyle("NguoiKy").Select(OpenedDocument.TextOf));
    }

    [Fact]
    public async Task Document_LargerThanAMailBears_IsKeptButNotAttached()
    {
        await using var room = await ResultsRoom.OpenAsync(new Dictionary<string, string?> { ["Document:MostAttachedBytes"] = "1000" }, Cancellation);

        await room.Get<PublishReport>().RunAsync(ReportKind.WaveInterim, Wave1, Cancellation);

        Assert.False((await FileAsync(room, "bao-cao-dot-1-2020.docx")).IsAttached);
        Assert.DoesNotContain(".docx", await ScalarAsync<string>(room, "select body_text from emulation.reports"), StringComparison.Ordinal);
    }

    private static async Task<(byte[] Content, bool IsAttached)> FileAsync(ResultsRoom room, string name)
    {
        await using var command = room.Database.DataSource.CreateCommand("select content, is_attached from emulation.report_files where name = $1");
        command.Parameters.AddWithValue(name);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        Assert.True(await reader.ReadAsync(Cancellation));
        return (reader.GetFieldValue<byte[]>(0), reader.GetBoolean(1));
    }

    private static async Task<T> ScalarAsync<T>(ResultsRoom room, string sql)
    {
        await using var command = room.Database.DataSource.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
