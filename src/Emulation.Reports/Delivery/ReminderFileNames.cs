using Emulation.Plan;

namespace Emulation.Reports.Delivery;

/// <summary>File names suggested to officers, ASCII: any name is taken, but a speaking one helps the unit itself.</summary>
public static class ReminderFileNames
{
    /// <summary>E.g. <c>so-lieu-thang-3-2020-643.xlsx</c>.</summary>
    public static string Of(FormKind form, Period period, Unit unit)
    {
        ArgumentNullException.ThrowIfNull(period);
        ArgumentNullException.ThrowIfNull(unit);
        return $"{Slug(form)}-{Slug(period)}-{unit.Code.Value.ToLowerInvariant()}.xlsx";
    }

    private static string Slug(FormKind form) => form switch
    {
        FormKind.Registration => "dang-ky-thi-dua",
        FormKind.Initiatives => "de-tai-sang-kien",
        FormKind.Figures => "so-lieu",
        FormKind.WaveReport => "bao-cao-ket-qua",
        FormKind.AwardProposals => "de-nghi-khen-thuong",
        _ => throw new ArgumentOutOfRangeException(nameof(form)),
    };

    private static string Slug(Period period) => period.Code.Value.Split('-') switch
    {
        [var year, ['W', .. var wave]] => $"dot-{wave}-{year}",
        [var year, var month] => $"thang-{month.TrimStart('0')}-{year}",
        _ => $"nam-{period.Code}",
    };
}
