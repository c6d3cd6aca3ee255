using Emulation.Reports.Documents.Model;
using Emulation.Reports.Documents.Places;

namespace Emulation.Reports.Documents.Document.Wording;

/// <summary>Values with their measure, as running text says them: <c>95,5%</c>, <c>1.234 lượt người</c>.</summary>
internal static class Amounts
{
    /// <param name="column">Which value of the indicator it is.</param>
    public static Phrase Of(IndicatorTotal total, decimal? value, string column)
    {
        var measure = IndicatorWords.Measure(total);
        return value is null ? Texts.Get("Document.NoFigure") : Quantity(total, value, column) + (measure == "%" ? "%" : " " + measure);
    }

    /// <summary>Without its measure; a dash for null.</summary>
    public static Phrase Quantity(IndicatorTotal total, decimal? value, string column) => Phrase.Of(IndicatorWords.Quantity(value), Addresses.Indicator(total, column));

    public static Phrase Achieved(IndicatorTotal total, decimal percent) => Phrase.Of(VietnameseFormat.Percent(percent), Addresses.Indicator(total, "achieved-percent"));

    /// <summary>A figure of a unit as a table cell shows it; blank where the unit does not report it.</summary>
    public static Phrase Cell(UnitFigures unit, IndicatorTotal total, UnitFigure? figure) => figure switch
    {
        null => "",
        { State: "not-applicable" } => Texts.Get("Document.Cell.NotApplicable"),
        { State: "not-reported" } => Texts.Get("Document.Cell.NotReported"),
        { Date: { } day } => Phrase.Of(VietnameseFormat.ShortDate(day), Addresses.Figure(unit.UnitCode, total.Code, "date")),
        { Value: { } value } when total.CountsUnits => Texts.Get(value == 1 ? "Document.Cell.Yes" : "Document.Cell.No"),
        _ => Phrase.Of(IndicatorWords.Quantity(figure.Value), Addresses.Figure(unit.UnitCode, total.Code, "value")) + (figure.State == "estimated" ? "*" : ""),
    };

    /// <summary>A value that is a whole number.</summary>
    public static Phrase Count(int number, ValueAddress address) => Phrase.Of(VietnameseFormat.Number(number), address);

    /// <summary>How many there are of what has these addresses, at least one.</summary>
    public static Phrase Count(IEnumerable<ValueAddress> some) => Phrase.Count(some, default);

    /// <summary>Joined by semicolons, the last one ended.</summary>
    public static Phrase Sentence(Phrase opening, IEnumerable<Phrase> parts) => opening + " " + Phrase.Join("; ", parts) + ".";
}
