namespace Emulation.Ingest.Intake;

/// <summary>The share cannot be read, or is not the one that was laid out: never to be taken for an empty one.</summary>
public sealed class ShareUnavailableException(string path)
    : IOException($"The share {path} cannot be read or carries no marker {ShareRoot.Marker}.");
