using System.Security.Cryptography;
using Emulation.Plan;
using Emulation.Reports.Evidence;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;

namespace Emulation.Reports;

/// <summary>Takes the file behind a decision into the archive, before the decision is stored: a row never names what is not there.</summary>
/// <remarks>What is kept and then not named (a refusal, a crash between) is an orphan, which housekeeping removes.</remarks>
public sealed class KeepEvidence(IEvidenceArchive archive, EvidenceStore store)
{
    /// <param name="offered">Null for a decision without a file.</param>
    /// <returns>The file that the decision may name, or why there is none: one Vietnamese sentence. Neither if nothing was offered.</returns>
    public async Task<(KeptEvidence? Kept, string? Fault)> RunAsync(OfferedEvidence? offered, CancellationToken cancellationToken)
    {
        if (offered is null)
        {
            return (null, null);
        }
        var name = EvidenceName.Of(offered.FileName);
        var content = await ReadAsync(offered.Content, cancellationToken);
        if (content.Length == 0)
        {
            return (null, RunTexts.Get("EvidenceEmpty", name));
        }
        if (content.Length > archive.MostBytes)
        {
            return (null, RunTexts.Get("EvidenceTooLarge", name, VietnameseNumber.Exact(decimal.Round(archive.MostBytes / (1024m * 1024), 2))));
        }
        var hash = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        if (await store.FindErasureAsync(hash, cancellationToken) is { } erasure)
        {
            return (null, RunTexts.Get("EvidenceErased", name, erasure));
        }
        archive.Keep(hash, content.Span);
        FailPoint.Reach("evidence-kept");
        return (new KeptEvidence(name, hash, content.Length), null);
    }

    // One byte more than is taken says that there is too much.
    private async Task<ReadOnlyMemory<byte>> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        var room = new byte[content.CanSeek ? Math.Min(content.Length, archive.MostBytes) + 1 : archive.MostBytes + 1L];
        return room.AsMemory(0, await content.ReadAtLeastAsync(room, room.Length, throwOnEndOfStream: false, cancellationToken));
    }
}
