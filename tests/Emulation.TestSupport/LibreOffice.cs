using System.ComponentModel;
using System.Diagnostics;

namespace Emulation.TestSupport;

/// <summary>The LibreOffice of this machine, as an office without Microsoft's programs uses it: opens files and saves them as another kind. <c>./emulation test</c> installs it.</summary>
/// <remarks>Starting it takes seconds: hand over many files at once. It ends with 0 also when it could not open one of them, so every file is asked for its output.</remarks>
public static class LibreOffice
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>One start with a profile of its own, for all files.</summary>
    /// <param name="files">Name with extension → content.</param>
    /// <param name="format">As <c>--convert-to</c> takes it, e.g. <c>pdf</c>.</param>
    /// <returns>Name without extension → what it became.</returns>
    public static async Task<IReadOnlyDictionary<string, byte[]>> ConvertAsync(IReadOnlyDictionary<string, byte[]> files, string format, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("emulation-libreoffice-");
        try
        {
            var sources = folder.CreateSubdirectory("in");
            foreach (var (name, content) in files)
            {
                await File.WriteAllBytesAsync(Path.Combine(sources.FullName, name), content, cancellationToken);
            }

            var profile = new Uri(Path.Combine(folder.FullName, "profile")).AbsoluteUri;
            var said = await RunAsync(
                folder.FullName, "soffice",
                ["-env:UserInstallation=" + profile, "--headless", "--norestore", "--nologo", "--convert-to", format, "--outdir", Path.Combine(folder.FullName, "out"), .. files.Keys.Select(name => Path.Combine(sources.FullName, name))],
                cancellationToken);
            return files.Keys.ToDictionary(name => Path.GetFileNameWithoutExtension(name), name => Output(folder, Path.ChangeExtension(name, format), said));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The words of a PDF as they lie on its pages, a form feed after each page.</summary>
    public static async Task<string> TextOfAsync(byte[] pdf, CancellationToken cancellationToken)
    {
        var file = Path.Combine(Path.GetTempPath(), $"emulation-{Guid.NewGuid():N}.pdf");
        await File.WriteAllBytesAsync(file, pdf, cancellationToken);
        try
        {
            return await RunAsync(Path.GetTempPath(), "pdftotext", ["-layout", file, "-"], cancellationToken);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static byte[] Output(DirectoryInfo folder, string name, string said)
    {
        var path = Path.Combine(folder.FullName, "out", name);
        return File.Exists(path) ? File.ReadAllBytes(path) : throw new InvalidOperationException($"LibreOffice made no {name}. It said: {said}");
    }

    private static async Task<string> RunAsync(string folder, string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        using var process = Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
            Environment = { ["HOME"] = folder },
        });
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            var complaints = process.StandardError.ReadToEndAsync(limit.Token);
            var said = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0 ? said : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await complaints}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{program} took more than {Patience}.");
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(ProcessStartInfo command)
    {
        try
        {
            return Process.Start(command)!;
        }
        catch (Win32Exception exception)
        {
            throw new InvalidOperationException($"{command.FileName} is missing: run the tests by ./emulation test, which installs it.", exception);
        }
    }
}
