using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Parsing.OldWorkbooks;

/// <summary>The one answer to structure that is not as it must be: the file is refused whole, never read around the damage.</summary>
internal static class OldDamage
{
    public static UnreadableFileException In(string part) => new(RejectionCatalogue.Corrupt, ("part", Findings.Clip(part)));
}
