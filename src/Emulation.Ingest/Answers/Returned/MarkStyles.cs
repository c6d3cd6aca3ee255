using System.Drawing;
using System.Globalization;
using System.Xml.Linq;
using Emulation.Ingest.Validation;
using Emulation.Ingest.Workbooks;

namespace Emulation.Ingest.Answers.Returned;

/// <summary>The workbook's formats with ours added behind its own, so that no number already in use changes its meaning.</summary>
internal sealed class MarkStyles
{
    private readonly XElement root;
    private readonly Dictionary<Severity, int> colours = [];
    private readonly Dictionary<Severity, int> words = [];

    private MarkStyles(XElement root) => this.root = root;

    private static XNamespace Main => SheetChange.Main;

    /// <summary>Numbers of cell formats for the guide sheet.</summary>
    public int Title { get; private set; }

    public int Text { get; private set; }

    public int Head { get; private set; }

    public int Link { get; private set; }

    /// <summary>The number of the differential format that colours a cell.</summary>
    public int ColourOf(Severity severity) => colours[severity];

    /// <summary>The number of the cell format in which the guide names a severity.</summary>
    public int WordOf(Severity severity) => words[severity];

    /// <summary>Adds our formats to the part, making one if the workbook has none.</summary>
    public static MarkStyles AddTo(PackageParts parts, string part)
    {
        var document = parts.Load(part);
        if (document.Root!.Name != Main + "styleSheet")
        {
            throw new NotReturnedException(WhyNotReturned.NotCopyable);
        }

        var styles = new MarkStyles(document.Root);
        styles.AddColours();
        styles.AddGuideFormats();
        parts.Save(part, document);
        return styles;
    }

    public static Color FillOf(Severity severity) => severity switch
    {
        Severity.Error => CellPalette.Error,
        Severity.Warning => CellPalette.Warning,
        _ => Color.FromArgb(0xCF, 0xE2, 0xFF),
    };

    private void AddColours()
    {
        foreach (var severity in Enum.GetValues<Severity>())
        {
            colours[severity] = AddOnce("dxfs", new XElement(
                Main + "dxf",
                new XElement(Main + "fill", new XElement(Main + "patternFill", new XAttribute("patternType", "solid"), Rgb("fgColor", FillOf(severity)), Rgb("bgColor", FillOf(severity))))));
        }
    }

    private void AddGuideFormats()
    {
        var plain = AddOnce("fonts", Font(11, CellPalette.Heading, isBold: false, isLink: false, isDark: true));
        var bold = AddOnce("fonts", Font(14, CellPalette.Heading, isBold: true, isLink: false, isDark: false));
        var white = AddOnce("fonts", Font(11, CellPalette.HeadingText, isBold: true, isLink: false, isDark: false));
        var link = AddOnce("fonts", Font(11, Color.FromArgb(0x05, 0x63, 0xC1), isBold: false, isLink: true, isDark: false));
        var fill = AddOnce("fills", Fill(CellPalette.Heading));
        Title = AddOnce("cellXfs", Format(bold, 0, wraps: false));
        Text = AddOnce("cellXfs", Format(plain, 0, wraps: true));
        Head = AddOnce("cellXfs", Format(white, fill, wraps: true));
        Link = AddOnce("cellXfs", Format(link, 0, wraps: true));
        foreach (var severity in Enum.GetValues<Severity>())
        {
            words[severity] = AddOnce("cellXfs", Format(plain, AddOnce("fills", Fill(FillOf(severity))), wraps: true));
        }
    }

    private static XElement Fill(Color color) => new(
        Main + "fill",
        new XElement(Main + "patternFill", new XAttribute("patternType", "solid"), Rgb("fgColor", color), new XElement(Main + "bgColor", new XAttribute("indexed", 64))));

    private static XElement Font(int size, Color color, bool isBold, bool isLink, bool isDark) => new(
        Main + "font",
        isBold ? new XElement(Main + "b") : null,
        isLink ? new XElement(Main + "u") : null,
        new XElement(Main + "sz", new XAttribute("val", size)),
        Rgb("color", isDark ? Color.FromArgb(0x1C, 0x24, 0x30) : color),
        new XElement(Main + "name", new XAttribute("val", SheetPage.FontName)));

    private static XElement Format(int font, int fill, bool wraps) => new(
        Main + "xf",
        new XAttribute("numFmtId", 49), new XAttribute("fontId", font), new XAttribute("fillId", fill), new XAttribute("borderId", 0), new XAttribute("xfId", 0),
        new XAttribute("quotePrefix", 1), new XAttribute("applyNumberFormat", 1), new XAttribute("applyFont", 1), new XAttribute("applyFill", 1), new XAttribute("applyAlignment", 1),
        new XElement(Main + "alignment", new XAttribute("vertical", "top"), wraps ? new XAttribute("wrapText", 1) : null));

    private static XElement Rgb(string name, Color color) =>
        new(Main + name, new XAttribute("rgb", string.Create(CultureInfo.InvariantCulture, $"FF{color.R:X2}{color.G:X2}{color.B:X2}")));

    /// <summary>The number of the element in the list; added at its end unless an equal one is there.</summary>
    private int AddOnce(string list, XElement element)
    {
        var parent = root.Element(Main + list) ?? MakeList(list);
        var known = parent.Elements(element.Name).ToList();
        var place = known.FindIndex(one => XNode.DeepEquals(one, element));
        if (place >= 0)
        {
            return place;
        }

        parent.Add(element);
        parent.SetAttributeValue("count", known.Count + 1);
        return known.Count;
    }

    private XElement MakeList(string list)
    {
        string[] order = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"];
        var made = new XElement(Main + list, list == "fills" ? DefaultFills() : null, list == "fonts" ? Font(11, CellPalette.Heading, false, false, true) : null);
        var next = root.Elements().FirstOrDefault(element => Array.IndexOf(order, element.Name.LocalName) > Array.IndexOf(order, list));
        if (next is null)
        {
            root.Add(made);
        }
        else
        {
            next.AddBeforeSelf(made);
        }

        return made;
    }

    // Every workbook's first two fills are these, whatever they say.
    private static XElement[] DefaultFills() =>
        [.. new[] { "none", "gray125" }.Select(pattern => new XElement(Main + "fill", new XElement(Main + "patternFill", new XAttribute("patternType", pattern))))];
}
