namespace Emulation.Ingest.Inspection;

/// <summary>Keeps the sheets of one file until the verdict is known: small ones in memory, large ones in a file without a name.</summary>
internal sealed class SheetSpool : IDisposable
{
    private const int MostInMemory = 1 << 20;

    private readonly MemoryStream memory = new();
    private FileStream? file;

    public void Add(byte[] piece)
    {
        if (file is null && memory.Length + piece.Length <= MostInMemory)
        {
            memory.Write(piece);
            return;
        }

        if (file is null)
        {
            file = Unnamed();
            memory.WriteTo(file);
        }

        file.Write(piece);
    }

    public void CopyTo(Stream output)
    {
        if (file is null)
        {
            memory.WriteTo(output);
            return;
        }

        file.Position = 0;
        file.CopyTo(output);
    }

    public void Dispose()
    {
        memory.Dispose();
        file?.Dispose();
    }

    /// <summary>Gone from the folder at once: it leaves nothing behind, whatever ends this process.</summary>
    private static FileStream Unnamed()
    {
        var stream = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        File.Delete(stream.Name);
        return stream;
    }
}
