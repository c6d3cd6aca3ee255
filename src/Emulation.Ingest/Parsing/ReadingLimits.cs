namespace Emulation.Ingest.Parsing;

/// <summary>What a file may cost to read. Beyond these it is refused before it can cost more.</summary>
public sealed record ReadingLimits
{
    /// <summary>The limits of production; Excel itself ends at 1,048,576 rows and 32,767 characters a cell.</summary>
    public static ReadingLimits Default { get; } = new();

    /// <summary>The limits of looking at any file without a form, in a process of its own: wider than what a form may have, and cells as they are stored.</summary>
    public static ReadingLimits Inspection { get; } = new()
    {
        ZipEntries = 5_000,
        RatioFreeBytes = 4 << 20,
        SheetRows = 1_048_576,
        Columns = 16_384,
        RecordBytes = 1 << 20,
        Sheets = 1_000,
        RefusesLinks = false,
        IsAsStored = true,
    };

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

    /// <summary>Characters of one row.</summary>
    public int RowCharacters { get; init; } = 8 << 20;

    /// <summary>Characters of all cells together, those of a shared text counted wherever it stands, and one for each blank cell.</summary>
    public long Characters { get; init; } = 64L << 20;

    /// <summary>Texts that cells may share.</summary>
    public int SharedTexts { get; init; } = 1 << 20;

    /// <summary>Characters of all shared texts together.</summary>
    public int SharedCharacters { get; init; } = 16 << 20;

    /// <summary>Times the declared size of a package may be inflated: its head is read twice, and no more is needed.</summary>
    public int Passes { get; init; } = 3;

    /// <summary>Bytes of one record of a text file.</summary>
    public int RecordBytes { get; init; } = 65_536;

    /// <summary>Sheets of a workbook.</summary>
    public int Sheets { get; init; } = 50;

    /// <summary>True if a workbook that names other files is refused; false if it is told of.</summary>
    public bool RefusesLinks { get; init; } = true;

    /// <summary>True if texts are given as stored, blanks at their ends and blank texts included, and ragged or badly quoted records are given as far as they can be.</summary>
    public bool IsAsStored { get; init; }
}
