using System.Globalization;

namespace Emulation.Plan.Files;

/// <summary>Numbers and dates as faults print them.</summary>
internal static class Invariant
{
    public static string ToInvariant(this int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Without trailing zeros, decimal comma.</summary>
    public static string ToText(this decimal number) => number.ToString("0.######", Texts.Vietnamese);

    public static string ToText(this DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
