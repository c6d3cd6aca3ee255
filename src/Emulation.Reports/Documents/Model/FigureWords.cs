namespace Emulation.Reports.Documents.Model;

/// <summary>A unit's figure in words, the same in every face.</summary>
public static class FigureWords
{
    /// <summary>E.g. <c>Chưa báo cáo</c>.</summary>
    public static string State(string state) => Texts.Get("State." + state switch
    {
        "value" => "Value",
        "zero" => "Zero",
        "estimated" => "Estimated",
        "not-applicable" => "NotApplicable",
        _ => "NotReported",
    });

    /// <summary>E.g. <c>Đạt</c>, <c>Chưa đạt</c>; <c>–</c> where no target is set.</summary>
    public static string Verdict(string verdict) => Texts.Get("Verdict." + verdict);

    /// <summary>A unit's value or target as print shows it: Có or Không where the indicator asks so; a dash for null.</summary>
    public static string Quantity(IndicatorTotal indicator, decimal? value)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return indicator.CountsUnits && value is { } answer ? Texts.Get(answer == 0 ? "Word.No" : "Word.Yes") : IndicatorWords.Quantity(value);
    }
}
