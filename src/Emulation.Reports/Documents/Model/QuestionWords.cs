namespace Emulation.Reports.Documents.Model;

/// <summary>The words for the kinds of open question.</summary>
public static class QuestionWords
{
    private static readonly string[] Known =
    [
        "months-against-wave", "target-missing", "check", "swing", "explained", "unexplained", "pace", "actual-against-months", "months-against-year",
        "waves-against-year", "cumulative", "unit-sum", "numerator", "parts-against-total", "ratio-against-parts", "sensitive",
    ];

    /// <summary>The Vietnamese word; the stable name itself for a kind this version does not know.</summary>
    public static string Kind(string kind) => Known.Contains(kind) ? Texts.Get("Question." + kind) : kind;
}
