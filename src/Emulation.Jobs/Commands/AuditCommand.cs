using System.CommandLine;
using System.Globalization;
using Emulation.Reports;
using Emulation.Reports.Auditing;
using Emulation.Reports.Storage;

namespace Emulation.Jobs.Commands;

/// <summary><c>audit verify</c> and <c>audit list</c>: who changed what, and the proof that nobody altered it since.</summary>
internal static class AuditCommand
{
    private static readonly Dictionary<string, string> Things = new(StringComparer.Ordinal)
    {
        ["delivery_events"] = "mail",
        ["mismatch_decisions"] = "mismatch",
        ["mismatch_follow_ups"] = "mismatch",
        ["mismatch_follow_up_ends"] = "follow-up",
    };

    public static Command Create() => new("audit", "The audit log: every change of plan, data, scores, closings and mails.") { Verify(), List() };

    private static Command Verify()
    {
        var heads = new Option<string[]>("--head") { Description = "The line 'Nhật ký kiểm toán' of a report, number:hash; may be given several times." };
        var command = new Command("verify", "Computes every hash of the audit chain again, and compares it with what reports printed.") { heads };
        command.SetAction((parsed, cancellationToken) => HostedCommand.RunAsync(
            async (services, stop) =>
            {
                var verified = await services.GetRequiredService<VerifyAudit>().RunAsync(parsed.GetValue(heads) ?? [], stop);
                foreach (var fault in verified.Faults)
                {
                    await Console.Error.WriteLineAsync("fault: " + fault);
                }

                await Console.Out.WriteLineAsync(verified.Head is { } head ? $"head {head}" : "nothing has been recorded yet");
                return verified.Faults.Count == 0 ? CommandLine.Well : CommandLine.FaultFound;
            },
            cancellationToken));
        return command;
    }

    private static Command List()
    {
        var kind = new Option<string?>("--kind") { Description = "Only entries of that kind, e.g. wave-closed." };
        var limit = new Option<int>("--limit") { Description = "How many, the newest first.", DefaultValueFactory = _ => 50 };
        var command = new Command("list", "Lists the newest entries of the audit log.") { kind, limit };
        command.SetAction((parsed, cancellationToken) => HostedCommand.RunAsync(
            async (services, stop) =>
            {
                foreach (var listed in await services.GetRequiredService<AuditStore>().ListAsync(parsed.GetValue(kind), parsed.GetValue(limit), stop))
                {
                    await Console.Out.WriteLineAsync(Line(listed));
                }

                return CommandLine.Well;
            },
            cancellationToken));
        return command;
    }

    private static string Line(ListedAuditEntry listed) => string.Create(
        CultureInfo.InvariantCulture,
        $"{listed.Number?.ToString(CultureInfo.InvariantCulture) ?? "waiting",8}  {listed.Entry.RecordedAt:yyyy-MM-dd HH:mm:ss}Z  {listed.Entry.Kind,-18}  {listed.Entry.Actor}  {SubjectOf(listed.Entry)}  {listed.Entry.Payload}");

    // The chain keeps the name of the table the entry came from; people know the thing its number belongs to.
    private static string SubjectOf(AuditEntry entry)
    {
        var parts = entry.Subject.Split(' ', 2);
        return parts is [var table, var number] && Things.TryGetValue(table, out var thing) ? $"{thing} {number}" : entry.Subject;
    }
}
