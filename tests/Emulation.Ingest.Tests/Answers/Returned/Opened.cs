using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Emulation.Ingest.Answers.Returned;
using Emulation.Ingest.Validation;
using OfficeOpenXml;

namespace Emulation.Ingest.Tests.Answers.Returned;

/// <summary>A returned workbook as others see it.</summary>
internal static class Opened
{
    /// <summary>What the standard finds wrong, one line each.</summary>
    public static IReadOnlyList<string> Faults(byte[] content)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(content), isEditable: false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")];
    }

    /// <summary>The sheet's comments by address, as EPPlus reads them.</summary>
    public static Dictionary<string, string> Comments(byte[] content, string sheet)
    {
        using var package = new ExcelPackage(new MemoryStream(content));
        return package.Workbook.Worksheets[sheet].Comments.Cast<ExcelComment>().ToDictionary(comment => comment.Address, comment => comment.Text.ReplaceLineEndings("\n"));
    }

    /// <summary>The addresses our colours lie on.</summary>
    public static IReadOnlyList<string> Coloured(byte[] content, string part = "xl/worksheets/sheet1.xml")
    {
        var main = SheetChange.Main;
        return [.. XDocument.Parse(Part(content, part)).Descendants(main + "conditionalFormatting")
            .Where(format => format.Elements(main + "cfRule").Any(rule => rule.Element(main + "formula")?.Value == Colouring.Sign))
            .SelectMany(format => ((string)format.Attribute("sqref")!).Split(' '))];
    }

    public static string Part(byte[] content, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(content));
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    /// <summary>The package with one part's text changed.</summary>
    public static byte[] Rewritten(byte[] content, string name, Func<string, string> change)
    {
        var text = change(Part(content, name));
        var memory = new MemoryStream();
        memory.Write(content);
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(name)!.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(text);
        }

        return memory.ToArray();
    }

    public static List<string> Parts(byte[] content)
    {
        using var zip = new ZipArchive(new MemoryStream(content));
        return [.. zip.Entries.Select(entry => entry.FullName)];
    }

    /// <summary>Changes cells as an officer would, by a program that writes the whole workbook anew.</summary>
    public static byte[] Edited(byte[] content, Action<ExcelWorksheet> edit, string? sheet = null)
    {
        using var package = new ExcelPackage(new MemoryStream(content));
        edit(sheet is null ? package.Workbook.Worksheets.First() : package.Workbook.Worksheets[sheet]);
        return package.GetAsByteArray();
    }

    /// <summary>Code and place of each finding.</summary>
    public static IReadOnlyList<string> Lines(SubmissionVerdict verdict) =>
        [.. verdict.Findings.Select(finding => $"{finding.Code} {finding.Address ?? (finding.RowNumber is { } row ? "dòng " + row : "-")}")];
}
