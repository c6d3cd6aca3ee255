using System.Globalization;

namespace Emulation.Reports.Documents;

/// <summary>How numbers, dates and times are written for Vietnamese readers: 1.234,56 – 30/06/2020 – 08:00 ngày 30/06/2020.</summary>
/// <remarks>Written out here instead of taken from the system's vi-VN data, so that an update of the system never changes a report.</remarks>
public static class VietnameseFormat
{
    private static readonly NumberFormatInfo Numbers = NumberFormatInfo.ReadOnly(new NumberFormatInfo
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = ".",
        NumberGroupSizes = [3],
        NegativeSign = "-",
    });

    /// <summary>A number with exactly so many decimals, rounded away from zero.</summary>
    public static string Fixed(decimal value, int places) =>
        decimal.Round(value, places, MidpointRounding.AwayFromZero).ToString("N" + places.ToString(CultureInfo.InvariantCulture), Numbers);

    /// <summary>A number with at most two decimals and no trailing zeros.</summary>
    public static string Number(decimal value) =>
        decimal.Round(value, 2, MidpointRounding.AwayFromZero).ToString("#,##0.##", Numbers);

    public static string Number(int value) => value.ToString("#,##0", Numbers);

    /// <summary>Points: two decimals.</summary>
    public static string Points(decimal value) => Fixed(value, 2);

    /// <summary>Per cent 0–100 with one decimal and the sign, e.g. <c>87,5%</c>.</summary>
    public static string Percent(decimal value) => Fixed(value, 1) + "%";

    public static string Date(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>Day and month only, where the year is plain from the heading.</summary>
    public static string ShortDate(DateOnly day) => day.ToString("dd/MM", CultureInfo.InvariantCulture);

    /// <summary>A local date and time, e.g. <c>08:00 ngày 30/06/2020</c>.</summary>
    public static string Moment(DateTime local) => local.ToString("HH:mm 'ngày' dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>Names in one sentence: <c>a, b, c và 4 đơn vị khác</c>.</summary>
    public static string List(IReadOnlyCollection<string> names, int atMost) =>
        names.Count <= atMost
            ? string.Join(", ", names)
            : Texts.Get("List.AndOthers", string.Join(", ", names.Take(atMost)), Number(names.Count - atMost));
}
