using Emulation.Reports.Documents.Model;

namespace Emulation.Reports.Documents.Document.Wording;

/// <summary>Values with their measure, as running text says them: <c>95,5%</c>, <c>1.234 lượt người</c>.</summary>
internal static class Amounts
{
    public static string Of(IndicatorTotal total, decimal? value)
    {
        var measure = IndicatorWords.Measure(total);
        return value is null ? Texts.Get("Document.NoFigure") : measure == "%" ? $"{IndicatorWords.Quantity(value)}%" : $"{IndicatorWords.Quantity(value)} {measure}";
    }

    /// <summary>A figure of a unit as a table cell shows it; blank where the unit does not report it.</summary>
    public static string Cell(IndicatorTotal total, UnitFigure? figure) => figure switch
    {
        null => "",
        { State: "not-applicable" } => Texts.Get("Document.Cell.NotApplicable"),
        { State: "not-reported" } => Texts.Get("Document.Cell.NotReported"),
        { Date: { } day } => VietnameseFormat.ShortDate(day),
        { Value: { } value } when total.CountsUnits => Texts.Get(value == 1 ? "Document.Cell.Yes" : "Document.Cell.No"),
        { State: "estimated" } => IndicatorWords.Quantity(figure.Value) + "*",
        _ => IndicatorWords.Quantity(figure.Value),
    };

    public static string Count(int number) => VietnameseFormat.Number(number);

    /// <summary>Joined by semicolons, the last one ended.</summary>
    public static string Sentence(string opening, IEnumerable<string> parts) => $"{opening} {string.Join("; ", parts)}.";
}
