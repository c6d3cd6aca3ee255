using System.Security.Cryptography;
using System.Text;

namespace Emulation.Plan.Files;

/// <summary>The texts of a plan folder in canonical form, and the hash that identifies them.</summary>
/// <param name="Files">File name → text: NFC, LF line ends, no byte order mark.</param>
/// <param name="Hash">SHA-256 over names and texts in ordinal order of names.</param>
public sealed record PlanContent(IReadOnlyDictionary<string, string> Files, byte[] Hash)
{
    /// <summary>The canonical form of texts read from anywhere; files that are no part of a plan are left out.</summary>
    public static PlanContent Of(IReadOnlyDictionary<string, string> texts)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in PlanFiles.All)
        {
            if (texts.TryGetValue(name, out var text))
            {
                files[name] = Canonical(text);
            }
        }

        return new PlanContent(files, HashOf(files));
    }

    private static string Canonical(string text) =>
        text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Normalize(NormalizationForm.FormC);

    private static byte[] HashOf(SortedDictionary<string, string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, text) in files)
        {
            // The length stands before the text, so that no two folders share one stream of bytes.
            var bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\n{bytes.Length}\n"));
            hash.AppendData(bytes);
        }

        return hash.GetHashAndReset();
    }
}
