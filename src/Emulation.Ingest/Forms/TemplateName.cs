using Emulation.Plan;

namespace Emulation.Ingest.Forms;

/// <summary>What a template is called: what an officer would call it, in ASCII, e.g. <c>so-lieu-2020-03.xlsx</c>, <c>bao-cao-dot-1-2020.xlsx</c>.</summary>
public static class TemplateName
{
    public static string OfWorkbook(FormKind form, PeriodCode period) => Stem(form, period) + ".xlsx";

    /// <summary>The name beside a file of the same name that is an officer's own.</summary>
    public static string OfSecondWorkbook(FormKind form, PeriodCode period, TemplateStamp stamp) => $"{Stem(form, period)}-{Suffix(stamp)}.xlsx";

    /// <summary>A text file can carry no remark: its stamp stands in its name.</summary>
    public static string OfText(FormKind form, PeriodCode period, TemplateStamp stamp) => $"{Stem(form, period)}-{Suffix(stamp)}.csv";

    private static string Suffix(TemplateStamp stamp)
    {
        ArgumentNullException.ThrowIfNull(stamp);
        return stamp.Check.ToLowerInvariant();
    }

    private static string Stem(FormKind form, PeriodCode period) => form switch
    {
        FormKind.Figures => "so-lieu-" + Slug(period),
        FormKind.WaveReport => "bao-cao-" + Slug(period),
        FormKind.Registration => "dang-ky-thi-dua-" + Slug(period),
        FormKind.Initiatives => "sang-kien-" + Slug(period),
        _ => "de-nghi-khen-thuong-" + Slug(period),
    };

    private static string Slug(PeriodCode period) => period.Value.Split('-') switch
    {
        [var year, ['W', .. var wave]] => $"dot-{Ascii(wave)}-{Ascii(year)}",
        [var year, var month] => $"{Ascii(year)}-{Ascii(month)}",
        _ => Ascii(period.Value),
    };

    private static string Ascii(string text) => new([.. text.Where(char.IsAsciiLetterOrDigit)]);
}
