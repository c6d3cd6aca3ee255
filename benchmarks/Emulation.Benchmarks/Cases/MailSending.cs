using System.Globalization;
using Emulation.Benchmarks.Data;
using Emulation.Benchmarks.Hosting;
using Emulation.Benchmarks.Limits;
using Emulation.Benchmarks.Measuring;
using Emulation.Plan;
using Emulation.Reports;
using Emulation.Reports.Delivery;
using Emulation.Reports.Storage;
using Microsoft.Extensions.Options;

namespace Emulation.Benchmarks.Cases;

/// <summary>Handing over mails with a file each, ledger commits before and after every one included, over TLS to a server on the loopback.</summary>
internal sealed class MailSending(BenchSizes sizes) : IBenchmark
{
    private const int FileBytes = 200_000;
    private const string Bare = "bare MailKit, one connection";
    private static readonly Issuer Office = new("Sở Tư pháp", "", "STP", "", "thidua@stp.example", "");

    private readonly BenchPlan plan = new("bench-mail", 3, 4, HasUnitTargets: false);

    public string Code => "M";

    public string Work => string.Create(CultureInfo.InvariantCulture, $"{sizes.Mails} mails of {FileBytes / 1000} KB handed over once, with ledger");

    public double? AimSeconds => null;

    public IReadOnlyList<Limit> Limits { get; } = [new(Bare, 1.2)];

    public async Task<Round> RunAsync(string folder, int number, CancellationToken cancellationToken)
    {
        await using var host = await BenchHost.OpenAsync(folder, plan, cancellationToken);
        await using var server = new MailSink(folder);
        var file = new byte[FileBytes];
        new Random(number).NextBytes(file);
        var options = Options.Create(SettingsFor(server));

        // The first mails of a process pay for its start; both sides begin warm.
        await BareMails.SendAsync(server, file, 3, cancellationToken);
        await OursAsync(host, options, file, "warm", 3, cancellationToken);
        var bare = await Meter.TheirsAsync(() => BareMails.SendAsync(server, file, sizes.Mails, cancellationToken));

        await QueueAsync(host, file, "round", sizes.Mails, cancellationToken);
        await host.SettleAsync(cancellationToken);
        var ours = await Meter.OursAsync(() => DrainAsync(host, options, cancellationToken));
        if (await host.CountAsync("deliveries where state = 'accepted'", cancellationToken) != sizes.Mails + 3 || server.Taken != (2 * sizes.Mails) + 6)
        {
            throw new InvalidOperationException($"The server took {server.Taken} mails.");
        }

        return new Round(ours, [], [new(Bare, bare)]);
    }

    private static DeliveryOptions SettingsFor(MailSink server) => new()
    {
        Transport = DeliveryOptions.Smtp,
        Production = true,
        Server = new SmtpOptions { Host = "localhost", Port = server.Port, CertificateAuthority = server.CertificateAuthority, CheckRevocation = false },
    };

    private static async Task OursAsync(BenchHost host, IOptions<DeliveryOptions> options, byte[] file, string about, int mails, CancellationToken cancellationToken)
    {
        await QueueAsync(host, file, about, mails, cancellationToken);
        await DrainAsync(host, options, cancellationToken);
    }

    private static Task<int> QueueAsync(BenchHost host, byte[] file, string about, int mails, CancellationToken cancellationToken) =>
        host.Get<DeliveryStore>().QueueAsync(
            [.. Enumerable.Range(1, mails).Select(number => NewDelivery.From(
                Office, "bench:" + about, "X", "to", string.Create(CultureInfo.InvariantCulture, $"nguoi-nhan-{number}@stp.example"), BareMails.Subject, BareMails.Text, BareMails.Html) with
            {
                Files = [new MailFile("bao-cao.xlsx", "application/octet-stream", file)],
            })],
            host.Get<TimeProvider>().GetUtcNow(),
            cancellationToken);

    private static Task<DrainedDeliveries> DrainAsync(BenchHost host, IOptions<DeliveryOptions> options, CancellationToken cancellationToken) =>
        new SendDeliveries(
            host.Get<Plan.Storage.CurrentPlan>(), host.Get<DeliveryStore>(), new SmtpTransport(options), new AddressPolicy(options),
            host.Get<TimeProvider>(), options, host.Get<Microsoft.Extensions.Logging.ILogger<SendDeliveries>>()).DrainAsync(cancellationToken);
}
