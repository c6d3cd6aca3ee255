using System.Diagnostics;

namespace Emulation.Reports.Storage;

/// <summary>The stages of a run as activities, for traces and for the benchmark that says where the time goes.</summary>
public static class RunStages
{
    /// <summary>Name of the activity source.</summary>
    public const string SourceName = "Emulation.Reports.Runs";

    private static readonly ActivitySource Source = new(SourceName);

    internal static Activity? Start(string stage) => Source.StartActivity(stage);
}
