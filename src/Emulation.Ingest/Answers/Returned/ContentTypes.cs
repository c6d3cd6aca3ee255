using System.Xml.Linq;

namespace Emulation.Ingest.Answers.Returned;

/// <summary>The list that says of every part what it is.</summary>
internal static class ContentTypes
{
    public const string Part = "[Content_Types].xml";

    public const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
    public const string Comments = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
    public const string Drawing = "application/vnd.openxmlformats-officedocument.vmlDrawing";
    public const string Styles = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    public static void Set(PackageParts parts, string part, string type) => Edit(parts, root =>
    {
        RemoveFrom(root, part);
        root.Add(new XElement(Types + "Override", new XAttribute("PartName", "/" + part), new XAttribute("ContentType", type)));
    });

    public static void Remove(PackageParts parts, string part) => Edit(parts, root => RemoveFrom(root, part));

    /// <summary>A workbook without macros, whatever it was before.</summary>
    public static void SetPlainWorkbook(PackageParts parts, string part) => Set(parts, part, Workbook);

    private static void Edit(PackageParts parts, Action<XElement> edit)
    {
        var document = parts.Load(Part);
        edit(document.Root!);
        parts.Save(Part, document);
    }

    private static void RemoveFrom(XElement root, string part) =>
        root.Elements(Types + "Override").Where(one => string.Equals((string?)one.Attribute("PartName"), "/" + part, StringComparison.OrdinalIgnoreCase)).Remove();
}
