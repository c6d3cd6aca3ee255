using System.Globalization;

namespace Emulation.Jobs.Hosting;

/// <summary>The process-wide culture. Every text made for people names its culture; what names none must not depend on the machine.</summary>
public static class Cultures
{
    public static void UseInvariant()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
    }
}
