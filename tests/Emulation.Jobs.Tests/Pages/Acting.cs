using System.Net;
using System.Text.RegularExpressions;
using Emulation.Jobs.Closings;
using Emulation.Jobs.Looks;
using Emulation.Jobs.Tests.Hosting;
using Emulation.Plan;
using Emulation.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace Emulation.Jobs.Tests.Pages;

/// <summary>A person at the pages: signs in by name, sends forms, reads the sentence that comes back.</summary>
internal static partial class Acting
{
    public const string Officer = "Trần Thị Mẫu";
    public const string Viewer = "Lê Văn Xem";
    public const string Password = "mat-khau-cua-nguoi-mau";

    /// <summary>One who decides and one who only looks, beside the office's own account.</summary>
    public static readonly (string, string?)[] People =
    [
        ("Web:People:0:Name", Officer), ("Web:People:0:Password", Password), ("Web:People:0:Role", "office"),
        ("Web:People:1:Name", Viewer), ("Web:People:1:Password", Password), ("Web:People:1:Role", "viewer"),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<HttpClient> SignedInAsync(this HostBench bench, string name)
    {
        var browser = bench.Browser();
        var page = await browser.GetStringAsync("/dang-nhap", Cancellation);
        using var form = new FormUrlEncodedContent(
        [
            new("_handler", "login"), new("__RequestVerificationToken", HostBench.TokenOf(page)), new("PersonName", name), new("Password", Password),
        ]);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync("/dang-nhap", form, Cancellation)).StatusCode);
        return browser;
    }

    /// <summary>Everything the page says, decoded.</summary>
    public static async Task<string> ReadAsync(this HttpClient browser, string path) =>
        WebUtility.HtmlDecode(await browser.GetStringAsync(path, Cancellation));

    /// <summary>Sends the form of a page that leads to <paramref name="action"/>, with its hidden fields and these.</summary>
    public static async Task<HttpResponseMessage> SendAsync(this HttpClient browser, string page, string action, params (string Name, string Value)[] fields) =>
        await browser.SendFormAsync(action, [.. Hidden(await browser.ReadAsync(page), action), .. fields]);

    /// <summary>Sends fields as they are.</summary>
    public static async Task<HttpResponseMessage> SendFormAsync(this HttpClient browser, string action, IEnumerable<(string Name, string Value)> fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await browser.PostAsync(action, form, Cancellation);
    }

    /// <summary>The sentence on the page to which the answer leads.</summary>
    public static async Task<string> SaidAsync(this HttpClient browser, HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return Said().Match(await browser.ReadAsync(answer.Headers.Location!.OriginalString)).Groups[1].Value;
    }

    /// <summary>The hidden fields of the form that leads to <paramref name="action"/>.</summary>
    public static IReadOnlyList<(string Name, string Value)> Hidden(string page, string action)
    {
        var form = Forms().Matches(page).Select(match => match.Value).Single(form => form.Contains($"action=\"{action}\"", StringComparison.Ordinal));
        return [.. HiddenFields().Matches(form).Select(match => (match.Groups[1].Value, match.Groups[2].Value))];
    }

    /// <summary>A report of January whose mails wait.</summary>
    public static async Task<long> PublishAsync(this HostBench bench)
    {
        await using var scope = bench.Host.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<PublishReport>().RunAsync(ReportKind.MonthlyProgress, new PeriodCode("2020-01"), Cancellation)).ReportId;
    }

    /// <summary>Sends what waits, beside the job that the page started: a machine under load may be slow to begin it.</summary>
    public static async Task DrainAsync(this HostBench bench)
    {
        await using var scope = bench.Host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SendDeliveries>().DrainAsync(Cancellation);
    }

    /// <summary>Carries out the looks at the register that were asked for, beside the jobs that the page started.</summary>
    public static async Task LookAsync(this HostBench bench)
    {
        foreach (var number in await bench.RowsAsync("select register_look_id from emulation.register_looks where ended_at is null"))
        {
            await bench.Host.Services.GetRequiredService<LookAgain>().RunAsync(long.Parse(number, System.Globalization.CultureInfo.InvariantCulture), Cancellation);
        }
    }

    /// <summary>Carries out what was ordered about waves, beside the jobs that the page started.</summary>
    public static async Task CarryOutAsync(this HostBench bench)
    {
        foreach (var number in await bench.RowsAsync("select wave_order_id from emulation.wave_orders where ended_at is null"))
        {
            await using var scope = bench.Host.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<OrderClosing>().RunAsync(long.Parse(number, System.Globalization.CultureInfo.InvariantCulture), Cancellation);
        }
    }

    /// <summary>The rows as text, columns by bars.</summary>
    public static async Task<IReadOnlyList<string>> RowsAsync(this HostBench bench, string sql)
    {
        await using var command = bench.Database.OwnerDataSource.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var rows = new List<string>();
        while (await reader.ReadAsync(Cancellation))
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column).ToString())));
        }

        return rows;
    }

    [GeneratedRegex("<p class=\"said (?:good|bad)\"[^>]*>([^<]*)</p>")]
    private static partial Regex Said();

    [GeneratedRegex("<form .*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenFields();

    /// <summary>A queue that loses everything.</summary>
    internal sealed class NoJobs : Hangfire.IBackgroundJobClient
    {
        public string Create(Hangfire.Common.Job job, Hangfire.States.IState state) => "";

        public bool ChangeState(string jobId, Hangfire.States.IState state, string expectedState) => false;
    }
}
