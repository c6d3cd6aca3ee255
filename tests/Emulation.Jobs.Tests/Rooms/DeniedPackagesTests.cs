using System.Text.Json;
using Emulation.Jobs.Tests.Hosting;

namespace Emulation.Jobs.Tests.Rooms;

/// <summary>No lock file resolves a package version with a known fault. The feed serves no advisories, so the list is kept here.</summary>
public sealed class DeniedPackagesTests
{
    /// <summary>Package → lowest version without the fault named.</summary>
    private static readonly Dictionary<string, (string Lowest, string Why)> Denied = new(StringComparer.OrdinalIgnoreCase)
    {
        ["System.Drawing.Common"] = ("4.7.2", "CVE-2021-24112, remote code execution"),
        ["Newtonsoft.Json"] = ("13.0.1", "GHSA-5crp-9r3c-p9vr, stack overflow by nesting"),
        ["MailKit"] = ("4.16.0", "GHSA-9j88-vvj5-vhgr, response injection before STARTTLS"),
        ["MimeKit"] = ("4.15.1", "GHSA-g7hc-96xr-gvvx, CRLF injection in addresses"),
        ["Npgsql"] = ("8.0.3", "CVE-2024-32655, SQL injection by message size overflow"),
        ["System.Text.Json"] = ("8.0.5", "CVE-2024-43485, denial of service"),
        ["System.Text.RegularExpressions"] = ("4.3.1", "CVE-2019-0820, denial of service"),
        ["System.Net.Http"] = ("4.3.4", "CVE-2018-8292, disclosure of credentials"),
        ["Hangfire.Core"] = ("1.7.26", "GHSA-7rq6-7gv8-c37h, dashboard without a filter"),
        ["BouncyCastle.Cryptography"] = ("2.3.1", "CVE-2024-29857 and others"),
        ["System.Security.Cryptography.Pkcs"] = ("6.0.3", "CVE-2023-29331, denial of service"),
        ["System.Security.Cryptography.Xml"] = ("6.0.1", "CVE-2022-34716, information disclosure"),
    };

    [Fact]
    public void LockFiles_ResolveNoDeniedVersion()
    {
        var resolved = LockFiles().SelectMany(Packages).Distinct().ToList();

        Assert.True(resolved.Count > 50, "the lock files were not found");
        Assert.Empty(resolved.Where(package => IsDenied(package.Name, package.Version)).Select(package => $"{package.Name} {package.Version}: {Denied[package.Name].Why}"));
    }

    [Theory]
    [InlineData("System.Drawing.Common", "4.7.0", true)]
    [InlineData("System.Drawing.Common", "4.7.2", false)]
    [InlineData("newtonsoft.json", "12.0.1", true)]
    [InlineData("Npgsql", "10.0.3", false)]
    [InlineData("Npgsql", "8.0.3-preview.1", false)]
    [InlineData("Unknown", "0.1", false)]
    public void DenyList_ComparesByNumberNotByText(string name, string version, bool expected) => Assert.Equal(expected, IsDenied(name, version));

    private static bool IsDenied(string name, string version) =>
        Denied.TryGetValue(name, out var rule) && Version.Parse(version.Split('-')[0]) < Version.Parse(rule.Lowest);

    private static IEnumerable<string> LockFiles() =>
        new[] { "src", "tests", "benchmarks" }.SelectMany(folder => Directory.EnumerateFiles(Checkout.Path(folder), "packages.lock.json", SearchOption.AllDirectories));

    private static IEnumerable<(string Name, string Version)> Packages(string lockFile)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(lockFile));
        return [.. json.RootElement.GetProperty("dependencies").EnumerateObject()
            .SelectMany(framework => framework.Value.EnumerateObject())
            .Where(package => package.Value.TryGetProperty("resolved", out _))
            .Select(package => (package.Name, package.Value.GetProperty("resolved").GetString()!))];
    }
}
