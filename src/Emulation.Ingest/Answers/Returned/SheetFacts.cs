using System.Xml;

namespace Emulation.Ingest.Answers.Returned;

/// <summary>What must be known of a sheet before it is rewritten.</summary>
/// <param name="IsShown">Marked as (one of) the selected sheets.</param>
/// <param name="DrawingId">The link to the drawing of its comments; null if it has none.</param>
internal sealed record SheetFacts(bool IsShown, string? DrawingId)
{
    public static SheetFacts Of(PackageParts parts, string part)
    {
        using var reader = parts.Open(part);
        var (isShown, drawing) = (false, (string?)null);
        reader.MoveToContent();
        reader.Read();
        while (!reader.EOF)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "sheetData" or "extLst")
            {
                reader.Skip();
                continue;
            }

            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "sheetView")
            {
                isShown |= reader.GetAttribute("tabSelected") is "1" or "true";
            }
            else if (reader.NodeType == XmlNodeType.Element && reader is { LocalName: "legacyDrawing", Depth: 1 })
            {
                drawing = reader.GetAttribute("id", PartLinks.Ids.NamespaceName);
            }

            reader.Read();
        }

        return new SheetFacts(isShown, drawing);
    }
}
