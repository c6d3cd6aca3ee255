using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Tests.Closing;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace Emulation.Reports.Tests.Delivery;

/// <summary>A room whose units have reported their first wave, with mails as files in a folder of its own.</summary>
internal sealed class ReportRoom : IAsyncDisposable
{
    private static readonly DateTimeOffset InTime = new(2020, 6, 25, 3, 0, 0, TimeSpan.Zero);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("emulation-mails-");
    private ResultsRoom results = null!;
    private int reported;

    public FakeTimeProvider Clock => results.Clock;

    public StoredPlan Plan => results.Plan;

    public NpgsqlDataSource Database => results.Database.DataSource;

    /// <summary>The mails written so far.</summary>
    public IReadOnlyList<string> Mails => [.. folder.GetFiles("*.eml", SearchOption.AllDirectories).Select(file => file.FullName)];

    public static async Task<ReportRoom> OpenAsync(CancellationToken cancellationToken)
    {
        var room = new ReportRoom();
        room.results = await ResultsRoom.OpenAsync(
            new Dictionary<string, string?> { ["Delivery:Folder"] = room.folder.FullName, ["Delivery:AllowList:0"] = "xem@ngoai.example" }, cancellationToken);
        foreach (var unit in room.Plan.Plan.Units.Take(3))
        {
            await room.ReportAsync(unit, 1m, cancellationToken);
        }

        return room;
    }

    public T Get<T>()
        where T : notnull => results.Get<T>();

    /// <summary>Applies the plan with one file changed.</summary>
    public Task ApplyAsync(string file, Func<string, string> change, CancellationToken cancellationToken) => results.ApplyAsync(
        texts =>
        {
            texts[file] = change(texts[file]);
            return texts;
        },
        cancellationToken);

    /// <summary>The unit reports that share of its targets of the first wave.</summary>
    public Task<long> ReportAsync(Unit unit, decimal share, CancellationToken cancellationToken)
    {
        var wave = Plan.Plan.PeriodByCode(new PeriodCode("2020-W1"));
        return results.Intake.AcceptAsync(unit.Code, FormKind.WaveReport, wave.Code, InTime.AddSeconds(++reported), WaveFigures.Of(Plan.Plan, unit, wave, share), cancellationToken);
    }

    public Task<DrainedDeliveries> DrainAsync(CancellationToken cancellationToken) => Get<SendDeliveries>().DrainAsync(cancellationToken);

    public async Task<T> ScalarAsync<T>(string sql, CancellationToken cancellationToken)
    {
        await using var command = Database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public async ValueTask DisposeAsync()
    {
        await results.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
