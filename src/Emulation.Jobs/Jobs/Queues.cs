namespace Emulation.Jobs.Jobs;

/// <summary>The queues. Hangfire serves queues in alphabetical order whatever order is asked for, so the letters say the rank; each has a server of its own, so none starves another.</summary>
public static class Queues
{
    /// <summary>Looks, sweeps and slots: short or rare, one or two at a time.</summary>
    public const string Schedule = "a-schedule";

    public const string Mail = "b-mail";

    public const string Ingest = "c-ingest";
}
