namespace Emulation.Reports.Delivery;

/// <summary>The names of a unit's folders, as reminders print them. Bound from <c>Intake</c>, so that they are the names under which files are taken.</summary>
public sealed record ReminderOptions
{
    /// <summary>The section of the configuration: the intake's own.</summary>
    public const string Section = "Intake";

    /// <summary>Folder in which files are dropped.</summary>
    public string Inbox { get; init; } = "nop";

    /// <summary>Folder in which answers appear.</summary>
    public string Results { get; init; } = "ket-qua";

    /// <summary>Folder of the pre-filled templates.</summary>
    public string Templates { get; init; } = "bieu-mau";
}
