using System.Net;
using System.Text.RegularExpressions;

namespace Emulation.Reports.Tests.Documents.Faces;

/// <summary>Reads the sentences that both bodies of a mail share.</summary>
internal static partial class MailSentences
{
    /// <summary>The numbers of a sentence of the summary; false if it is a sentence without a number of its own.</summary>
    public static void Read(FaceValues values, JsonFace names, string sentence)
    {
        if (Coverage().Match(sentence) is { Success: true } coverage)
        {
            values.Printed("cover;;;complete-units", coverage.Groups[1].Value);
            values.Printed("cover;;;expected-units", coverage.Groups[2].Value);
        }
        else if (Counts().Match(sentence) is { Success: true } counts)
        {
            string[] columns = ["expected", "on-time", "late", "needs-fixing", "missing", "exempt"];
            columns.Index().ToList().ForEach(column => values.Printed($"duties;;sum;{column.Item}", counts.Groups[column.Index + 1].Value));
        }
        else if (Targets().Match(sentence) is { Success: true } targets)
        {
            values.Printed("indicators;;sum;met", targets.Groups[1].Value);
            values.Printed("indicators;;sum;judged", targets.Groups[2].Value);
        }
        else if (OfProvince().Match(sentence) is { Success: true } own)
        {
            values.Printed("indicators;;sum;province-met", own.Groups[1].Value);
            values.Printed("indicators;;sum;province-judged", own.Groups[2].Value);
        }
        else if (sentence.StartsWith("Đạt thấp nhất: ", StringComparison.Ordinal))
        {
            foreach (Match weakest in Weakest().Matches(sentence["Đạt thấp nhất: ".Length..]))
            {
                values.Printed($"indicators;;{names.Codes[weakest.Groups[1].Value]};achieved-percent", weakest.Groups[2].Value);
            }
        }
        else if (sentence.StartsWith("Dẫn đầu: ", StringComparison.Ordinal) || sentence.StartsWith("Tạm dẫn đầu: ", StringComparison.Ordinal))
        {
            foreach (Match leader in Leader().Matches(sentence[(sentence.IndexOf(": ", StringComparison.Ordinal) + 2)..]))
            {
                var block = names.Codes[leader.Groups[1].Value];
                foreach (var unit in leader.Groups[2].Value.Split(", "))
                {
                    values.Printed($"ranking;{names.Units[unit]};{block};points", leader.Groups[3].Value);
                    values.Printed($"ranking;{names.Units[unit]};{block};rank", "1");
                }
            }
        }
        else if (Pace().Match(sentence) is { Success: true } pace)
        {
            values.Printed("pace;;;kept", pace.Groups[1].Value);
            values.Printed("pace;;;judged", pace.Groups[2].Value);
            foreach (Match slow in Slow().Matches(pace.Groups[3].Value))
            {
                values.Printed($"pace;;{names.Codes[slow.Groups[1].Value]};behind-percent", slow.Groups[2].Value);
            }
        }
        else if (Previous().Match(sentence) is { Success: true } previous)
        {
            values.Printed("pace;;before;complete-units", previous.Groups[1].Value);
            values.Printed("pace;;before;expected-units", previous.Groups[2].Value);
            values.Printed("cover;;;complete-units", previous.Groups[3].Value);
            values.Printed("cover;;;expected-units", previous.Groups[4].Value);
        }
        else if (Questions().Match(sentence) is { Success: true } questions)
        {
            values.Printed("questions;;;count", questions.Groups[1].Value);
        }
        else
        {
            Assert.True(Estimates().IsMatch(sentence) || !sentence.Any(char.IsDigit), $"{values.Face}: nobody reads '{sentence}'.");
        }
    }

    /// <summary>A fact of the cover.</summary>
    public static void Fact(FaceValues values, string label, string text)
    {
        switch (label)
        {
            case "Đã gửi đủ báo cáo":
                values.Printed("cover;;;complete-units", text.Split(['/', ' '])[0]);
                values.Printed("cover;;;expected-units", text.Split(['/', ' '])[1]);
                break;
            case "Đơn vị chưa gửi đủ":
                values.Machine("cover;;;missing-units", text == "Không có" ? 0 : text.Split(", ").Length);
                break;
            case "Kế hoạch":
                values.Printed("cover;;;plan-version", PlanVersion().Match(text).Groups[1].Value);
                break;
            case "Mã kết quả":
                values.Printed("cover;;;edition", Edition().Match(text).Groups[1].Value);
                break;
            default:
                break;
        }
    }

