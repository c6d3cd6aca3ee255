using System.Globalization;
using Emulation.Plan;
using Emulation.Reports.Delivery;
using Emulation.Reports.Storage;
using Emulation.Reports.Tests.Closing;
using Emulation.TestSupport;
using Npgsql;

namespace Emulation.Reports.Tests.Delivery;

/// <summary>A room with queued mails, a mail server that can fail, and a folder of its own.</summary>
internal sealed class MailRoom : IAsyncDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"emulation-mails-{Guid.NewGuid():N}");

    public FakeSmtpServer Server { get; } = new();

    public ResultsRoom Results { get; private set; } = null!;

    public int MailFiles => Directory.Exists(folder) ? Directory.GetFiles(folder, "*.eml", SearchOption.AllDirectories).Length : 0;

    public static Task<MailRoom> OpenAsync(string transport, CancellationToken cancellationToken, string allowList = "@stp.example") =>
        OpenAsync(transport, allowList, [], cancellationToken);

    /// <param name="others">Further settings of the host.</param>
    public static async Task<MailRoom> OpenAsync(
        string transport, string allowList, IEnumerable<KeyValuePair<string, string?>> others, CancellationToken cancellationToken)
    {
        var room = new MailRoom();
        var settings = room.Settings(transport, allowList);
        foreach (var (key, value) in others)
        {
            settings[key] = value;
        }

        room.Results = await ResultsRoom.OpenAsync(settings, cancellationToken);
        return room;
    }

    /// <summary>Queues mails to that many addresses, or to those given.</summary>
    public async Task QueueAsync(CancellationToken cancellationToken, params string[] addresses)
    {
        var issuer = Results.Plan.Plan.Issuer;
        var mails = addresses.Select(address => NewDelivery.From(issuer, "reminder:test", "X", "to", address, "Chủ đề", "Nội dung", "<p>Nội dung</p>"));
        await Results.Get<DeliveryStore>().QueueAsync([.. mails], Results.Clock.GetUtcNow(), cancellationToken);
    }

    public Task<DrainedDeliveries> DrainAsync(CancellationToken cancellationToken) => Results.Get<SendDeliveries>().DrainAsync(cancellationToken);

    /// <summary>Drains and dies at the fail point, as by a power cut: nothing after it happens.</summary>
    public async Task DieAtAsync(string failPoint, CancellationToken cancellationToken)
    {
        FailPoint.Armed = name =>
        {
            if (name == failPoint)
            {
                throw new PowerCutException();
            }
        };
        try
        {
            await Assert.ThrowsAsync<PowerCutException>(() => DrainAsync(cancellationToken));
        }
        finally
        {
            FailPoint.Armed = null;
        }
    }

    /// <summary>Drains and dies at the fail point of that number, whichever it is.</summary>
    /// <returns>False if the drain ended before.</returns>
    public async Task<bool> DieAfterAsync(int failPoints, CancellationToken cancellationToken)
    {
        var passed = 0;
        FailPoint.Armed = _ =>
        {
            if (Interlocked.Increment(ref passed) >= failPoints)
            {
                throw new PowerCutException();
            }
        };
        try
        {
            await DrainAsync(cancellationToken);
            return false;
        }
        catch (PowerCutException)
        {
            return true;
        }
        finally
        {
            FailPoint.Armed = null;
        }
    }

    /// <summary>State and number of mails, e.g. <c>accepted 3, uncertain 1</c>.</summary>
    public async Task<string> StatesAsync(CancellationToken cancellationToken)
    {
        await using var command = Results.Database.DataSource.CreateCommand(
            "select coalesce(string_agg(state || ' ' || mails, ', ' order by state), '') from (select state, count(*) as mails from emulation.deliveries group by state) as counted");
        return (string)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public async Task<T> ScalarAsync<T>(string sql, CancellationToken cancellationToken)
    {
        await using var command = Results.Database.DataSource.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>The addresses whose mails are in a state.</summary>
    public async Task<string[]> AddressesAsync(string state, CancellationToken cancellationToken) =>
        (await ScalarAsync<string>($"select coalesce(string_agg(address, ' '), '') from emulation.deliveries where state = '{state}'", cancellationToken))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What a sender in a process of its own needs to do the same (tests/Emulation.TestSender).</summary>
    public IEnumerable<string> ArgumentsOfASender(int parallel) => ArgumentsOfASender(parallel, Server.Port, Server.CertificateAuthority);

    /// <param name="others">Further arguments: the login of a server that asks for one.</param>
    public IEnumerable<string> ArgumentsOfASender(int parallel, int port, string authority, params string[] others) =>
    [
        "database=" + Results.Database.ConnectionString, "plan=dak-lak-2020", "allow=@stp.example", "host=localhost", "authority=" + authority,
        FormattableString.Invariant($"port={port}"), FormattableString.Invariant($"parallel={parallel}"), .. others,
    ];

    public async ValueTask DisposeAsync()
    {
        await Results.DisposeAsync();
        await Server.DisposeAsync();
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private Dictionary<string, string?> Settings(string transport, string allowList) => new()
    {
        ["Delivery:Transport"] = transport,
        ["Delivery:Folder"] = folder,
        ["Delivery:AllowList:0"] = allowList,
        ["Delivery:Server:Host"] = Server.Host,
        ["Delivery:Server:Port"] = Server.Port.ToString(CultureInfo.InvariantCulture),
        ["Delivery:Server:CertificateAuthority"] = Server.CertificateAuthority,
        ["Delivery:Server:CheckRevocation"] = "false",
        ["Delivery:Server:CommandTimeout"] = "00:00:10",
        ["Delivery:Server:FinalTimeout"] = "00:00:01",
    };
}

/// <summary>The process ended here.</summary>
internal sealed class PowerCutException : Exception;
