using System.Xml;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Parsing.Workbooks;

/// <summary>One sheet as the workbook lists it.</summary>
/// <param name="Number">1-based.</param>
/// <param name="Part">Name of the zip entry that holds it.</param>
internal sealed record SheetInfo(short Number, string Name, bool IsHidden, string Part);

/// <summary>A workbook behind the gate: its sheets, texts, formats and date system.</summary>
internal sealed class WorkbookPackage
{
    private readonly ZipGate gate;
    private readonly ReadingLimits limits;
    private readonly Dictionary<short, FontHabit> habits = [];
    private SuspectTexts? suspects;

    private WorkbookPackage(ZipGate gate, ReadingLimits limits)
    {
        this.gate = gate;
        this.limits = limits;
    }

    /// <summary>What reading the sheets may still cost.</summary>
    public ReadingBudget Budget => gate.Budget;

    /// <summary>True if the workbook names other files.</summary>
    public bool HasLinks => gate.Names.Any(name => name.StartsWith("xl/externalLinks/", StringComparison.OrdinalIgnoreCase));

    public IReadOnlyList<SheetInfo> Sheets { get; private set; } = [];

    /// <summary>True if days are counted from 1904 instead of 1900.</summary>
    public bool Is1904 { get; private set; }

    public SharedTexts SharedTexts { get; private set; } = SharedTexts.None;

    public string[] SharedStrings => SharedTexts.Texts;

    public CellFormat[] Formats { get; private set; } = [];

    /// <summary>The old font of each cell style, null where it is a font of Unicode; null if no style has an old one.</summary>
    public OldFont?[]? Fonts { get; private set; }

    /// <summary>What a zip's entries make it.</summary>
    public static FileKind KindOf(ZipGate gate) =>
        gate.Has("xl/workbook.bin") ? FileKind.Xlsb
        : gate.Has("word/document.xml") ? FileKind.Word
        : gate.Has("ppt/presentation.xml") ? FileKind.Presentation
        : gate.Has("content.xml") && gate.Has("mimetype") ? FileKind.Ods
        : gate.Has("[Content_Types].xml") && gate.Has("_rels/.rels") ? gate.Has("xl/vbaProject.bin") ? FileKind.Xlsm : FileKind.Xlsx
        : FileKind.Archive;

    /// <exception cref="UnreadableFileException">The workbook is damaged or refers outside itself.</exception>
    public static WorkbookPackage Open(ZipGate gate, ReadingLimits limits)
    {
        var package = new WorkbookPackage(gate, limits);
        if (limits.RefusesLinks && package.HasLinks)
        {
            throw new UnreadableFileException(RejectionCatalogue.Unsafe, ("why", "bảng tính có liên kết tới tệp khác"));
        }

        var root = Relations.Read(gate, "_rels/.rels", "");
        var workbookPart = root.SingleOfType("/officeDocument") ?? throw Corrupt("_rels/.rels");
        package.ReadWorkbook(workbookPart);
        return package;
    }

    public SheetTable OpenSheet(SheetInfo sheet) => Open(sheet, new FontLetters(sheet.Name, HabitOf(sheet)));

    /// <summary>A sheet that should hold one of our forms: letters that were lost or are another encoding's refuse it.</summary>
    public SheetTable OpenForm(SheetInfo sheet) =>
        Open(sheet, new FontLetters(sheet.Name, HabitOf(sheet), suspects ??= SuspectTexts.In(SharedTexts)));

    private SheetTable Open(SheetInfo sheet, FontLetters letters) => new(new PartReader(gate, sheet.Part), sheet, this, letters, limits);

    /// <summary>What the texts in old fonts of a sheet are. Costs a look through the sheet, but only where a style has such a font.</summary>
    private FontHabit HabitOf(SheetInfo sheet)
    {
        if (Fonts is null || habits.TryGetValue(sheet.Number, out var habit))
        {
            return Fonts is null ? FontHabit.None : habits[sheet.Number];
        }

        var letters = new FontLetters(sheet.Name);
        using (var table = Open(sheet, letters))
        {
            while (table.Read())
            {
            }
        }

        return habits[sheet.Number] = letters.Habit;
    }

    private void ReadWorkbook(string workbookPart)
    {
        var relations = Relations.Read(gate, Relations.PartOf(workbookPart), Relations.FolderOf(workbookPart));
        using (var part = new PartReader(gate, workbookPart))
        {
            Sheets = part.Guard(xml => ReadSheets(xml, relations));
            part.Finish();
        }

        (Formats, Fonts) = relations.SingleOfType("/styles") is { } styles ? CellFormats.Read(gate, styles) : CellStyles.Plain;
        SharedTexts = relations.SingleOfType("/sharedStrings") is { } strings ? Workbooks.SharedStrings.Read(gate, strings, Fonts is not null, limits) : SharedTexts.None;
    }

    private List<SheetInfo> ReadSheets(XmlReader xml, Relations relations)
    {
        var sheets = new List<SheetInfo>();
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            // Excel repeats the name further down, among its extensions and with other attributes.
            if (xml.LocalName == "workbookPr" && xml.Depth == 1)
            {
                Is1904 = xml.GetAttribute("date1904") is "1" or "true";
            }
            else if (xml.LocalName == "sheet")
            {
                AddSheet(xml, relations, sheets);
            }
        }

        return sheets.Count > 0 ? sheets : throw Corrupt("workbook.xml");
    }

    /// <summary>Chart sheets and dialogs are listed among the sheets; only worksheets hold cells.</summary>
    private void AddSheet(XmlReader xml, Relations relations, List<SheetInfo> sheets)
    {
        var (type, target) = relations.ById(RelationId(xml)) ?? throw Corrupt("workbook.xml");
        if (!type.EndsWith("/worksheet", StringComparison.Ordinal))
        {
            return;
        }

        if (sheets.Count == limits.Sheets)
        {
            throw new UnreadableFileException(
                RejectionCatalogue.TooLarge, ("what", "số trang tính"), ("limit", limits.Sheets.ToString("N0", VietnameseText.Culture)));
        }

        var name = CellText.Trim(xml.GetAttribute("name")).ToString().Normalize();
        sheets.Add(new SheetInfo((short)(sheets.Count + 1), name, xml.GetAttribute("state") is "hidden" or "veryHidden", target));
    }

    /// <summary>The attribute <c>id</c> of the relationships namespace, transitional or strict.</summary>
    private static string RelationId(XmlReader xml)
    {
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (xml.LocalName == "id" && xml.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal))
            {
                var value = xml.Value;
                xml.MoveToElement();
                return value;
            }
        }

        throw Corrupt("workbook.xml");
    }

    private static UnreadableFileException Corrupt(string part) => new(RejectionCatalogue.Corrupt, ("part", part));
}
