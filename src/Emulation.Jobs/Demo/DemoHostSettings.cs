using Emulation.Jobs.Hosting;

namespace Emulation.Jobs.Demo;

/// <summary>The settings under which the demo runs the host: its own data folder, files taken at first sight, the schedule fired by the demo, pages on a free port.</summary>
internal static class DemoHostSettings
{
    /// <summary>The inbox in a unit's folder, as the intake names it by default.</summary>
    public const string InboxName = "nop";

    public static HostSettings Of(DemoFolder folder, string planCode) => new()
    {
        IsServer = true,
        IsClosed = true,
        LogsToConsole = false,
        Values = new Dictionary<string, string?>
        {
            ["Data:Path"] = folder.Path,
            ["Plan:Code"] = planCode,
            ["Intake:Inbox"] = InboxName,
            ["Intake:Looks"] = "1",
            ["Intake:StableFor"] = "00:00:00",
            // A demo that was stopped for an hour plays the same year.
            ["Intake:SilentAfter"] = "",
            ["Intake:ScrubSample"] = "25",
            ["Intake:TemplateDaysAhead"] = "0",
            // Sixteen reports would take LibreOffice a minute.
            ["Document:Pdf"] = "off",
            ["Schedule:Enabled"] = "false",
            ["Web:Address"] = "http://127.0.0.1:0",
        },
    };
}
