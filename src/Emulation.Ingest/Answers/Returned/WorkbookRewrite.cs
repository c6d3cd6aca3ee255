using System.Globalization;
using System.Xml.Linq;

namespace Emulation.Ingest.Answers.Returned;

/// <summary>The workbook's own part: its list of sheets, which of them is shown, and what it links to.</summary>
internal sealed class WorkbookRewrite
{
    private static readonly string[] Macros = ["/vbaProject", "/vbaProjectSignature", "/wordVbaData", "/customUI/ui", "/ui/extensibility", "/ui/userCustomization"];

    private readonly PackageParts parts;
    private readonly PartLinks links;
    private readonly XDocument document;

    public WorkbookRewrite(PackageParts parts)
    {
        this.parts = parts;
        Part = new PartLinks(parts, "").OfType("/officeDocument") ?? throw new NotReturnedException(WhyNotReturned.NotCopyable);
        links = new PartLinks(parts, Part);
        document = parts.Load(Part);
        if (document.Root!.Name != Main + "workbook" || links.HasType("/xlMacrosheet") || links.HasType("/xlIntlMacrosheet"))
        {
            throw new NotReturnedException(WhyNotReturned.NotCopyable);
        }
    }

    public string Part { get; }

    private static XNamespace Main => SheetChange.Main;

    private List<XElement> Sheets => [.. document.Root!.Element(Main + "sheets")!.Elements(Main + "sheet")];

    /// <summary>The part of the formats, made if the workbook has none.</summary>
    public string StylesPart()
    {
        if (links.OfType("/styles") is { } known)
        {
            return known;
        }

        var name = parts.FreeName("xl/styles", ".xml");
        links.Add("styles", name);
        ContentTypes.Set(parts, name, ContentTypes.Styles);
        parts.Save(name, new XDocument(new XElement(Main + "styleSheet", new XElement(Main + "cellXfs", new XAttribute("count", 1), new XElement(Main + "xf", new XAttribute("numFmtId", 0))))));
        return name;
    }

    /// <summary>Adds a sheet at the end.</summary>
    /// <returns>Its part.</returns>
    public string AddSheet(string wanted)
    {
        var part = parts.FreeName("xl/worksheets/sheet", ".xml");
        var id = links.Add("worksheet", part);
        ContentTypes.Set(parts, part, ContentTypes.Sheet);
        var number = Sheets.Select(sheet => (int?)sheet.Attribute("sheetId") ?? 0).DefaultIfEmpty(0).Max() + 1;
        document.Root!.Element(Main + "sheets")!.Add(new XElement(
            Main + "sheet", new XAttribute("name", FreeName(wanted)), new XAttribute("sheetId", number), new XAttribute(PartLinks.Ids + "id", id)));
        return part;
    }

    /// <summary>Makes the sheet of that part the one that is seen first.</summary>
    public void Show(string sheetPart)
    {
        var index = Sheets.FindIndex(sheet => links.Target((string?)sheet.Attribute(PartLinks.Ids + "id") ?? "") == sheetPart);
        var views = document.Root!.Element(Main + "bookViews");
        if (views is null)
        {
            views = new XElement(Main + "bookViews");
            document.Root.Element(Main + "sheets")!.AddBeforeSelf(views);
        }

        var view = views.Element(Main + "workbookView");
        if (view is null)
        {
            view = new XElement(Main + "workbookView");
            views.Add(view);
        }

        view.SetAttributeValue("activeTab", index);
        view.SetAttributeValue("firstSheet", null);
    }

    /// <summary>Takes macros and signatures out: a signature would no longer be true.</summary>
    public void DropMacrosAndSignatures()
    {
        foreach (var part in Macros.SelectMany(links.Remove).Concat(Macros.SelectMany(type => new PartLinks(parts, "").Remove(type))))
        {
            parts.Remove(part);
            ContentTypes.Remove(parts, part);
        }

        // Also one that nothing links to: a package made of an .xls notes its macros so.
        parts.Remove("xl/vbaProject.bin");
        new PartLinks(parts, "").Remove("/digital-signature/origin");
        foreach (var part in parts.Names.Where(name => name.StartsWith("_xmlsignatures/", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            parts.Remove(part);
            ContentTypes.Remove(parts, part);
        }

        ContentTypes.SetPlainWorkbook(parts, Part);
    }

    public void Save() => parts.Save(Part, document);

    private string FreeName(string wanted)
    {
        var taken = Sheets.Select(sheet => (string?)sheet.Attribute("name")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Enumerable.Range(1, int.MaxValue)
            .Select(number => number == 1 ? wanted : string.Create(CultureInfo.InvariantCulture, $"{wanted} ({number})")).First(name => !taken.Contains(name));
    }
}
