using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Answers;

/// <summary>The page on which officers look up a code: every line of the catalogue with cause and cure, each under its own anchor. It holds no data.</summary>
public static partial class HelpPage
{
    /// <summary>Its name in a unit's folder of templates.</summary>
    public const string FileName = "tra-cuu-loi.html";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly Lazy<string> Page = new(Build);

    /// <summary>The whole page; made once.</summary>
    public static string Html => Page.Value;

    /// <summary>The codes, in the order of the page.</summary>
    public static IReadOnlyList<string> Codes => [.. Lines().Select(line => line.Code)];

    /// <summary>The address of a code, seen from a unit's folder of results.</summary>
    /// <param name="templates">The name of the folder of templates.</param>
    public static string LinkTo(string code, string templates) => $"../{Uri.EscapeDataString(templates)}/{FileName}#{code}";

    private static string Build()
    {
        var html = new StringBuilder();
        html.Append("<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        html.Append("<title>").Append(Encode(Texts.Get("Help.Title"))).Append("</title>\n<style>").Append(Style).Append("</style>\n</head>\n<body>\n<main>\n");
        html.Append("<h1>").Append(Encode(Texts.Get("Help.Title"))).Append("</h1>\n<p>").Append(Encode(Texts.Get("Help.Lead"))).Append("</p>\n<nav>");
        var lines = Lines().ToList();
        lines.ForEach(line => html.Append(CultureInfo.InvariantCulture, $"<a class=\"{line.Tone}\" href=\"#{line.Code}\">{line.Code}</a> "));
        html.Append("</nav>\n");
        lines.ForEach(line => Append(html, line));
        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Append(StringBuilder html, Line line)
    {
        html.Append(CultureInfo.InvariantCulture, $"<section id=\"{line.Code}\" class=\"{line.Tone}\">\n<h2>{line.Code} <span>{Encode(line.Weight)}</span></h2>\n<p>{Encode(line.Message)}</p>\n<dl>\n");
        if (line.Cause is { } cause)
        {
            html.Append(CultureInfo.InvariantCulture, $"<dt>{Encode(Texts.Get("Help.Cause"))}</dt><dd>{Encode(cause)}</dd>\n");
        }

        html.Append(CultureInfo.InvariantCulture, $"<dt>{Encode(Texts.Get("Label.Cure"))}</dt><dd>{Encode(line.Cure)}</dd>\n</dl>\n</section>\n");
    }

    private static IEnumerable<Line> Lines() =>
        RejectionCatalogue.All
            .Select(kind => new Line(kind.Code, kind.Severity, Said(kind.Code, "Message"), Said(kind.Code, "Cause"), Said(kind.Code, "Cure")))
            .Concat(Texts.Codes().Except(RejectionCatalogue.All.Select(kind => kind.Code)).Select(code => new Line(code, Severity.Error, Blank(Texts.Get(code + ".Message")), null, Blank(Texts.Get(code + ".Cure")))));

    private static string Said(string code, string part) => Blank(RejectionTexts.Get($"{code}.{part}", VietnameseText.Culture));

    /// <summary>What is filled in at each finding is left open here.</summary>
    private static string Blank(string text) => Filled().Replace(text, "…");

    private static string Encode(string text) => Encoder.Encode(text);

    [GeneratedRegex("[{][a-z0-9]+[}]")]
    private static partial Regex Filled();

    private sealed record Line(string Code, Severity Severity, string Message, string? Cause, string Cure)
    {
        public string Tone => Severity == Severity.Error ? "bad" : "mind";

        public string Weight => ReceiptText.TitleOf(Severity);
    }

    private const string Style = """
        :root{color-scheme:light;--ink:#1c2430;--soft:#5b6675;--line:#e3e7ec;--good:#1a6b3c;--mind:#8a5a00;--bad:#a4262c}
        *{box-sizing:border-box}body{margin:0;background:#f4f6f8;color:var(--ink);font:16px/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;overflow-wrap:anywhere}
        main{max-width:48rem;margin:0 auto;padding:1rem}h1{margin:.1rem 0 .6rem;font-size:1.35rem}h2{margin:0 0 .3rem;font-size:1rem}h2 span{color:var(--soft);font-weight:400;font-size:.85rem}
        nav{margin:0 0 1rem;font-size:.85rem;line-height:2}nav a{display:inline-block;padding:0 .45rem;border:1px solid var(--line);border-radius:.3rem;background:#fff;color:var(--bad);text-decoration:none;white-space:nowrap}nav a.mind{color:var(--mind)}
        section{background:#fff;border:1px solid var(--line);border-left:.35rem solid var(--mind);border-radius:.7rem;padding:.8rem 1rem;margin:0 0 .8rem}section.bad{border-left-color:var(--bad)}section:target{outline:.2rem solid #33526e}
        p{margin:0 0 .4rem}dl{margin:0}dt{color:var(--soft);font-size:.85rem}dd{margin:0 0 .3rem}
        """;
}
