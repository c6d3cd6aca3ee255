using System.Text;
using Emulation.Plan.Files.Checks;

namespace Emulation.Plan.Files;

/// <summary>A plan as a folder of text files that an office can edit (docs/formats/plan.md).</summary>
public static class PlanFolder
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads and checks the plan in that folder; finds every fault at once.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static PlanReading Load(string path)
    {
        var faults = new FaultList();
        var texts = TextsOf(path, faults);
        return Load(PlanContent.Of(texts), faults);
    }

    /// <summary>Reads and checks a plan from its texts, by file name; stored versions come back through here.</summary>
    public static PlanReading Load(IReadOnlyDictionary<string, string> files) => Load(PlanContent.Of(files), new FaultList());

    /// <summary>The canonical texts of the folder and their hash.</summary>
    /// <exception cref="InvalidDataException">A file is missing or is not UTF-8.</exception>
    public static PlanContent Content(string path)
    {
        var faults = new FaultList();
        var content = PlanContent.Of(TextsOf(path, faults));
        return faults.Count == 0 ? content : throw new InvalidDataException(faults.InOrder()[0].ToString());
    }

    /// <summary>Reads a plan that was checked when it was stored. Rules that have become stricter since do not make it unreadable.</summary>
    /// <exception cref="InvalidDataException">The texts cannot be read as a plan at all.</exception>
    internal static EmulationPlan Reload(IReadOnlyDictionary<string, string> files)
    {
        var faults = new FaultList();
        var draft = PlanReader.Read(files, faults);
        return faults.Count == 0 ? PlanBuilder.Build(draft) : throw new InvalidDataException(faults.InOrder()[0].ToString());
    }

    private static PlanReading Load(PlanContent content, FaultList faults)
    {
        var draft = PlanReader.Read(content.Files, faults);
        PlanChecker.Check(draft, faults);
        if (faults.Count > 0)
        {
            return new PlanReading(null, faults.InOrder(), []);
        }

        var plan = PlanBuilder.Build(draft);
        return new PlanReading(plan, [], PlanNotices.Of(plan, draft));
    }

    private static Dictionary<string, string> TextsOf(string path, FaultList faults)
    {
        if (!Directory.Exists(path))
        {
            throw new DirectoryNotFoundException($"There is no plan folder '{path}'.");
        }

        var texts = new Dictionary<string, string>();
        foreach (var name in PlanFiles.All.Where(name => File.Exists(Path.Combine(path, name))))
        {
            texts[name] = TextOf(name, File.ReadAllBytes(Path.Combine(path, name)), faults);
        }

        return texts;
    }

    private static string TextOf(string name, byte[] bytes, FaultList faults)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException broken)
        {
            faults.Add(name, 1 + bytes.AsSpan(0, Math.Max(0, broken.Index)).Count((byte)'\n'), PlanFaultKind.NotUtf8);
            return Encoding.Latin1.GetString(bytes);
        }
    }
}
