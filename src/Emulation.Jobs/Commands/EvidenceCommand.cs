using System.CommandLine;
using System.Globalization;
using Emulation.Reports;
using Emulation.Reports.Evidence;
using Emulation.Reports.Storage;

namespace Emulation.Jobs.Commands;

/// <summary><c>score evidence</c>: the files behind bonus, penalty and the council's figures, listed or written out as they were handed in.</summary>
internal static class EvidenceCommand
{
    public static Command Create()
    {
        var number = new Argument<long?>("number") { Description = "The number of an evidence file, as score cards print it; all are listed without it.", Arity = ArgumentArity.ZeroOrOne };
        var folder = new Option<DirectoryInfo?>("--to") { Description = "The folder to write the file into; made if it is missing." };
        var command = new Command("evidence", "Lists the files that prove bonus, penalty and council's figures, or writes one out.") { number, folder };
        command.Validators.Add(result =>
        {
            if (result.GetValue(folder) is not null && result.GetValue(number) is null)
            {
                result.AddError("--to needs the number of an evidence file.");
            }
        });
        command.SetAction((parsed, cancellationToken) => HostedCommand.RunAsync(
            (services, stop) => parsed.GetValue(number) is { } one ? OneAsync(services, one, parsed.GetValue(folder), stop) : ListAsync(services, stop), cancellationToken));
        return command;
    }

    /// <summary>The option by which a command takes such a file.</summary>
    public static Option<FileInfo> FileOption() =>
        new Option<FileInfo>("--evidence-file") { Description = "The document itself, e.g. a scan; it is kept as it is." }.AcceptExistingOnly();

    /// <summary>The file as it is handed in; the caller closes its content. Null for none.</summary>
    public static OfferedEvidence? Offered(FileInfo? file) => file is null ? null : new OfferedEvidence(file.Name, file.OpenRead());

    private static async Task<int> ListAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        foreach (var evidence in await services.GetRequiredService<EvidenceStore>().ListAsync(null, cancellationToken))
        {
            await Console.Out.WriteLineAsync(Line(evidence));
        }

        return CommandLine.Well;
    }

    private static async Task<int> OneAsync(IServiceProvider services, long number, DirectoryInfo? folder, CancellationToken cancellationToken)
    {
        if (await services.GetRequiredService<EvidenceStore>().FindAsync(number, cancellationToken) is not { } evidence)
        {
            await Console.Error.WriteLineAsync(FormattableString.Invariant($"fault: there is no evidence {number}."));
            return CommandLine.FaultFound;
        }

        var written = folder is null ? Line(evidence) : await services.GetRequiredService<CheckEvidence>().WriteAsync(evidence, folder, cancellationToken);
        await Console.Out.WriteLineAsync(written);
        return CommandLine.Well;
    }

    private static string Line(StoredEvidence evidence) => string.Create(
        CultureInfo.InvariantCulture,
        $"evidence {evidence.File.Number}: {evidence.File.Name}, {evidence.Size} bytes, sha-256 {evidence.File.Hash}, of {evidence.Unit} in {evidence.Period} ({evidence.Decision}), kept by {evidence.KeptBy} at {evidence.KeptAt:yyyy-MM-dd HH:mm}Z{(evidence.ErasureId is { } erasure ? string.Create(CultureInfo.InvariantCulture, $", given up by erasure {erasure}") : "")}");
}
