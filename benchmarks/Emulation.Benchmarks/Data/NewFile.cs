using System.Text;

namespace Emulation.Benchmarks.Data;

/// <summary>Opens files for writing as the benchmarks need them.</summary>
internal static class NewFile
{
    public static StreamWriter Text(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 16);
    }

    /// <summary>Has the disk written before the clock starts, so that no benchmark pays for the making of its input.</summary>
    public static void Settle(StreamWriter writer)
    {
        writer.Flush();
        ((FileStream)writer.BaseStream).Flush(flushToDisk: true);
    }
}
