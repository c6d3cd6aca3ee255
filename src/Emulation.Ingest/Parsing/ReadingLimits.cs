namespace Emulation.Ingest.Parsing;

/// <summary>What a file may cost to read. Beyond these it is refused before it can cost more.</summary>
public sealed record ReadingLimits
{
    /// <summary>The limits of production; Excel itself ends at 1,048,576 rows and 32,767 characters a cell.</summary>
    public static ReadingLimits Default { get; } = new();

    /// <summary>Entries of a workbook's zip.</summary>
    public int ZipEntries { get; init; } = 200;

    /// <summary>Bytes of one entry, inflated.</summary>
    public int EntryBytes { get; init; } = 64 << 20;

    /// <summary>Bytes of all entries, inflated.</summary>
    public long TotalBytes { get; init; } = 128 << 20;

    /// <summary>Most inflated bytes per packed byte, above <see cref="RatioFreeBytes"/>.</summary>
    public int Ratio { get; init; } = 100;

    /// <summary>Entries up to this size may be packed as tightly as they like.</summary>
    public int RatioFreeBytes { get; init; } = 100 << 10;

    /// <summary>Last row of a sheet that may hold anything.</summary>
    public int SheetRows { get; init; } = 200_000;

    /// <summary>Last column that may hold anything.</summary>
    public int Columns { get; init; } = 200;

    /// <summary>Characters of one cell.</summary>
    public int CellCharacters { get; init; } = 32_767;

    /// <summary>Bytes of one record of a text file.</summary>
    public int RecordBytes { get; init; } = 65_536;

    /// <summary>Sheets of a workbook.</summary>
    public int Sheets { get; init; } = 50;
}
