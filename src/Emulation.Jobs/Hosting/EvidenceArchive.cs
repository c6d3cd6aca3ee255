using Emulation.Ingest.Intake;
using Emulation.Reports.Evidence;

namespace Emulation.Jobs.Hosting;

/// <summary>The archive of the originals, as the keeper of the files behind decisions: one place to back up, one check for damage.</summary>
public sealed class EvidenceArchive(Archive archive, IntakeOptions options) : IEvidenceArchive
{
    public int MostBytes => options.MaxEvidenceBytes;

    public void Keep(string hash, ReadOnlySpan<byte> content) => archive.Keep(new Fingerprint(hash), content);

    public bool Holds(string hash) => archive.Verify(new Fingerprint(hash));

    public byte[] Read(string hash) => archive.Read(new Fingerprint(hash));
}
