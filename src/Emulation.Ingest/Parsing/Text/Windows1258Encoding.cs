namespace Emulation.Ingest.Parsing.Text;

/// <summary>Windows' own code page for Vietnamese: a base letter, then a tone as a letter of its own.</summary>
internal sealed class Windows1258Encoding() : OldEncoding("windows-1258")
{
    public override string? Decode(ReadOnlySpan<byte> bytes)
    {
        var text = CodePage.Windows1258.Table.Decode(bytes)!;
        // The page leaves ten bytes undefined; Windows shows them as control characters.
        return text.AsSpan().IndexOfAnyInRange('\u0080', '\u009F') >= 0 ? null : text.Normalize();
    }
}
