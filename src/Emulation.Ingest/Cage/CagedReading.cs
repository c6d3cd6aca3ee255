using Emulation.Ingest.Parsing;
using Emulation.Ingest.Parsing.Workbooks;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Cage;

/// <summary>Reads dropped files in the host, but only what costs little there or has been read in the cage before: what a hostile workbook may cost grows with its inflated size.</summary>
public sealed class CagedReading(ReadingCage cage)
{
    /// <summary>Inflated bytes up to which a workbook is read without asking the cage first; a unit's form has 50 KB. At the worst known ratio these cost 30 MB.</summary>
    private const long Light = 1L << 20;

    /// <inheritdoc cref="SubmissionReader.Read"/>
    public SubmissionVerdict Read(ReadOnlyMemory<byte> content, ReadingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (IsHeavy(content) && cage.Probe(content) is { Refusal: { } refusal } refused)
        {
            return new RefusedSubmission { FileKind = refused.Kind, Findings = [refusal], UnforeseenFault = refused.UnforeseenFault };
        }

        return SubmissionReader.Read(content, context with { OpenOld = cage.OpenOld });
    }

    private static bool IsHeavy(ReadOnlyMemory<byte> content)
    {
        try
        {
            return FileSniffer.IsZip(content.Span) && ZipGate.Open(content, ReadingLimits.Default).DeclaredBytes > Light;
        }
        catch (UnreadableFileException)
        {
            // The gate refuses it in the host as well, before anything is inflated.
            return false;
        }
    }
}
