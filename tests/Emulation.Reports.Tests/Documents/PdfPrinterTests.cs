using System.Text;
using Emulation.Reports.Documents.Document;
using Emulation.Reports.Documents.Document.Printing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Emulation.Reports.Tests.Documents;

/// <summary>Printing by a program that may be missing, fail or hang, and by LibreOffice itself.</summary>
public sealed class PdfPrinterTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pdf-printer-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task LibreOffice_PrintsTheWholeDocument()
    {
        var pdf = await PrintAsync(new DocumentOptions());

        Assert.NotNull(pdf);
        var text = Encoding.Latin1.GetString(pdf);
        Assert.True(string.CompareOrdinal(text[5..8], "1.4") >= 0, text[..8]);
        Assert.EndsWith("%%EOF", text.TrimEnd(), StringComparison.Ordinal);
        Assert.InRange(text.Split("/Type/Page/").Length + text.Split("/Type /Page\n").Length, 8, 40);
    }

    [Fact]
    public async Task Off_PrintsNothingAndStartsNothing()
    {
        var program = Script("touch started");

        Assert.Null(await PrintAsync(new DocumentOptions { Pdf = DocumentOptions.Off, PdfProgram = program }));
        Assert.Empty(Directory.GetFiles(folder.FullName, "started", SearchOption.AllDirectories));
    }

    // Not installed; not a program; fails; makes nothing; makes something else.
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("exit 77")]
    [InlineData("exit 0")]
    [InlineData("echo '<html>' > document.pdf")]
    public async Task Failure_IsNoPdfAndNoException(string? script)
    {
        var program = script is null ? "no-such-program" : Script(script);
        if (script is "")
        {
            File.WriteAllBytes(program, [0x7F, 0x45, 0x4C, 0x46, 1, 2, 3]);
        }

        Assert.Null(await PrintAsync(new DocumentOptions { PdfProgram = program }));
    }

    [Fact]
    public async Task Program_ThatHangs_IsKilledWithItsChildren()
    {
        var pid = Path.Combine(folder.FullName, "child");
        var program = Script($"sleep 600 & echo $! > {pid}; wait");

        Assert.Null(await PrintAsync(new DocumentOptions { PdfProgram = program, PdfTimeout = TimeSpan.FromSeconds(2) }));

        var child = int.Parse(await File.ReadAllTextAsync(pid, Cancellation), System.Globalization.CultureInfo.InvariantCulture);
        // The signal is sent; the kernel may take a moment to act on it.
        for (var look = 0; look < 100 && IsAlive(child); look++)
        {
            await Task.Delay(50, Cancellation);
        }

        Assert.False(IsAlive(child));
    }

    [Fact]
    public async Task Program_ThatTalksWithoutEnd_IsReadAndDoesNotBlock()
    {
        var program = Script("head -c 2000000 /dev/zero; head -c 2000000 /dev/zero >&2; printf '%%PDF-1.7 x' > document.pdf");

        Assert.NotNull(await PrintAsync(new DocumentOptions { PdfProgram = program }));
    }

    [Fact]
    public async Task EveryPrint_HasAProfileOfItsOwn_AndLeavesNothingBehind()
    {
        var log = Path.Combine(folder.FullName, "log");
        var program = Script($"echo \"$1 $(pwd)\" >> {log}; printf '%%PDF-1.7 x' > document.pdf");
        using var printer = Printer(new DocumentOptions { PdfProgram = program });

        await Task.WhenAll(printer.PrintAsync(new byte[] { 1 }, Cancellation), printer.PrintAsync(new byte[] { 2 }, Cancellation));

        var lines = await File.ReadAllLinesAsync(log, Cancellation);
        Assert.Equal(2, lines.Distinct().Count());
        Assert.All(lines, line => Assert.StartsWith("-env:UserInstallation=file:///", line, StringComparison.Ordinal));
        Assert.All(lines, line => Assert.False(Directory.Exists(line.Split(' ')[1])));
    }

    private static async Task<byte[]?> PrintAsync(DocumentOptions options)
    {
        using var printer = Printer(options);
        return await printer.PrintAsync(ReportDocumentTests.Bytes(SampleRun.Model), Cancellation);
    }

    private static PdfPrinter Printer(DocumentOptions options) => new(Options.Create(options), NullLogger<PdfPrinter>.Instance);

    private string Script(string commands)
    {
        var path = Path.Combine(folder.FullName, "program.sh");
        File.WriteAllText(path, "#!/bin/sh\n" + commands + "\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    // A killed process may stay as a zombie until its parent asks for it.
    private static bool IsAlive(int pid)
    {
        var status = $"/proc/{pid}/stat";
        return File.Exists(status) && !File.ReadAllText(status).Contains(") Z ", StringComparison.Ordinal);
    }
}