    /// <param name="standing">E.g. <c>Chậm 3 ngày</c>; other words say 0.</param>
    public static void Outstanding(FaceValues values, JsonFace names, string unit, string duty, string standing)
    {
        var late = Late().Match(standing);
        values.Printed($"board;{names.Units[unit]};{names.Duties[duty]};days-late", late.Success ? late.Groups[1].Value : "0");
    }

    [GeneratedRegex(@"^Đến .*, ([\d.]+)/([\d.]+) đơn vị đã gửi đủ")]
    private static partial Regex Coverage();

    [GeneratedRegex(@"^Trong ([\d.]+) báo cáo đến hạn: ([\d.]+) đúng hạn, ([\d.]+) gửi chậm, ([\d.]+) cần sửa, ([\d.]+) chưa gửi, ([\d.]+) được miễn\.$")]
    private static partial Regex Counts();

    [GeneratedRegex(@"^Tính chung toàn ngành, ([\d.]+)/([\d.]+) chỉ tiêu")]
    private static partial Regex Targets();

    [GeneratedRegex(@"^Trong đó so với chỉ tiêu của tỉnh: ([\d.]+)/([\d.]+) chỉ tiêu")]
    private static partial Regex OfProvince();

    [GeneratedRegex(@"(?:^|; )(.+?) \(([\d.,]+)% chỉ tiêu\)")]
    private static partial Regex Weakest();

    [GeneratedRegex(@"(?:^|; )([^;]+?) – ([^;]+?) \(([\d.,]+) điểm\)")]
    private static partial Regex Leader();

    [GeneratedRegex(@"^Tiến độ dự kiến đến .*: ([\d.]+)/([\d.]+) chỉ tiêu cộng dồn đạt mức dự kiến(?:; chậm nhất: (.*))?\.$")]
    public static partial Regex Pace();

    [GeneratedRegex(@"^Kỳ trước \(.+\) có ([\d.]+)/([\d.]+) đơn vị gửi đủ; kỳ này ([\d.]+)/([\d.]+)\.$")]
    public static partial Regex Previous();

    [GeneratedRegex(@"(?:^|; )(.+?) chậm ([\d.,]+)%")]
    private static partial Regex Slow();

    [GeneratedRegex(@"^Còn ([\d.]+) vấn đề")]
    private static partial Regex Questions();

    [GeneratedRegex(@"^[\d.]+ đơn vị có số liệu ước")]
    private static partial Regex Estimates();

    [GeneratedRegex(@"phiên bản ([\d.]+)\)$")]
    private static partial Regex PlanVersion();

    [GeneratedRegex(@"– bản ([\d.]+)$")]
    private static partial Regex Edition();

    [GeneratedRegex(@"^Chậm ([\d.]+) ngày$")]
    private static partial Regex Late();
}

/// <summary>Reads the plain-text body, line by line; a line of no known form fails.</summary>
internal static partial class MailTextFace
{
    public static FaceValues Read(string text, JsonFace names)
    {
        var values = new FaceValues("mail text");
        var section = "";
        foreach (var line in text.Split('\n').SkipWhile(line => line != "TÓM TẮT"))
        {
            if (line.Length == 0)
            {
                section = "";
            }
            else if (section.Length == 0)
            {
                section = line;
            }
            else if (!line.StartsWith('…'))
            {
                Line(values, names, section, line.StartsWith("- ", StringComparison.Ordinal) ? line[2..] : line);
            }
        }

        return values;
    }

