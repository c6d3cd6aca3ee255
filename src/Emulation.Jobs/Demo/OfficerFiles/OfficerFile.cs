using Emulation.Jobs.Demo.Scenario;

namespace Emulation.Jobs.Demo.OfficerFiles;

/// <summary>The bytes of a drop: the same for the same drop, always.</summary>
public static class OfficerFile
{
    public static byte[] Write(DemoDrop drop) => drop.Kind switch
    {
        DropKind.Empty => [],
        DropKind.PdfInDisguise => OddFiles.Pdf(),
        DropKind.LockFile => "\u0006Demo"u8.ToArray(),
        DropKind.HtmlAsWorkbook => OddFiles.Html(drop.Sheet!),
        DropKind.Truncated => OddFiles.Truncated(Write(drop.Sheet!, drop.Style)),
        _ => Write(drop.Sheet!, drop.Style),
    };

    private static byte[] Write(OfficerSheet sheet, OfficerStyle style) =>
        style.IsWorkbook ? WorkbookFile.Write(sheet, style) : CsvFile.Write(sheet, style);
}
