using System.Globalization;
using System.Xml.Linq;
using Emulation.Ingest.Parsing.Workbooks;

namespace Emulation.Ingest.Answers.Returned;

/// <summary>The relationships of one part, to be looked up and added to.</summary>
internal sealed class PartLinks
{
    public static readonly XNamespace Ids = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly XNamespace Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private readonly PackageParts parts;
    private readonly string owner;
    private readonly XDocument document;

    public PartLinks(PackageParts parts, string owner)
    {
        (this.parts, this.owner) = (parts, owner);
        document = parts.Has(Name) ? parts.Load(Name) : new XDocument(new XElement(Package + "Relationships"));
    }

    private string Name => Relations.PartOf(owner);

    private IEnumerable<XElement> All => document.Root!.Elements(Package + "Relationship");

    /// <summary>The part an id leads to; null if there is none inside the package.</summary>
    public string? Target(string id) => All.Where(link => (string?)link.Attribute("Id") == id).Select(TargetOf).FirstOrDefault();

    /// <summary>The first part of a type, by the type's ending.</summary>
    public string? OfType(string ending) => All.Where(link => IsOfType(link, ending)).Select(TargetOf).FirstOrDefault();

    public bool HasType(string ending) => All.Any(link => IsOfType(link, ending));

    /// <summary>Adds a link to a part of this package.</summary>
    /// <returns>Its id.</returns>
    public string Add(string type, string target)
    {
        var taken = All.Select(link => (string?)link.Attribute("Id")).ToHashSet(StringComparer.Ordinal);
        var id = Enumerable.Range(1, int.MaxValue).Select(number => string.Create(CultureInfo.InvariantCulture, $"rIdPhieu{number}")).First(one => !taken.Contains(one));
        document.Root!.Add(new XElement(
            Package + "Relationship", new XAttribute("Id", id), new XAttribute("Type", Ids.NamespaceName + "/" + type), new XAttribute("Target", "/" + target)));
        parts.Save(Name, document);
        return id;
    }

    /// <summary>Removes the links of a type.</summary>
    /// <returns>The parts they led to.</returns>
    public List<string> Remove(string ending)
    {
        var links = All.Where(link => IsOfType(link, ending)).ToList();
        var targets = links.Select(TargetOf).OfType<string>().ToList();
        if (links.Count > 0)
        {
            links.ForEach(link => link.Remove());
            parts.Save(Name, document);
        }

        return targets;
    }

    private static bool IsOfType(XElement link, string ending) => ((string?)link.Attribute("Type"))?.EndsWith(ending, StringComparison.Ordinal) == true;

    private string? TargetOf(XElement link) =>
        (string?)link.Attribute("TargetMode") == "External" || (string?)link.Attribute("Target") is not { } target
            ? null
            : Relations.Resolve(Relations.FolderOf(owner), target);
}
