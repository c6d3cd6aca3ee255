using System.Xml;

namespace Emulation.Reports.Documents.Workbook;

/// <summary>Mends what EPPlus writes of a chart.</summary>
internal static class ChartXml
{
    private const string ChartNamespace = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    private const string DrawingNamespace = "http://schemas.openxmlformats.org/drawingml/2006/main";

    /// <summary>EPPlus writes the colour of a series behind its values, where the schema does not allow it, and names of categories as numbers. A number beside a bar must not break into two lines.</summary>
    public static void PutInOrder(XmlDocument chart)
    {
        var names = new XmlNamespaceManager(chart.NameTable);
        names.AddNamespace("c", ChartNamespace);
        names.AddNamespace("a", DrawingNamespace);
        foreach (XmlElement text in chart.SelectNodes("//c:dLbls//a:bodyPr", names)!)
        {
            text.SetAttribute("wrap", "none");
        }

        foreach (XmlNode series in chart.SelectNodes("//c:ser", names)!)
        {
            if (series.SelectSingleNode("c:spPr", names) is { } look)
            {
                series.InsertAfter(look, series.SelectSingleNode("c:tx", names));
            }

            if (series.SelectSingleNode("c:cat/c:numRef", names) is { } numbers)
            {
                var texts = chart.CreateElement("c", "strRef", ChartNamespace);
                texts.InnerXml = numbers.InnerXml;
                numbers.ParentNode!.ReplaceChild(texts, numbers);
            }
        }
    }
}