    private static void Line(FaceValues values, JsonFace names, string section, string line)
    {
        switch (section)
        {
            case "TÓM TẮT":
                MailSentences.Read(values, names, line);
                break;
            case "KẾT QUẢ THEO PHONG TRÀO":
                var movement = Progress().Match(line);
                var group = names.Codes[movement.Groups[1].Value];
                values.Printed($"progress;;{group};percent", movement.Groups[2].Value);
                MailHtmlFace.Targets(values, group, movement.Groups[3].Value);
                break;
            case "CHỈ TIÊU CHƯA ĐẠT":
                Indicator(values, Short().Match(line));
                break;
            case "CHƯA GỬI, CẦN SỬA, GỬI CHẬM":
                var owed = Outstanding().Match(line);
                MailSentences.Outstanding(values, names, owed.Groups[1].Value, owed.Groups[2].Value, owed.Groups[3].Value);
                break;
            case "BÁO CÁO NÀY":
                MailSentences.Fact(values, line[..line.IndexOf(": ", StringComparison.Ordinal)], line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..]);
                break;
            case "THAY ĐỔI SO VỚI BẢN TRƯỚC":
                var change = Change().Match(line);
                MailHtmlFace.Change(values, names, change.Groups[1].Value, change.Groups[2].Value, change.Groups[3].Value, change.Groups[4].Value);
                break;
            case "VẤN ĐỀ CẦN LÀM RÕ":
                break;
            default:
                Assert.StartsWith("XẾP HẠNG – ", section, StringComparison.Ordinal);
                var rank = Rank().Match(line);
                var block = names.Codes.Single(code => section.EndsWith(" – " + code.Key, StringComparison.OrdinalIgnoreCase)).Value;
                values.Printed($"ranking;{names.Units[rank.Groups[2].Value]};{block};rank", rank.Groups[1].Value);
                values.Printed($"ranking;{names.Units[rank.Groups[2].Value]};{block};points", rank.Groups[3].Value);
                break;
        }
    }

    private static void Indicator(FaceValues values, Match line)
    {
        values.Printed($"indicators;;{line.Groups[1].Value};value", line.Groups[2].Value);
        values.Printed($"indicators;;{line.Groups[1].Value};target", line.Groups[3].Value);
        values.Printed($"indicators;;{line.Groups[1].Value};achieved-percent", line.Groups[4].Value);
    }

    [GeneratedRegex(@"^\S+ – (.+): ([\d.,–]+)% điểm tối đa; chỉ tiêu đạt (.+)$")]
    private static partial Regex Progress();

    [GeneratedRegex(@"^(\S+) .*: ([\d.,]+) [^:]*, chỉ tiêu (?:của tỉnh )?([\d.,]+)(?: \(đạt ([\d.,]+)%\))?$")]
    private static partial Regex Short();

    [GeneratedRegex(@"^(.+?): (.+ \(.+?\)), hạn \S+ – (.+)$")]
    private static partial Regex Outstanding();

    [GeneratedRegex(@"^(.+) – (.+?): (.+) → (.+)$")]
    private static partial Regex Change();

    [GeneratedRegex(@"^([\d.]+|–)\. (.+?): ([\d.,]+) điểm")]
    private static partial Regex Rank();
}

/// <summary>Reads the HTML body by its headings, tables and lists.</summary>
internal static partial class MailHtmlFace
{
    public static FaceValues Read(string html, JsonFace names)
    {
        var values = new FaceValues("mail html");
        foreach (Match item in Item().Matches(html))
        {
            MailSentences.Read(values, names, TextOf(item.Groups[1].Value));
        }

        foreach (Match section in Section().Matches(html))
        {
            Tables(values, names, TextOf(section.Groups[1].Value), section.Groups[2].Value);
        }

        foreach (Match picture in Picture().Matches(html))
        {
            Chart(values, names, picture.Groups[1].Value, WebUtility.HtmlDecode(picture.Groups[2].Value));
        }

        return values;
    }

    /// <param name="text">E.g. <c>5/7</c>.</param>
    public static void Targets(FaceValues values, string group, string text)
    {
        if (text != "–")
        {
            values.Printed($"progress;;{group};met-targets", text.Split('/')[0]);
            values.Printed($"progress;;{group};judged-targets", text.Split('/')[1]);
        }
    }

    /// <summary>Points, and ranks, that changed; grades and reasons are words.</summary>
    public static void Change(FaceValues values, JsonFace names, string unit, string what, string before, string after)
    {
        if (what is "Điểm" or "Hạng")
        {
            values.Printed($"changes;{names.Units[unit]};{what};before", before);
            values.Printed($"changes;{names.Units[unit]};{what};after", after);
        }
    }

