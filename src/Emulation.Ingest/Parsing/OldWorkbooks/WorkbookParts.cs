namespace Emulation.Ingest.Parsing.OldWorkbooks;

/// <summary>Writes the parts of an .xlsx that hold a BIFF8 workbook together: content types, relationships, the list of sheets.</summary>
internal sealed class WorkbookParts(WorkbookGlobals globals, IReadOnlyList<OldSheet> sheets, PackageWriter package)
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /// <param name="hasMacros">Noted by an empty part of the name macros have.</param>
    public void Write(bool hasMacros)
    {
        WriteTypes(hasMacros);
        package.Add("_rels/.rels", $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"rId1\" Type=\"{Links}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        WriteWorkbook();
        WriteRelations(hasMacros);
        if (hasMacros)
        {
            package.Add("xl/vbaProject.bin", "");
        }

        if (globals.HasLinks)
        {
            // The reader refuses workbooks that point to other files; the name of the part says that this one does.
            package.Add("xl/externalLinks/externalLink1.xml", $"<externalLink xmlns=\"{Main}\"/>");
        }
    }

    private void WriteTypes(bool hasMacros)
    {
        using var part = package.Begin("[Content_Types].xml");
        part.Add($"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
            .Add("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
            .Add(hasMacros ? "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>" : "")
            .Add($"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Type}sheet.main+xml\"/>")
            .Add($"<Override PartName=\"/xl/styles.xml\" ContentType=\"{Type}styles+xml\"/>")
            .Add($"<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"{Type}sharedStrings+xml\"/>");
        for (var number = 1; number <= sheets.Count; number++)
        {
            part.Add("<Override PartName=\"/xl/worksheets/sheet").Add(number).Add($".xml\" ContentType=\"{Type}worksheet+xml\"/>");
        }

        part.Add("</Types>");
    }

    private void WriteWorkbook()
    {
        using var part = package.Begin("xl/workbook.xml");
        part.Add($"<workbook xmlns=\"{Main}\" xmlns:r=\"{Links}\"><workbookPr").Add(globals.Is1904 ? " date1904=\"1\"/><sheets>" : "/><sheets>");
        for (var index = 0; index < sheets.Count; index++)
        {
            part.Add("<sheet name=\"").AddAttribute(sheets[index].Name).Add("\" sheetId=\"").Add(index + 1)
                .Add(sheets[index].State switch { 1 => "\" state=\"hidden", 2 => "\" state=\"veryHidden", _ => "" })
                .Add("\" r:id=\"rId").Add(index + 1).Add("\"/>");
        }

        part.Add("</sheets></workbook>");
    }

    private void WriteRelations(bool hasMacros)
    {
        using var part = package.Begin("xl/_rels/workbook.xml.rels");
        part.Add($"<Relationships xmlns=\"{Package}/relationships\">");
        for (var number = 1; number <= sheets.Count; number++)
        {
            part.Add("<Relationship Id=\"rId").Add(number).Add($"\" Type=\"{Links}/worksheet\" Target=\"worksheets/sheet").Add(number).Add(".xml\"/>");
        }

        part.Add($"<Relationship Id=\"rIdTexts\" Type=\"{Links}/sharedStrings\" Target=\"sharedStrings.xml\"/>")
            .Add(hasMacros ? "<Relationship Id=\"rIdMacros\" Type=\"http://schemas.microsoft.com/office/2006/relationships/vbaProject\" Target=\"vbaProject.bin\"/>" : "")
            .Add($"<Relationship Id=\"rIdStyles\" Type=\"{Links}/styles\" Target=\"styles.xml\"/></Relationships>");
    }
}
