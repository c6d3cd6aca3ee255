using Emulation.Ingest.Parsing.OldWorkbooks;
using Emulation.Ingest.Parsing.Text;
using Emulation.Ingest.Parsing.Workbooks;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Parsing.Inspection;

/// <summary>Reads any file without a form: what it is, and its rows with their addresses, as stored. Never throws on a bad file.</summary>
/// <param name="onKind">Told what the file is, before anything is read from it.</param>
/// <param name="password">Opens an encrypted workbook; null for none.</param>
public sealed class FileInspection(SheetsJson sheets, ReadingLimits limits, Action<string>? onKind = null, string? password = null)
{
    private readonly Findings findings = new();
    private FileKind kind = FileKind.Binary;
    private string? encoding;
    private string? separator;

    /// <param name="open">Gives the bytes; they must not change meanwhile.</param>
    public InspectedFile Read(Func<ReadOnlyMemory<byte>> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        try
        {
            var content = open();
            kind = SubmissionReader.KindOf(content, limits, out var gate);
            if (kind == FileKind.Encrypted && password is not null)
            {
                content = EncryptedPackage.Open(content, password);
                kind = SubmissionReader.KindOf(content, limits, out gate);
            }

            onKind?.Invoke(kind.ToName());
            SubmissionReader.CheckReadable(kind);
            sheets.Begin();
            if (kind == FileKind.Text)
            {
                ReadText(content);
            }
            else
            {
                ReadWorkbook(gate ?? OpenOld(content));
            }

            sheets.End();
            return new InspectedFile(kind.ToName(), encoding, separator, null, findings.ToList());
        }
        catch (UnreadableFileException problem)
        {
            return Refused(problem.Kind, problem.Place, [.. problem.Values]);
        }
        catch (OutOfMemoryException)
        {
            return Refused(RejectionCatalogue.TooLarge, Place.File, ("what", "bộ nhớ cần để đọc"), ("limit", "256 MB"));
        }
#pragma warning disable CA1031 // Whatever a hostile file provokes, it gets an answer and the others go on.
        catch (Exception problem)
        {
            return Refused(RejectionCatalogue.Unreadable, Place.File) with { UnforeseenFault = $"{problem.GetType().Name} in {problem.TargetSite?.DeclaringType?.Name}.{problem.TargetSite?.Name}" };
        }
#pragma warning restore CA1031
    }

    private void ReadText(ReadOnlyMemory<byte> content)
    {
        var decoded = TextDecoding.OfAny(content);
        encoding = decoded.Encoding;
        if (decoded.IsOld)
        {
            findings.Add(RejectionCatalogue.OldEncoding, Place.File, ("found", decoded.Encoding));
        }

        var utf8 = decoded.Utf8;
        var dialect = TextDialect.Of(utf8, limits);
        separator = dialect.Separator?.ToString();
        using var table = dialect.Open(utf8, limits, findings);
        sheets.BeginSheet(null, isHidden: false);
        sheets.WriteRows(table, limits.Characters);
        sheets.EndSheet();
    }

    /// <summary>A workbook of Excel 97–2003; this process has limits of its own.</summary>
    private ZipGate OpenOld(ReadOnlyMemory<byte> content)
    {
        findings.Add(RejectionCatalogue.OldFormat, Place.File);
        return ZipGate.Open(OldWorkbook.ToPackage(content, limits), limits);
    }

    private void ReadWorkbook(ZipGate gate)
    {
        var workbook = WorkbookPackage.Open(gate, limits);
        if (WorkbookPackage.KindOf(gate) == FileKind.Xlsm)
        {
            findings.Add(RejectionCatalogue.Macro, Place.File);
        }

        if (workbook.HasLinks)
        {
            findings.Add(RejectionCatalogue.Unsafe, Place.File, ("why", "bảng tính có liên kết tới tệp khác"));
        }

        foreach (var sheet in workbook.Sheets)
        {
            using var table = workbook.OpenSheet(sheet);
            sheets.BeginSheet(sheet.Name, sheet.IsHidden);
            sheets.WriteRows(table, long.MaxValue, findings);
            sheets.EndSheet();
            if (table.OldFont is { } font)
            {
                findings.Add(RejectionCatalogue.OldFont, new Place(sheet.Name, null, null, null), ("found", Findings.Clip(font.ToString())));
            }
        }
    }

    private InspectedFile Refused(RejectionKind problem, Place place, params ReadOnlySpan<(string Name, string Value)> values)
    {
        // What was found before the file broke off could be a figment of the damage.
        var only = new Findings();
        only.Add(problem, place, values);
        var list = only.ToList();
        return new InspectedFile(kind.ToName(), encoding, separator, list[0], list);
    }
}
