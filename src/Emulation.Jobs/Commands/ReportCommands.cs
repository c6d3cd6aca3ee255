using System.CommandLine;
using System.Globalization;
using Emulation.Jobs.Pages.Storage;
using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports;

namespace Emulation.Jobs.Commands;

/// <summary><c>report publish | reissue | list | files | export | template</c>: reports by hand, and the files they consist of.</summary>
internal static class ReportCommands
{
    public static Command Create()
    {
        var kind = new Argument<string>("kind") { Description = "monthly-progress, wave-interim or final." };
        kind.AcceptOnlyFromAmong("monthly-progress", "wave-interim", "final");
        return new Command("report", "Reports.")
        {
            Publish(kind), DecisionCommands.Reissue(kind, KindOf), List(), Files(), Export(),
            PreviewCommands.Preview(kind, KindOf), PreviewCommands.Recipients(kind, KindOf), PreviewCommands.Test(kind, KindOf),
            ReleaseCommands.Hold(), ReleaseCommands.Release(), ReleaseCommands.Resend(), TemplateCommand.Create(),
        };
    }

    private static Command Publish(Argument<string> kind)
    {
        var period = Arguments.Period();
        var publish = new Command("publish", "Makes a report and queues its mails. Publishing again changes nothing.") { kind, period };
        publish.SetAction((parsed, cancellationToken) => HostedCommand.RunAsync(
            (services, stop) => PublishAsync(services, parsed.GetRequiredValue(kind), parsed.GetRequiredValue(period), stop), cancellationToken));
        return publish;
    }

    private static Command List()
    {
        var list = new Command("list", "Lists the reports that were made, the newest first, with their files.");
        list.SetAction((_, cancellationToken) => HostedCommand.RunAsync(ListAsync, cancellationToken));
        return list;
    }

    private static Command Files()
    {
        var id = ReportId();
        var files = new Command("files", "Lists the files of a report with size and SHA-256.") { id };
        files.SetAction((parsed, cancellationToken) => HostedCommand.RunAsync(
            (services, stop) => FilesAsync(services, parsed.GetRequiredValue(id), stop), cancellationToken));
        return files;
    }

    private static Command Export()
    {
        var id = ReportId();
        var folder = new Option<DirectoryInfo>("--to") { Description = "The folder to write into; made if it is missing.", Required = true };
        var only = new Option<string?>("--file") { Description = "Only the file of that name." };
        var export = new Command("export", "Writes the files of a report, as they were made, into a folder.") { id, folder, only };
        export.SetAction((parsed, cancellationToken) => HostedCommand.RunAsync(
            (services, stop) => ExportAsync(services, parsed.GetRequiredValue(id), parsed.GetRequiredValue(folder), parsed.GetValue(only), stop), cancellationToken));
        return export;
    }

    private static Argument<long> ReportId() => new("id") { Description = "The id of a report, as 'report list' shows it." };

    private static async Task<int> PublishAsync(IServiceProvider services, string kind, string period, CancellationToken cancellationToken)
    {
        var plan = (await services.GetRequiredService<CurrentPlan>().GetAsync(cancellationToken)).Plan;
        var report = await services.GetRequiredService<PublishReport>().RunAsync(KindOf(kind), Arguments.PeriodOf(plan, period), cancellationToken);
        await services.GetRequiredService<SendDeliveries>().DrainAsync(cancellationToken);
        await Console.Out.WriteLineAsync(FormattableString.Invariant(
            $"report {report.ReportId}: {(report.WasPublishedBefore ? "was published before" : "published")}, {report.Deliveries} deliveries"));
        return CommandLine.Well;
    }

    private static async Task<int> ListAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var plan = (await services.GetRequiredService<CurrentPlan>().GetAsync(cancellationToken)).Plan;
        foreach (var report in await services.GetRequiredService<PageQueries>().ReportsAsync(plan.Code, cancellationToken))
        {
            var files = string.Join(", ", report.FileNames);
            await Console.Out.WriteLineAsync(FormattableString.Invariant(
                $"report {report.ReportId}: {report.Kind} {report.PeriodCode}, edition {report.Edition}, {report.Status}, {report.Accepted} mails accepted; {files}"));
        }

        return CommandLine.Well;
    }

    private static async Task<int> FilesAsync(IServiceProvider services, long id, CancellationToken cancellationToken)
    {
        var files = await services.GetRequiredService<PageQueries>().ReportFilesAsync(id, cancellationToken);
        foreach (var file in files)
        {
            var use = file switch
            {
                { MayLeave: false } => "waits for the release",
                { Stage: "draft" } => "kept, marked as a draft",
                { IsAttached: true } => "attached",
                _ => file.ContentId is null ? "kept" : "in the mail",
            };
            await Console.Out.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{file.Position} {file.Name}, {file.Size} bytes, {use}, sha-256 {Convert.ToHexStringLower(file.Hash)}"));
        }

        return files.Count > 0 ? CommandLine.Well : await UnknownAsync(id);
    }

    private static async Task<int> ExportAsync(IServiceProvider services, long id, DirectoryInfo folder, string? only, CancellationToken cancellationToken)
    {
        var queries = services.GetRequiredService<PageQueries>();
        var files = (await queries.ReportFilesAsync(id, cancellationToken)).Where(file => file.MayLeave && (only is null || file.Name == only)).ToList();
        folder.Create();
        foreach (var file in files)
        {
            // The name is plain by a constraint of the table: it cannot lead out of the folder.
            var path = Path.Combine(folder.FullName, file.Name);
            await File.WriteAllBytesAsync(path, (await queries.ReportFileAsync(id, file.Name, cancellationToken))!.Value.Content, cancellationToken);
            await Console.Out.WriteLineAsync(path);
        }

        return files.Count > 0 ? CommandLine.Well : await UnknownAsync(id);
    }

    private static ReportKind KindOf(string name) => name switch
    {
        "monthly-progress" => ReportKind.MonthlyProgress,
        "wave-interim" => ReportKind.WaveInterim,
        _ => ReportKind.Final,
    };

    private static async Task<int> UnknownAsync(long id)
    {
        await Console.Error.WriteLineAsync(FormattableString.Invariant($"fault: there is no such file of a report {id}."));
        return CommandLine.FaultFound;
    }
}
