using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Emulation.Reports.Documents.Document.Printing;

/// <summary>Prints a document to PDF by LibreOffice, in a process and a profile of its own. What goes wrong there never stops a report: it then has no PDF.</summary>
public sealed class PdfPrinter(IOptions<DocumentOptions> options, ILogger<PdfPrinter> log) : IDisposable
{
    // LibreOffice takes some hundred megabytes: one at a time.
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <returns>The PDF; null if it is switched off, LibreOffice is not installed, or it failed.</returns>
    public async Task<byte[]?> PrintAsync(ReadOnlyMemory<byte> document, CancellationToken cancellationToken)
    {
        if (options.Value.Pdf == DocumentOptions.Off || ProgramPath.Find(options.Value.PdfProgram) is not { } program)
        {
            return null;
        }

        await turn.WaitAsync(cancellationToken);
        try
        {
            return await PrintAsync(program, document, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or Win32Exception or UnauthorizedAccessException or InvalidOperationException)
        {
            log.LogWarning(exception, "The report has no PDF: {Program} could not be run", program);
            return null;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<byte[]?> PrintAsync(string program, ReadOnlyMemory<byte> document, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("emulation-pdf-");
        try
        {
            var source = Path.Combine(folder.FullName, "document.docx");
            await File.WriteAllBytesAsync(source, document, cancellationToken);
            var isDone = await RunAsync(program, folder.FullName, source, cancellationToken);
            var printed = isDone ? await ReadAsync(Path.Combine(folder.FullName, "document.pdf"), cancellationToken) : null;
            if (printed is null)
            {
                log.LogWarning("The report has no PDF: {Program} {Outcome}", program, isDone ? "made none" : $"was stopped after {options.Value.PdfTimeout}");
            }

            return printed;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <returns>False if it took too long and was killed with all it had started.</returns>
    private async Task<bool> RunAsync(string program, string folder, string source, CancellationToken cancellationToken)
    {
        using var process = Process.Start(Command(program, folder, source)) ?? throw new InvalidOperationException($"{program} did not start.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.Value.PdfTimeout);
        try
        {
            // Its words are read to the end, lest it wait for a reader; they are not kept.
            var said = Task.WhenAll(process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, limit.Token), process.StandardError.BaseStream.CopyToAsync(Stream.Null, limit.Token));
            await process.WaitForExitAsync(limit.Token);
            await said;
            return true;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancellationToken.ThrowIfCancellationRequested();
            return false;
        }
    }

    private static ProcessStartInfo Command(string program, string folder, string source)
    {
        var profile = new Uri(Path.Combine(folder, "profile")).AbsoluteUri;
        return new ProcessStartInfo(
            program, ["-env:UserInstallation=" + profile, "--headless", "--norestore", "--nologo", "--nolockcheck", "--convert-to", "pdf", "--outdir", folder, source])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
            Environment = { ["HOME"] = folder },
        };
    }

    private static async Task<byte[]?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var content = await File.ReadAllBytesAsync(path, cancellationToken);
        return content.AsSpan().StartsWith("%PDF-1."u8) ? content : null;
    }
}
