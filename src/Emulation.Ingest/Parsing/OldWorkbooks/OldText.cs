namespace Emulation.Ingest.Parsing.OldWorkbooks;

/// <summary>From a character on, the text is in this font.</summary>
/// <param name="Font">Number as records give it: there is no font 4.</param>
internal readonly record struct FontRun(ushort Start, ushort Font);

/// <summary>One text of a BIFF8 workbook and the fonts of its parts; the same memory serves text after text.</summary>
internal sealed class OldText
{
    private const int IsWide = 1;
    private const int HasExtension = 4;
    private const int HasRuns = 8;
    private readonly char[] characters = new char[ushort.MaxValue];
    private readonly List<FontRun> runs = [];
    private int length;

    public ReadOnlySpan<char> Characters => characters.AsSpan(0, length);

    /// <summary>In order of their starts; empty if the cell's own font serves the whole text.</summary>
    public IReadOnlyList<FontRun> Runs => runs;

    /// <summary>Reads a text that begins with its length in two bytes ([MS-XLS] 2.5.293, 2.5.294).</summary>
    public void Read(ContinuedData data, BiffRecords records) => Read(data, records, data.ReadWord());

    /// <summary>Reads a text that begins with its length in one byte ([MS-XLS] 2.5.240).</summary>
    public void ReadShort(ContinuedData data, BiffRecords records) => Read(data, records, data.ReadByte());

    /// <summary>Reads the runs that stand behind an RSTRING's text.</summary>
    public void ReadRuns(ContinuedData data, int count, BiffRecords records)
    {
        for (var index = 0; index < count; index++)
        {
            var run = new FontRun(data.ReadWord(), data.ReadWord());
            if (runs.Count > 0 && run.Start < runs[^1].Start)
            {
                throw records.Damage();
            }

            runs.Add(run);
        }
    }

    public override string ToString() => Characters.ToString();

    private void Read(ContinuedData data, BiffRecords records, int count)
    {
        var flags = data.ReadByte();
        if ((flags & ~(IsWide | HasExtension | HasRuns)) != 0)
        {
            throw records.Damage();
        }

        int runCount = (flags & HasRuns) != 0 ? data.ReadWord() : 0;
        var extension = (flags & HasExtension) != 0 ? data.ReadNumber() : 0;
        length = count;
        data.ReadCharacters(characters.AsSpan(0, count), (flags & IsWide) != 0);
        runs.Clear();
        ReadRuns(data, runCount, records);
        data.Skip(extension);
    }
}
