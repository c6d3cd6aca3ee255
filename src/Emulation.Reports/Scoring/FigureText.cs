using Emulation.Plan;

namespace Emulation.Reports.Scoring;

/// <summary>A measurement as its line prints it, in the arithmetic and among the inputs.</summary>
/// <param name="Number">Null for dates and for states without value.</param>
/// <param name="Target">Null where no number is asked.</param>
internal readonly record struct FigureText(string? Number, string? Target)
{
    private static readonly string WaveReport = RunTexts.Get("SourceWaveReport");
    private static readonly string Months = RunTexts.Get("SourceFigures");

    private static readonly InputNames Names = new(
        RunTexts.Get("InputValue"), RunTexts.Get("InputTarget"), RunTexts.Get("InputNumerator"), RunTexts.Get("InputDenominator"),
        RunTexts.Get("InputEstimated"), RunTexts.Get("InputSource"), RunTexts.Get("InputStandardPoints"));

    public static FigureText Of(Measurement measurement) => new(
        measurement.Value.Number is { } number ? VietnameseNumber.Value(number) : null, Value(measurement.Target?.Value));

    /// <summary>The values a line used.</summary>
    public InputDictionary Inputs(RunRule rule, Measurement measurement)
    {
        var (value, target) = (measurement.Value, measurement.Target);
        return InputDictionary.Of(
            Names,
            value.Date is { } date ? VietnameseNumber.Day(date) : Number,
            target?.Date is { } day ? VietnameseNumber.Day(day) : Target,
            Value(value.Numerator),
            Value(value.Denominator),
            Value(value.Estimated),
            value.Source switch { null => null, IndicatorValue.FromWaveReport => WaveReport, _ => Months },
            rule.StandardPoints);
    }

    private static string? Value(decimal? value) => value is { } number ? VietnameseNumber.Value(number) : null;
}