    private static void Tables(FaceValues values, JsonFace names, string heading, string body)
    {
        foreach (Match table in Table().Matches(body))
        {
            var rows = Row().Matches(table.Groups[1].Value).Select(row => Cell().Matches(row.Groups[1].Value).Select(cell => TextOf(cell.Groups[1].Value)).ToList()).ToList();
            switch (heading)
            {
                case "Kết quả theo phong trào":
                    rows.Skip(1).ToList().ForEach(row => Movement(values, names, row));
                    break;
                case "Xếp hạng theo cụm, khối":
                    rows.Skip(1).ToList().ForEach(row => Rank(values, names, names.Codes[rows[0][1]], row));
                    break;
                case "Chỉ tiêu chưa đạt":
                    rows.Skip(1).ToList().ForEach(row => Indicator(values, row));
                    break;
                case "Chưa gửi, cần sửa, gửi chậm":
                    rows.ForEach(row => MailSentences.Outstanding(values, names, row[0].Split('\n')[0], row[0].Split('\n')[1], row[1].Split('\n')[0]));
                    break;
                case "Báo cáo này":
                    rows.ForEach(row => MailSentences.Fact(values, row[0], row[1]));
                    break;
                case "Thay đổi so với bản trước":
                    rows.ForEach(row => Change(values, names, row[0].Split(" – ")[0], row[0].Split(" – ")[^1], row[1].Split(" → ")[0], row[1].Split(" → ")[^1]));
                    break;
                default:
                    Assert.Equal("Vấn đề cần làm rõ", heading);
                    break;
            }
        }
    }

    private static void Movement(FaceValues values, JsonFace names, List<string> row)
    {
        var group = names.Codes[row[0][(row[0].IndexOf(" – ", StringComparison.Ordinal) + 3)..]];
        Targets(values, group, row[1]);
        values.Printed($"progress;;{group};percent", row[2]);
    }

    private static void Rank(FaceValues values, JsonFace names, string block, List<string> row)
    {
        var unit = names.Units[row[1].Split('\n')[0]];
        values.Printed($"ranking;{unit};{block};rank", row[0]);
        values.Printed($"ranking;{unit};{block};points", row[2]);
    }

    private static void Indicator(FaceValues values, List<string> row)
    {
        var code = row[0].Split(' ')[0];
        values.Printed($"indicators;;{code};value", row[1].Split(" / ")[0]);
        values.Printed($"indicators;;{code};target", row[1].Split(" / ")[1].Split('\n')[0]);
        values.Printed($"indicators;;{code};achieved-percent", row[2]);
    }

    /// <summary>The words of a chart.</summary>
    private static void Chart(FaceValues values, JsonFace names, string contentId, string words)
    {
        if (contentId.StartsWith("progress", StringComparison.Ordinal))
        {
            foreach (Match bar in MovementBar().Matches(words))
            {
                values.Printed($"progress;;{names.Codes[bar.Groups[1].Value]};percent", bar.Groups[2].Value);
            }

            return;
        }

        foreach (Match block in BlockWords().Matches(words))
        {
            foreach (Match bar in UnitBar().Matches(block.Groups[2].Value))
            {
                values.Printed($"ranking;{names.Units[bar.Groups[1].Value]};{names.Codes[block.Groups[1].Value]};points", bar.Groups[2].Value);
            }
        }
    }

    private static string TextOf(string html) => WebUtility.HtmlDecode(Tag().Replace(Break().Replace(html, "\n"), "")).Trim();

    [GeneratedRegex("<li[^>]*>(.*?)</li>", RegexOptions.Singleline)]
    private static partial Regex Item();

    [GeneratedRegex("<h2[^>]*>(.*?)</h2>(.*?)(?=<h2|</body>)", RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex("<table[^>]*>(.*?)</table>", RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex("<tr[^>]*>(.*?)</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<t[dh][^>]*>(.*?)</t[dh]>", RegexOptions.Singleline)]
    private static partial Regex Cell();

    [GeneratedRegex("<img src=\"cid:([^\"]+)\" alt=\"([^\"]+)\"")]
    private static partial Regex Picture();

    [GeneratedRegex(@"[:)]? ?\S+ – ([^;]+?) ([\d.,]+)%")]
    private static partial Regex MovementBar();

    [GeneratedRegex(@"\. ([^.:]+?)(?: \([^)]*\))?: (.*?)(?=\. [^.:]+: |\.$)")]
    private static partial Regex BlockWords();

    [GeneratedRegex(@"(?:^|; )(.+?) ([\d.,]+)(?=;|$)")]
    private static partial Regex UnitBar();

    [GeneratedRegex("<br ?/?>|<div[^>]*>")]
    private static partial Regex Break();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
