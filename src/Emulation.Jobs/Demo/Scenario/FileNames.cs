using System.Globalization;
using System.Text;
using Emulation.Jobs.Demo.OfficerFiles;
using Emulation.Plan;

namespace Emulation.Jobs.Demo.Scenario;

/// <summary>How officers call their files: with accents or without, with blanks, now and then from a Mac.</summary>
public sealed class FileNames(Dice dice)
{
    /// <summary>The name of a report; <paramref name="mark"/> is what the officer adds to a later one, e.g. <c> (sửa)</c>.</summary>
    public string Of(Unit unit, FormKind form, Period period, OfficerStyle style, string mark)
    {
        var habit = dice.Between(0, 2, "name", unit.Code.Value);
        var name = Stem(form, period, unit, habit) + mark + style.Extension;
        // A Mac decomposes accents; the name must come out the same.
        return dice.Share("mac", unit.Code.Value) < 0.06 ? name.Normalize(NormalizationForm.FormD) : name;
    }

    private static string Stem(FormKind form, Period period, Unit unit, int habit) => (form, habit) switch
    {
        (FormKind.Figures, 0) => string.Create(CultureInfo.InvariantCulture, $"BC thi dua T{period.To.Month}-{period.To.Year}"),
        (FormKind.Figures, 1) => string.Create(CultureInfo.InvariantCulture, $"Báo cáo tháng {period.To.Month} - {unit.ShortName}"),
        (FormKind.Figures, _) => "so-lieu-" + period.Code.Value,
        (FormKind.WaveReport, 0) => "BC " + period.Name.Replace('/', '-'),
        (FormKind.WaveReport, 1) => $"Báo cáo {period.Name} {unit.ShortName} (chính thức)",
        (FormKind.WaveReport, _) => "bao-cao-" + period.Code.Value,
        (FormKind.Registration, 1) => "Đăng ký thi đua " + unit.ShortName,
        (FormKind.Registration, _) => "dang ky thi dua 2020",
        (FormKind.Initiatives, 1) => "Danh sách sáng kiến " + unit.ShortName,
        (FormKind.Initiatives, _) => "sang kien 2020",
        (_, 1) => "Hồ sơ đề nghị khen thưởng " + unit.ShortName,
        _ => "de nghi khen thuong 2020",
    };
}
