using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Emulation.Plan.Files;

/// <summary>A mapping in a plan's YAML file: named fields, each with its own line.</summary>
internal sealed class YamlSection : Fields
{
    private readonly Dictionary<string, YamlNode> children;

    private YamlSection(string file, YamlMappingNode node, IReadOnlyList<string> known, FaultList faults)
        : base(file, LineOf(node), faults)
    {
        children = node.Children.ToDictionary(pair => TextOf(pair.Key), pair => pair.Value);
        foreach (var (key, _) in node.Children.Where(pair => !known.Contains(TextOf(pair.Key))))
        {
            faults.Add(file, LineOf(key), PlanFaultKind.UnknownKey, TextOf(key), string.Join(", ", known));
        }
    }

    protected override char DecimalSign => '.';

    /// <summary>The top section of a file; null if the text is no YAML or no mapping.</summary>
    public static YamlSection? Read(string file, string text, IReadOnlyList<string> known, FaultList faults)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException broken)
        {
            faults.Add(file, (int)broken.Start.Line, PlanFaultKind.BrokenYaml);
            return null;
        }
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException)
        {
            // The library leaves some malformed flow sections and aliases with these and says no line (found by PlanFuzzTests).
            faults.Add(file, null, PlanFaultKind.BrokenYaml);
            return null;
        }

        if (stream.Documents is [{ RootNode: YamlMappingNode root }])
        {
            return new YamlSection(file, root, known, faults);
        }

        faults.Add(file, 1, PlanFaultKind.NotASection, file);
        return null;
    }

    /// <summary>A section inside this one; null, and a fault, if it is absent.</summary>
    public YamlSection? Section(string name, params string[] known)
    {
        var found = SectionOrNull(name, known);
        if (found is null && !children.ContainsKey(name))
        {
            Missing(name);
        }

        return found;
    }

    /// <summary>A section inside this one; null if it is absent.</summary>
    public YamlSection? SectionOrNull(string name, params string[] known) =>
        children.TryGetValue(name, out var node) ? AsSection(name, node, known) : null;

    /// <summary>A list of sections; empty, and a fault, if it is absent.</summary>
    public IReadOnlyList<YamlSection> Sections(string name, params string[] known)
    {
        if (!children.ContainsKey(name))
        {
            Missing(name);
        }

        return [.. Items(name).Select(node => AsSection(name, node, known)).OfType<YamlSection>()];
    }

    public IReadOnlyList<YamlSection> SectionsOrNone(string name, params string[] known) =>
        children.ContainsKey(name) ? Sections(name, known) : [];

    /// <summary>A list of words with their lines; empty if it is absent.</summary>
    public IReadOnlyList<FieldText> Words(string name) =>
        [.. Items(name).Select(node => new FieldText(TextOf(node), LineOf(node)))];

    public bool Has(string name) => children.ContainsKey(name);

    protected override FieldText? Find(string name) =>
        children.TryGetValue(name, out var node) && node is YamlScalarNode scalar && !IsNull(scalar)
            ? new FieldText(scalar.Value!.Trim(), LineOf(node))
            : null;

    protected override void Missing(string name) => Add(PlanFaultKind.MissingKey, name);

    private IEnumerable<YamlNode> Items(string name)
    {
        if (!children.TryGetValue(name, out var node))
        {
            return [];
        }

        if (node is YamlSequenceNode list)
        {
            return list.Children;
        }

        Faults.Add(File, LineOf(node), PlanFaultKind.NotAList, name);
        return [];
    }

    private YamlSection? AsSection(string name, YamlNode node, string[] known)
    {
        if (node is YamlMappingNode map)
        {
            return new YamlSection(File, map, known, Faults);
        }

        Faults.Add(File, LineOf(node), PlanFaultKind.NotASection, name);
        return null;
    }

    private static bool IsNull(YamlScalarNode scalar) =>
        string.IsNullOrWhiteSpace(scalar.Value) || (scalar.Style == ScalarStyle.Plain && scalar.Value is "null" or "~");

    private static string TextOf(YamlNode node) => (node as YamlScalarNode)?.Value?.Trim() ?? "";

    private static int LineOf(YamlNode node) => (int)node.Start.Line;
}
