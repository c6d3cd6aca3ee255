using System.Diagnostics;
using System.Text.RegularExpressions;
using Emulation.Jobs.Demo;
using Emulation.Jobs.Tests.Hosting;

namespace Emulation.Jobs.Tests.Demo;

/// <summary>Every command of README.md does what README.md says, on the data of a played year.</summary>
[Collection(PlayedYear.Collection)]
public sealed partial class ReadmeTests(PlayedYear year)
{
    // demo made the played year; test is what runs now; bench has a test program of its own.
    private static readonly string[] RunElsewhere = ["demo", "test", "bench --quick"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Commands => [.. CommandsOf(File.ReadAllText(Checkout.Path("README.md"))).Except([.. RunElsewhere, "serve"])];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Readme_Command_EndsWell(string command)
    {
        using var process = Start(command);
        var output = process.StandardOutput.ReadToEndAsync(Cancellation);
        var faults = process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);

        Assert.True(process.ExitCode == 0, $"{command} ended with {process.ExitCode}: {await faults}{await output}");
        Assert.NotEqual("", (await output).Trim());
    }

    [Fact]
    public async Task Readme_Serve_ServesTheSignInPageAndStopsWhenTold()
    {
        using var process = Start("serve", ("Emulation__Web__Address", "http://127.0.0.1:0"), ("Emulation__Schedule__Enabled", "false"));
        var line = "";
        while (!line.Contains("http://127.0.0.1:", StringComparison.Ordinal))
        {
            line = await process.StandardOutput.ReadLineAsync(Cancellation) ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(Cancellation));
        }

        using var browser = new HttpClient { BaseAddress = new Uri(AddressPattern().Match(line).Value) };
        var page = await browser.GetStringAsync("/", Cancellation);
        Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]).WaitForExit();
        var rest = process.StandardOutput.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);

        Assert.Contains("password", page, StringComparison.OrdinalIgnoreCase);
        Assert.True(process.ExitCode == 0, await rest);
    }

    [Fact]
    public void Readme_ItsTwoCommands_AreDemoAndTest() =>
        Assert.Equal(["demo", "test"], CommandsOf(File.ReadAllText(Checkout.Path("README.md"))).Take(2));

    private static IEnumerable<string> CommandsOf(string readme) =>
        CommandPattern().Matches(readme).Select(match => match.Groups["words"].Value.Split('#')[0].Trim());

    private Process Start(string command, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(DemoClock).Assembly.Location, .. command.Split(' ', StringSplitOptions.RemoveEmptyEntries)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Checkout.Path(""),
        };
        start.Environment["Emulation__Data__Path"] = year.Folder.Path;
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
    }

    [GeneratedRegex("^\\./emulation (?<words>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex CommandPattern();

    [GeneratedRegex("http://127\\.0\\.0\\.1:[0-9]+")]
    private static partial Regex AddressPattern();
}
