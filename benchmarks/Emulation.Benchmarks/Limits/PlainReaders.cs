using System.Diagnostics;
using ExcelDataReader;

namespace Emulation.Benchmarks.Limits;

/// <summary>What others need to read a workbook: a common library, and the mere unpacking of its bytes.</summary>
internal static class PlainReaders
{
    /// <summary>Reads every cell of the first sheet.</summary>
    /// <returns>The number of cells that are not empty.</returns>
    public static int ReadByLibrary(string path)
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        using var stream = File.OpenRead(path);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(stream);
        var cells = 0;
        while (reader.Read())
        {
            for (var index = 0; index < reader.FieldCount; index++)
            {
                cells += reader.GetValue(index) is null ? 0 : 1;
            }
        }

        return cells;
    }

    /// <summary>Unpacks the whole package by <c>unzip -p</c> and throws the bytes away.</summary>
    public static async Task UnzipAsync(string path, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("unzip") { RedirectStandardOutput = true };
        start.ArgumentList.Add("-p");
        start.ArgumentList.Add(path);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("unzip did not start; install it (Debian: apt-get install unzip).");
        await process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
    }
}
