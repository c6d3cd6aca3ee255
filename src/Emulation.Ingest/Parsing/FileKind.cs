namespace Emulation.Ingest.Parsing;

/// <summary>What the content of a file is, whatever its name says.</summary>
public enum FileKind
{
    Empty,

    /// <summary>Text that may be a table.</summary>
    Text,

    Xlsx,

    /// <summary>A workbook with macros; only its values are read.</summary>
    Xlsm,

    /// <summary>A binary workbook of Excel 2007 and later.</summary>
    Xlsb,

    /// <summary>A workbook of Excel 97–2003 (BIFF8 in an OLE container); that of Excel 5.0/95 is told apart when it is opened.</summary>
    Xls,

    /// <summary>A workbook of Excel 2.x–4.0, or a stream of a later one without its container.</summary>
    BareXls,

    /// <summary>An OLE container that holds an encrypted workbook.</summary>
    Encrypted,

    /// <summary>A Word document of any age.</summary>
    Word,

    /// <summary>A presentation.</summary>
    Presentation,

    /// <summary>An OpenDocument spreadsheet.</summary>
    Ods,

    Html,

    /// <summary>A spreadsheet as XML of 2003.</summary>
    Xml2003,

    /// <summary>A spreadsheet in SYLK: text, but no table of ours.</summary>
    Sylk,

    /// <summary>Any other XML.</summary>
    Xml,

    Pdf,

    /// <summary>A picture.</summary>
    Image,

    /// <summary>An archive: zip, rar, 7z, gzip.</summary>
    Archive,

    /// <summary>Anything else.</summary>
    Binary,
}

/// <summary>The stable names of the kinds in SQL and logs.</summary>
public static class FileKinds
{
    /// <summary>E.g. <c>csv</c> for text, <c>xlsx</c>.</summary>
    public static string ToName(this FileKind kind) => kind switch
    {
        FileKind.Empty => "empty",
        FileKind.Text => "csv",
        FileKind.Xlsx => "xlsx",
        FileKind.Xlsm => "xlsm",
        FileKind.Xlsb => "xlsb",
        FileKind.Xls or FileKind.BareXls => "xls",
        FileKind.Encrypted => "encrypted",
        FileKind.Word => "docx",
        FileKind.Presentation => "pptx",
        FileKind.Ods => "ods",
        FileKind.Html => "html",
        FileKind.Xml2003 or FileKind.Xml => "xml",
        FileKind.Sylk => "slk",
        FileKind.Pdf => "pdf",
        FileKind.Image => "image",
        FileKind.Archive => "zip",
        FileKind.Binary => "binary",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
