// A process that sends what waits and dies as by a power cut when it reaches a step, so that a test can kill it there.
// Arguments as name=value: database, plan, host, port, authority, allow, user, password, parallel; step and passes (how often the step is passed first).
// Put together by hand: binding settings and building a container would cost more than all the sending.
using System.Diagnostics;
using System.Globalization;
using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports;
using Emulation.Reports.Delivery;
using Emulation.Reports.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;

var said = args.Select(argument => argument.Split('=', 2)).ToDictionary(parts => parts[0], parts => parts[1]);
var settings = Options.Create(new DeliveryOptions
{
    Transport = DeliveryOptions.Smtp,
    AllowList = [said["allow"]],
    Parallel = Number("parallel"),
    Server = new SmtpOptions
    {
        Host = said["host"],
        Port = Number("port"),
        CertificateAuthority = said["authority"],
        CheckRevocation = false,
        UserName = said.GetValueOrDefault("user"),
        Password = said.GetValueOrDefault("password"),
        CommandTimeout = TimeSpan.FromSeconds(30),
        FinalTimeout = TimeSpan.FromSeconds(30),
    },
});
await using var database = new NpgsqlSlimDataSourceBuilder(said["database"] + ";Enlist=false;Server Compatibility Mode=NoTypeLoading").Build();
var plans = new CurrentPlan(new PlanStore(database, TimeProvider.System), Options.Create(new PlanOptions { Code = said["plan"] }));
var left = Number("passes");
FailPoint.Armed = reached =>
{
    var passesLeft = reached == said["step"] ? Interlocked.Decrement(ref left) : 0;
    if (passesLeft == -1)
    {
        Console.Out.Write(reached);
        Process.GetCurrentProcess().Kill();
    }

    if (passesLeft < 0)
    {
        Thread.Sleep(Timeout.Infinite);
    }
};
var send = new SendDeliveries(
    plans, new DeliveryStore(database), new SmtpTransport(settings), new AddressPolicy(settings), TimeProvider.System, settings, NullLogger<SendDeliveries>.Instance);
await send.DrainAsync(CancellationToken.None);

int Number(string name) => int.Parse(said[name], CultureInfo.InvariantCulture);
