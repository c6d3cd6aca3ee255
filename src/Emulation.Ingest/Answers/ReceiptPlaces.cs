using System.Globalization;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Answers;

/// <summary>Places in a file as its owner finds them.</summary>
internal static class ReceiptPlaces
{
    /// <summary>E.g. <c>F12</c>, or <c>dòng 12, cột 6</c> in a text file.</summary>
    public static string Of(CellAddress address) =>
        address.Sheet == 0 ? string.Create(CultureInfo.InvariantCulture, $"dòng {address.Row}, cột {address.Column}") : address.ToString();

    /// <summary>The place of a finding; empty for a whole file, and where its sentence begins with the place.</summary>
    public static string Of(Rejection finding)
    {
        if (SaysItsPlace(finding))
        {
            return "";
        }

        var place = finding.Address ?? (finding.RowNumber is { } row ? string.Create(CultureInfo.InvariantCulture, $"dòng {row}") : "");
        return finding.Sheet is { } sheet && place.Length > 0 ? $"{sheet}!{place}" : place;
    }

    private static bool SaysItsPlace(Rejection finding) =>
        (finding.RowNumber is { } row && finding.Message.Contains(string.Create(CultureInfo.InvariantCulture, $"dòng {row}"), StringComparison.OrdinalIgnoreCase))
        || (finding.Address is { } address && finding.Message.Contains(address, StringComparison.OrdinalIgnoreCase));
}
