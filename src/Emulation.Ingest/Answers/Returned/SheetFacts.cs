using System.Xml;

namespace Emulation.Ingest.Answers.Returned;

/// <summary>What must be known of a sheet before it is rewritten.</summary>
/// <param name="IsShown">Marked as (one of) the selected sheets.</param>
/// <param name="DrawingId">The link to the drawing of its comments; null if it has none.</param>
internal sealed record SheetFacts(bool IsShown, string? DrawingId)
{
    /// <summary>Elements beside the cells; what stands behind the cells is held as a tree.</summary>
    private const int MostElements = 50_000;

    /// <exception cref="NotReturnedException">There is too much beside the cells.</exception>
    public static SheetFacts Of(PackageParts parts, string part)
    {
        using var reader = parts.Open(part);
        var (isShown, drawing, elements) = (false, (string?)null, 0);
        reader.MoveToContent();
        reader.Read();
        while (!reader.EOF)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "sheetData")
            {
                reader.Skip();
                continue;
            }

            elements += reader.NodeType == XmlNodeType.Element ? 1 : 0;
            if (elements > MostElements)
            {
                throw new NotReturnedException(WhyNotReturned.TooLarge);
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
