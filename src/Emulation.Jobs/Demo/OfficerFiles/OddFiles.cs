using System.Text;

namespace Emulation.Jobs.Demo.OfficerFiles;

/// <summary>Files that are not what they are called.</summary>
public static class OddFiles
{
    /// <summary>The smallest page a PDF reader opens, for a file that is called a workbook.</summary>
    public static byte[] Pdf() => Encoding.ASCII.GetBytes(
        """
        %PDF-1.4
        1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
        2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
        3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >> endobj
        trailer << /Root 1 0 R >>
        %%EOF

        """);

    /// <summary>A table saved by a web page as ".xls".</summary>
    public static byte[] Html(OfficerSheet sheet)
    {
        var text = new StringBuilder("<html><head><meta charset=\"utf-8\"></head><body><table border=\"1\">\r\n");
        foreach (var row in sheet.Rows)
        {
            text.Append("<tr>").AppendJoin("", row.Cells.Select(cell => $"<td>{System.Net.WebUtility.HtmlEncode(cell.Text)}</td>")).Append("</tr>\r\n");
        }

        return Encoding.UTF8.GetBytes(text.Append("</table></body></html>\r\n").ToString());
    }

    /// <summary>A workbook whose copying broke off.</summary>
    public static byte[] Truncated(byte[] workbook) => workbook[..(workbook.Length * 3 / 5)];
}
