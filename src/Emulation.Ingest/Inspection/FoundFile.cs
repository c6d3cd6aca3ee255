using Emulation.Ingest.Intake;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Inspection;

/// <summary>Something that lies in a folder: a file that is open for reading, or the reason why it is not opened.</summary>
/// <param name="Path">As given, and below it the names as they are; bytes that are no UTF-8 appear as U+FFFD.</param>
/// <param name="File">Null if it is not opened. Valid until the next one is asked for.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Refusal">Null if it is opened.</param>
internal sealed record FoundFile(string Path, ShareFile? File, long Size, Rejection? Refusal);
