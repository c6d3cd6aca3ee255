using Emulation.Jobs.Demo.OfficerFiles;

namespace Emulation.Jobs.Demo.Scenario;

/// <summary>Why a file comes as it does.</summary>
public enum DropKind
{
    /// <summary>A report in time, without a slip.</summary>
    Report,
    Late,

    /// <summary>A first version that a later one replaces.</summary>
    FirstVersion,

    /// <summary>The version that replaces it.</summary>
    Corrected,

    /// <summary>The same figures again, with the explanation that was asked for.</summary>
    Explained,
    TextInNumber,

    /// <summary>The stated per cent is not what numerator and denominator give.</summary>
    WrongShare,
    ImpossibleDate,

    /// <summary>More cases settled than received.</summary>
    MoreThanTheWhole,
    MoreThanCommunes,

    /// <summary>The mended file after a broken one.</summary>
    Fixed,
    Empty,
    PdfInDisguise,
    HtmlAsWorkbook,
    Truncated,
    WrongFolder,

    /// <summary>The same bytes under another name.</summary>
    Duplicate,
    UnknownFolder,
    InTheRoot,
    PeriodNotOpen,

    /// <summary>The file a spreadsheet program leaves beside an open workbook: nobody dropped it.</summary>
    LockFile,
}

/// <summary>What the system has to answer.</summary>
public enum ExpectedAnswer
{
    Accepted,
    Rejected,
    Duplicate,

    /// <summary>Not a drop: no row, no receipt.</summary>
    Ignored,
}

/// <summary>One file put into the share at one instant.</summary>
public sealed record DemoDrop
{
    public required DateTimeOffset At { get; init; }

    /// <summary>The unit folder whose inbox gets it; null for the root of the share.</summary>
    public required string? Folder { get; init; }

    public required string FileName { get; init; }

    public required DropKind Kind { get; init; }

    public required ExpectedAnswer Expected { get; init; }

    /// <summary>What is written in it, before its format; null for files that hold no form.</summary>
    public OfficerSheet? Sheet { get; init; }

    public required OfficerStyle Style { get; init; }

    /// <summary>True for what a person put there: the files that must get exactly one receipt.</summary>
    public bool IsDropped => Expected != ExpectedAnswer.Ignored;
}
