using System.Text;

namespace Emulation.Reports.Tests.Documents;

/// <summary>Reads the CSV twin by its published form: quotes doubled inside quotes, semicolons, CR LF.</summary>
internal static class TwinReading
{
    public static IReadOnlyList<IReadOnlyList<string>> Rows(byte[] csv)
    {
        var text = new UTF8Encoding(false, true).GetString(csv).TrimStart('\uFEFF');
        var rows = new List<IReadOnlyList<string>>();
        var row = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            row.Add(Field(text, ref at));
            if (text[at] == ';')
            {
                at++;
                continue;
            }

            Assert.Equal("\r\n", text.Substring(at, 2));
            at += 2;
            rows.Add(row);
            row = [];
        }

        return rows;
    }

    private static string Field(string text, ref int at)
    {
        if (text[at] != '"')
        {
            var from = at;
            at = text.IndexOfAny([';', '\r'], at);
            return text[from..at];
        }

        var field = new StringBuilder();
        for (at++; ; at++)
        {
            if (text[at] != '"')
            {
                field.Append(text[at]);
            }
            else if (text[at + 1] == '"')
            {
                field.Append('"');
                at++;
            }
            else
            {
                at++;
                return field.ToString();
            }
        }
    }
}
