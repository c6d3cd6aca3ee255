using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Emulation.Ingest.Parsing.Workbooks;
using Emulation.Ingest.Workbooks;

namespace Emulation.Ingest.Answers.Returned;

/// <summary>Copies the cells of a sheet as a stream; only the rows that get a text are held as trees.</summary>
internal static class SheetCellsCopy
{
    /// <summary>Copies the element the reader stands on and goes past it.</summary>
    public static void Run(XmlReader reader, XmlWriter writer, IReadOnlyDictionary<(int Row, int Column), string> added)
    {
        if (added.Count == 0 || reader.IsEmptyElement)
        {
            writer.WriteNode(reader, defattr: true);
            return;
        }

        writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        writer.WriteAttributes(reader, defattr: true);
        reader.Read();
        var last = 0;
        while (reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                reader.Read();
                continue;
            }

            last = reader.GetAttribute("r") is { } text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : last + 1;
            CopyRow(reader, writer, last, [.. added.Where(one => one.Key.Row == last).OrderBy(one => one.Key.Column)]);
        }

        reader.Read();
        writer.WriteEndElement();
    }

    private static void CopyRow(XmlReader reader, XmlWriter writer, int number, List<KeyValuePair<(int Row, int Column), string>> added)
    {
        if (added.Count == 0)
        {
            writer.WriteNode(reader, defattr: true);
            return;
        }

        var row = (XElement)XNode.ReadFrom(reader);
        // A hint of the first and last column that would no longer be true.
        row.SetAttributeValue("spans", null);
        added.ForEach(one => Put(row, number, one.Key.Column, one.Value));
        row.WriteTo(writer);
    }

    /// <summary>A blank cell gets the text and keeps its format; one that holds something is left alone.</summary>
    private static void Put(XElement row, int number, int column, string text)
    {
        var cells = row.Elements().Where(cell => cell.Name.LocalName == "c").ToList();
        var place = cells.FindIndex(cell => ColumnOf(cell, cells) >= column);
        if (place >= 0 && ColumnOf(cells[place], cells) == column)
        {
            Fill(cells[place], text);
            return;
        }

        var cell = new XElement(row.Name.Namespace + "c", new XAttribute("r", CellName(number, column)));
        Fill(cell, text);
        if (place >= 0)
        {
            cells[place].AddBeforeSelf(cell);
        }
        else if (cells.Count > 0)
        {
            cells[^1].SetAttributeValue("r", CellName(number, ColumnOf(cells[^1], cells)));
            cells[^1].AddAfterSelf(cell);
        }
        else
        {
            row.AddFirst(cell);
        }
    }

    private static int ColumnOf(XElement cell, List<XElement> cells) =>
        (string?)cell.Attribute("r") is { } address ? CellReader.ParseColumn(address, out _) : cells.IndexOf(cell) + 1;

    private static string CellName(int row, int column) => new Validation.CellAddress(1, row, (short)column).ToString();

    private static void Fill(XElement cell, string text)
    {
        if (cell.HasElements)
        {
            return;
        }

        cell.SetAttributeValue("t", "inlineStr");
        cell.Add(new XElement(cell.Name.Namespace + "is", new XElement(cell.Name.Namespace + "t", CellText.Clean(text))));
    }
}
