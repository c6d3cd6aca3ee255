using Emulation.Reports.Documents.Model;

namespace Emulation.Reports.Documents;

/// <summary>Names of a report's files: ASCII, for mail programs disagree about anything else.</summary>
public static class ReportFileNames
{
    /// <summary>E.g. <c>bao-cao-dot-1-2020.xlsx</c>, or <c>bao-cao-nam-2020-ban-2.csv</c> for a second edition.</summary>
    /// <param name="extension">Without the dot.</param>
    public static string Of(ReportCover cover, string extension)
    {
        ArgumentNullException.ThrowIfNull(cover);
        var edition = cover.Edition > 1 ? $"-ban-{cover.Edition}" : "";
        return $"{PeriodSlug(cover)}{edition}.{extension}";
    }

    private static string PeriodSlug(ReportCover cover) => cover.PeriodCode.Split('-') switch
    {
        [var year, ['W', .. var wave]] => $"bao-cao-dot-{Ascii(wave)}-{Ascii(year)}",
        [var year, var month] => $"bao-cao-thang-{Ascii(month.TrimStart('0'))}-{Ascii(year)}",
        [var year] => $"bao-cao-nam-{Ascii(year)}",
        _ => $"bao-cao-{Ascii(cover.PeriodCode)}",
    };

    private static string Ascii(string text) => new([.. text.Where(char.IsAsciiLetterOrDigit)]);
}
