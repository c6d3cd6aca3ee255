using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Parsing;

/// <summary>A file that cannot be read on, with the reason as a line of the catalogue. Never leaves <see cref="SubmissionReader"/>.</summary>
internal sealed class UnreadableFileException(RejectionKind kind, Place place, params (string Name, string Value)[] values)
    : Exception(kind.Code)
{
    public UnreadableFileException(RejectionKind kind, params (string Name, string Value)[] values)
        : this(kind, Place.File, values)
    {
    }

    public RejectionKind Kind { get; } = kind;

    public Place Place { get; } = place;

    public IReadOnlyList<(string Name, string Value)> Values { get; } = values;
}
