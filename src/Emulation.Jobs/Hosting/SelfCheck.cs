using System.Globalization;
using System.Text;

namespace Emulation.Jobs.Hosting;

/// <summary>One thing that was looked at: whether it is well, what was seen and, if not, how to mend it.</summary>
/// <param name="Name">Short name, e.g. <c>time zone</c>.</param>
/// <param name="Seen">What was found.</param>
/// <param name="Cure">How to mend it; null when there is nothing to do.</param>
/// <param name="IsWarning">True for what a person should see to in time, though nothing is wrong yet.</param>
public sealed record SelfCheck(string Name, string Seen, string? Cure, bool IsWarning = false)
{
    public bool IsWell => Cure is null || IsWarning;
}

/// <summary>What this process needs of the machine before any Vietnamese text or date is touched. Without it names and dates would go wrong silently.</summary>
public static class SelfChecks
{
    /// <summary>The zone of the office this program was written for; a plan names its own.</summary>
    public const string OfficeZone = "Asia/Ho_Chi_Minh";

    /// <summary>All checks of the runtime, well or not.</summary>
    public static IReadOnlyList<SelfCheck> OfRuntime() => [UnicodeData(), VietnameseCulture(), TimeZone()];

    /// <summary>Refuses to go on where a check of the runtime fails.</summary>
    /// <exception cref="InvalidOperationException">Names every failed check and its cure.</exception>
    public static void Require()
    {
        var faults = OfRuntime().Where(check => !check.IsWell).ToList();
        if (faults.Count > 0)
        {
            throw new InvalidOperationException(string.Join('\n', faults.Select(fault => $"{fault.Name}: {fault.Seen}. {fault.Cure}")));
        }
    }

    private static SelfCheck UnicodeData()
    {
        // U+1EBF is e + circumflex + acute: three code points when decomposed, one where ICU is missing.
        var length = "\u1EBF".Normalize(NormalizationForm.FormD).Length;
        return new("unicode data", $"\u1EBF decomposes into {length.ToString(CultureInfo.InvariantCulture)} code points", length == 3
            ? null
            : "Install ICU (Debian: apt-get install libicu72) and unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.");
    }

    private static SelfCheck VietnameseCulture()
    {
        try
        {
            var sample = 1234.56m.ToString("N2", CultureInfo.GetCultureInfo("vi-VN"));
            return new("culture vi-VN", sample, sample == "1.234,56" ? null : "Install ICU with Vietnamese locale data.");
        }
        catch (CultureNotFoundException exception)
        {
            return new("culture vi-VN", exception.Message, "Install ICU and unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.");
        }
    }

    private static SelfCheck TimeZone()
    {
        const string cure = "Install the time zone database (Debian: apt-get install tzdata).";
        try
        {
            var offset = TimeZoneInfo.FindSystemTimeZoneById(OfficeZone).BaseUtcOffset;
            return new("time zone", $"{OfficeZone} is UTC+{offset.TotalHours.ToString(CultureInfo.InvariantCulture)}", offset == TimeSpan.FromHours(7) ? null : cure);
        }
        catch (Exception exception) when (exception is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            return new("time zone", exception.Message, cure);
        }
    }
}
