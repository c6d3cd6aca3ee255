using System.CommandLine;
using System.Data.Common;
using Microsoft.Extensions.Options;

namespace Emulation.Jobs.Commands;

/// <summary>The command line: the tree of commands, and how faults leave it. Exit codes: 0 well, 1 a fault was found, 2 wrong usage.</summary>
public static class CommandLine
{
    public const int Well = 0;
    public const int FaultFound = 1;
    public const int WrongUsage = 2;

    // Hangfire is given 20 s to finish what it runs; the process must not be cut off before.
    private static readonly InvocationConfiguration Invocation = new()
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = TimeSpan.FromSeconds(40),
    };

    public static RootCommand Create() => new("Emulation.Jobs: from a dropped file to the mailed report.")
    {
        ServeCommand.Create(),
        PlanCommands.Create(),
        ShareCommand.Create(),
        IngestCommand.Create(),
        ExceptionCommands.Create(),
        ReadCommand.Create(),
        ResultCommands.CloseWave(),
        RecomputeCommand.Create(),
        ResultCommands.Score(),
        ReportCommands.Create(),
        TraceCommand.Create(),
        PersonCommand.Create(),
        WaveCommand.Create(),
        MismatchCommands.Create(),
        AuditCommand.Create(),
        AwardCommand.Create(),
        ListCommands.Deliveries(),
        ListCommands.Duties(),
        CalendarCommand.Create(),
        DoctorCommand.Create(),
        Demo.DemoCommand.Create(),
    };

    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var parsed = Create().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await parsed.InvokeAsync(Invocation, CancellationToken.None);
            return WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(Invocation, CancellationToken.None);
        }
        catch (Exception exception) when (Explain(exception) is { } faults)
        {
            foreach (var fault in faults)
            {
                await Console.Error.WriteLineAsync("fault: " + fault);
            }

            return FaultFound;
        }
    }

    /// <summary>The sentences for a fault an administrator can mend; null for one that needs the stack trace.</summary>
    internal static IEnumerable<string>? Explain(Exception exception) => exception switch
    {
        OptionsValidationException options => options.Failures,
        AggregateException many when many.InnerExceptions.All(inner => inner is OptionsValidationException) =>
            many.InnerExceptions.Cast<OptionsValidationException>().SelectMany(inner => inner.Failures),
        Hosting.PostgresMissingException or InvalidOperationException or ArgumentException or IOException or UnauthorizedAccessException or InvalidDataException => [exception.Message],
        DbException => ["PostgreSQL: " + exception.Message],
        OperationCanceledException => ["stopped before the end"],
        _ => null,
    };
}
