using System.Text;

namespace Emulation.Ingest.Intake;

/// <summary>A file whose name takes back another one: <c>RUT-</c> (rút) and the name of the file that was handed in. What it holds is of no interest.</summary>
public static class WithdrawalMarker
{
    private const string Beginning = "RUT-";
    private const string Text = ".txt";

    /// <summary>The name of the file to be taken back; null for an ordinary file.</summary>
    public static string? TargetOf(string name) =>
        name.Length > Beginning.Length && name.StartsWith(Beginning, StringComparison.OrdinalIgnoreCase) ? name[Beginning.Length..].Normalize(NormalizationForm.FormC) : null;

    /// <summary>Those of the names that are meant: the very name, else without the <c>.txt</c> that an editor hangs on, else the same name but for its extension.</summary>
    /// <remarks>Windows hides extensions, so that people cannot always see the whole name.</remarks>
    public static IReadOnlyList<string> Meant(string target, IReadOnlyCollection<string> names)
    {
        var shorter = target.EndsWith(Text, StringComparison.OrdinalIgnoreCase) ? target[..^Text.Length] : target;
        return new Func<string, bool>[]
        {
            name => Same(name, target),
            name => Same(name, shorter),
            name => Same(Path.GetFileNameWithoutExtension(name), shorter) || Same(Path.GetFileNameWithoutExtension(name), Path.GetFileNameWithoutExtension(target)),
        }.Select(rule => names.Where(rule).Distinct(StringComparer.OrdinalIgnoreCase).ToList()).FirstOrDefault(found => found.Count > 0) ?? [];
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
