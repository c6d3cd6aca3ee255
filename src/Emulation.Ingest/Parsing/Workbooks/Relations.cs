using System.Xml;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Parsing.Workbooks;

/// <summary>The relationships of a part: which other parts it uses, under which id.</summary>
internal sealed class Relations
{
    private readonly Dictionary<string, (string Type, string Target)> byId = new(StringComparer.Ordinal);

    /// <summary>Reads a relationships part. Targets become entry names; an internal target that is missing is damage.</summary>
    public static Relations Read(ZipGate gate, string part, string folder)
    {
        var relations = new Relations();
        using var reader = new PartReader(gate, part);
        reader.Guard(xml =>
        {
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship" && xml.GetAttribute("TargetMode") != "External")
                {
                    relations.Add(gate, part, folder, xml);
                }
            }

            return true;
        });
        reader.Finish();
        return relations;
    }

    public (string Type, string Target)? ById(string id) => byId.TryGetValue(id, out var found) ? found : null;

    /// <summary>The target of the one relationship whose type ends so; null if there is none.</summary>
    public string? SingleOfType(string ending)
    {
        foreach (var (type, target) in byId.Values)
        {
            if (type.EndsWith(ending, StringComparison.Ordinal))
            {
                return target;
            }
        }

        return null;
    }

    /// <summary>The name of the relationships part of a part: <c>xl/workbook.xml</c> → <c>xl/_rels/workbook.xml.rels</c>.</summary>
    public static string PartOf(string part) => FolderOf(part) + "_rels/" + part[FolderOf(part).Length..] + ".rels";

    /// <summary>The folder of a part, with its slash; empty at the root.</summary>
    public static string FolderOf(string part) => part[..(part.LastIndexOf('/') + 1)];

    private void Add(ZipGate gate, string part, string folder, XmlReader xml)
    {
        var (id, type, target) = (xml.GetAttribute("Id"), xml.GetAttribute("Type"), xml.GetAttribute("Target"));
        if (id is null || type is null || target is null)
        {
            throw new UnreadableFileException(RejectionCatalogue.Corrupt, ("part", part));
        }

        var resolved = Resolve(folder, target);
        var isUsed = type.EndsWith("/officeDocument", StringComparison.Ordinal) || type.EndsWith("/worksheet", StringComparison.Ordinal)
            || type.EndsWith("/sharedStrings", StringComparison.Ordinal) || type.EndsWith("/styles", StringComparison.Ordinal);
        if ((isUsed && !gate.Has(resolved)) || !byId.TryAdd(id, (type, resolved)))
        {
            throw new UnreadableFileException(RejectionCatalogue.Corrupt, ("part", part));
        }
    }

    /// <summary>The entry a target leads to from a part in that folder.</summary>
    public static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/'))
        {
            return target[1..];
        }

        while (target.StartsWith("../", StringComparison.Ordinal))
        {
            target = target[3..];
            folder = folder.Length == 0 ? folder : FolderOf(folder[..^1]);
        }

        return folder + target;
    }
}
