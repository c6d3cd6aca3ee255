using Emulation.Ingest.Parsing;
using Emulation.Ingest.Parsing.Workbooks;
using Emulation.Ingest.Validation.Recognition;
using Emulation.Plan;

namespace Emulation.Ingest.Validation;

/// <summary>From the bytes of a dropped file to a verdict: figures and entries, or every reason why not.</summary>
/// <remarks>Pure: no I/O, no clock. Never throws on bad input; a fault it did not foresee becomes E-UNREADABLE.</remarks>
public static class SubmissionReader
{
    /// <summary>Reads and checks a file whole.</summary>
    /// <param name="content">The bytes; must not change meanwhile.</param>
    /// <param name="context">Whose folder held it, the plan versions and the day.</param>
    /// <exception cref="KeyNotFoundException">The plan's ids are incomplete, or the unit is none of the plan's.</exception>
    public static SubmissionVerdict Read(ReadOnlyMemory<byte> content, ReadingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        // Outside the net below: a plan without ids is a fault of the caller, not of the file.
        var indexes = new PlanIndexes(context.Versions);
        var findings = new Findings();
        var kind = FileKind.Binary;
        try
        {
            kind = KindOf(content, ReadingLimits.Default, out var gate);
            CheckReadable(kind);
            using var table = Find(content, kind, gate, context, findings);
            return new FormReading(table, indexes, context, findings).Read(kind);
        }
        catch (UnreadableFileException problem)
        {
            // What was found before the file broke off could be a figment of the damage.
            var only = new Findings();
            only.Add(problem.Kind, problem.Place, [.. problem.Values]);
            return Refusal(kind, only);
        }
#pragma warning disable CA1031 // Whatever a hostile file provokes, the unit gets an answer and the others go on.
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            var only = new Findings();
            only.Add(RejectionCatalogue.Unreadable, Place.File);
            return Refusal(kind, only) with { UnforeseenFault = $"{problem.GetType().Name} in {problem.TargetSite?.DeclaringType?.Name}.{problem.TargetSite?.Name}" };
        }
#pragma warning restore CA1031
    }

    /// <summary>What the content is; a zip is looked over and kept open.</summary>
    internal static FileKind KindOf(ReadOnlyMemory<byte> content, ReadingLimits limits, out ZipGate? gate)
    {
        gate = null;
        if (!FileSniffer.IsZip(content.Span))
        {
            return FileSniffer.KindOf(content);
        }

        gate = ZipGate.Open(content, limits);
        return WorkbookPackage.KindOf(gate);
    }

    private static FormTable Find(ReadOnlyMemory<byte> content, FileKind kind, ZipGate? gate, ReadingContext context, Findings findings)
    {
        if (kind == FileKind.Text)
        {
            return new TextFormFinder(ReadingLimits.Default, findings).Find(content);
        }

        if (kind == FileKind.Xls)
        {
            // From here on it is a workbook like any other.
            gate = ZipGate.Open(context.OpenOld(content, ReadingLimits.Default), ReadingLimits.Default);
            kind = WorkbookPackage.KindOf(gate);
            findings.Add(RejectionCatalogue.OldFormat, Place.File);
        }

        if (kind == FileKind.Xlsm)
        {
            findings.Add(RejectionCatalogue.Macro, Place.File);
        }

        return new WorkbookFormFinder(WorkbookPackage.Open(gate!, ReadingLimits.Default)).Find();
    }

    /// <exception cref="UnreadableFileException">Nothing is read from files of this kind.</exception>
    internal static void CheckReadable(FileKind kind)
    {
        if (WhyNotRead(kind) is { } problem)
        {
            throw new UnreadableFileException(problem, NamesKind(problem) ? [("found", Say(kind))] : []);
        }
    }

    private static RejectionKind? WhyNotRead(FileKind kind) => kind switch
    {
        FileKind.Text or FileKind.Xlsx or FileKind.Xlsm or FileKind.Xls => null,
        FileKind.Empty => RejectionCatalogue.Empty,
        FileKind.Encrypted => RejectionCatalogue.Password,
        FileKind.BareXls or FileKind.Xlsb or FileKind.Ods or FileKind.Html or FileKind.Xml2003 or FileKind.Sylk => RejectionCatalogue.OldType,
        _ => RejectionCatalogue.WrongType,
    };

    private static bool NamesKind(RejectionKind problem) => problem == RejectionCatalogue.OldType || problem == RejectionCatalogue.WrongType;

    private static string Say(FileKind kind) => kind switch
    {
        FileKind.BareXls => "bảng tính Excel đời đầu (.xls trước Excel 5.0, không có vỏ OLE)",
        FileKind.Xlsb => "bảng tính nhị phân (.xlsb)",
        FileKind.Ods => "bảng tính OpenDocument (.ods)",
        FileKind.Html => "trang web (HTML)",
        FileKind.Xml2003 => "bảng tính XML 2003",
        FileKind.Sylk => "bảng tính SYLK (.slk)",
        FileKind.Xml => "tệp XML",
        FileKind.Word => "văn bản Word",
        FileKind.Presentation => "bản trình chiếu",
        FileKind.Pdf => "tài liệu PDF",
        FileKind.Image => "ảnh",
        FileKind.Archive => "tệp nén",
        _ => "tệp nhị phân không rõ loại",
    };

    private static RefusedSubmission Refusal(FileKind kind, Findings findings) =>
        new() { FileKind = kind.ToName(), Findings = findings.ToList() };
}
