using System.CommandLine;
using System.Globalization;
using System.Text;
using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports;
using Emulation.Reports.Documents.Document;

namespace Emulation.Jobs.Commands;

/// <summary><c>report preview | recipients | test</c>: a look at a report before it goes out.</summary>
internal static class PreviewCommands
{
    public static Command Preview(Argument<string> kind, Func<string, ReportKind> kindOf)
    {
        var period = Arguments.Period();
        var folder = new Option<DirectoryInfo>("--to") { Description = "The folder to write into; made if it is missing.", Required = true };
        var preview = new Command("preview", "Writes a report as it would be mailed now into a folder: mail, files, mailing list. Nothing is published or queued.") { kind, period, folder };
        preview.SetAction((parsed, cancellationToken) => HostedCommand.RunAsync(
            async (services, stop) =>
            {
                var (which, code) = (kindOf(parsed.GetRequiredValue(kind)), await PeriodOfAsync(services, parsed.GetRequiredValue(period), stop));
                var use = services.GetRequiredService<PreviewReport>();
                await WriteAsync(parsed.GetRequiredValue(folder), await use.RunAsync(which, code, DocumentMarking.Draft, stop), await use.RecipientsAsync(which, code, stop), stop);
                return CommandLine.Well;
            },
            cancellationToken));
        return preview;
    }

    public static Command Recipients(Argument<string> kind, Func<string, ReportKind> kindOf)
    {
        var period = Arguments.Period();
        var recipients = new Command("recipients", "Lists who would get a report today: to, cc, and deputies with whom they stand in for.") { kind, period };
        recipients.SetAction((parsed, cancellationToken) => HostedCommand.RunAsync(
            async (services, stop) =>
            {
                var code = await PeriodOfAsync(services, parsed.GetRequiredValue(period), stop);
                var list = await services.GetRequiredService<PreviewReport>().RecipientsAsync(kindOf(parsed.GetRequiredValue(kind)), code, stop);
                await Console.Out.WriteAsync(ListOf(list));
                return CommandLine.Well;
            },
            cancellationToken));
        return recipients;
    }

    public static Command Test(Argument<string> kind, Func<string, ReportKind> kindOf)
    {
        var period = Arguments.Period();
        var address = new Option<string>("--to") { Description = "An address of the office itself, or one on Delivery:AllowList.", Required = true };
        var test = new Command("test", "Mails a report as it would be now, marked as a test, to one address inside. The real mails are untouched.") { kind, period, address };
        test.SetAction((parsed, cancellationToken) => HostedCommand.RunAsync(
            async (services, stop) =>
            {
                var code = await PeriodOfAsync(services, parsed.GetRequiredValue(period), stop);
                await services.GetRequiredService<SendTestReport>().RunAsync(kindOf(parsed.GetRequiredValue(kind)), code, parsed.GetRequiredValue(address), stop);
                await services.GetRequiredService<SendDeliveries>().DrainAsync(stop);
                await Console.Out.WriteLineAsync($"test of {parsed.GetRequiredValue(kind)} {code} queued for {parsed.GetRequiredValue(address)}");
                return CommandLine.Well;
            },
            cancellationToken));
        return test;
    }

    private static async Task<PeriodCode> PeriodOfAsync(IServiceProvider services, string period, CancellationToken cancellationToken) =>
        Arguments.PeriodOf((await services.GetRequiredService<CurrentPlan>().GetAsync(cancellationToken)).Plan, period);

    private static async Task WriteAsync(
        DirectoryInfo folder, ComposedReport made, IReadOnlyList<PreviewedAddressee> list, CancellationToken cancellationToken)
    {
        folder.Create();
        var texts = new Dictionary<string, byte[]>
        {
            ["mail.html"] = Encoding.UTF8.GetBytes(InlinePictures(made)),
            ["mail.txt"] = Encoding.UTF8.GetBytes(made.Report.Mail.Text),
            ["recipients.txt"] = Encoding.UTF8.GetBytes($"{made.Report.Mail.Subject}\n\n{ListOf(list)}"),
        };
        // Names of a report's files are plain by rule: they cannot lead out of the folder.
        foreach (var (name, content) in texts.Concat(made.Report.Files.Select(file => KeyValuePair.Create(Path.GetFileName(file.Name), file.Content.ToArray()))))
        {
            var path = Path.Combine(folder.FullName, name);
            await File.WriteAllBytesAsync(path, content, cancellationToken);
            await Console.Out.WriteLineAsync(path);
        }
    }

    /// <summary>The body with its pictures beside it, as a browser finds them.</summary>
    private static string InlinePictures(ComposedReport made) => made.Report.Files
        .Where(file => file.ContentId is not null)
        .Aggregate(made.Report.Mail.Html, (html, file) => html.Replace($"\"cid:{file.ContentId}\"", $"\"{file.Name}\"", StringComparison.Ordinal));

    private static string ListOf(IReadOnlyList<PreviewedAddressee> list) => string.Concat(list.Select(LineOf));

    private static string LineOf(PreviewedAddressee line)
    {
        var (recipient, replaced, address) = (line.Addressee.Recipient, line.Addressee.Replaced, line.Addressee.Address);
        var deputy = replaced is null ? "" : $", in place of {replaced.Code} {replaced.Name}";
        var hold = line.Hold is { } reason ? $" ({reason.State}: {reason.Reason})" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{(recipient.Kind == RecipientKind.To ? "to" : "cc")}  {address}  {recipient.Code} {recipient.Name}{deputy}{hold}\n");
    }
}
