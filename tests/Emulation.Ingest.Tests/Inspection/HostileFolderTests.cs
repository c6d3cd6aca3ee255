using System.Globalization;
using System.IO.Compression;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Emulation.Ingest.Cage;
using Emulation.Ingest.Inspection;
using Emulation.Ingest.Tests.Validation.Support;

namespace Emulation.Ingest.Tests.Inspection;

/// <summary>A folder of hundreds of odd and hostile files: one line of JSON each, in order, within the limits, and nothing is opened that should not be.</summary>
[Collection(ReadingCageTests.Collection)]
public sealed class HostileFolderTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("emulation-hostile-").FullName;
    private readonly Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    [Fact]
    public void Folder_OfEverythingBad_GetsALineForEach()
    {
        var expected = Lay();

        var lines = Read();

        var verdicts = lines.ToDictionary(line => line.GetProperty("path").GetString()![(root.Length + 1)..], line => line.GetProperty("code").GetString() ?? "read");
        Assert.Equal(verdicts.Count, lines.Count);
        Assert.Empty(expected.Where(pair => verdicts.GetValueOrDefault(pair.Key) != pair.Value).Select(pair => $"{pair.Key}: {pair.Value}, but {verdicts.GetValueOrDefault(pair.Key)}"));
        Assert.DoesNotContain("E-UNREADABLE", verdicts.Values);
        Assert.True(lines.Count > 300, $"{lines.Count} lines");
        Assert.All(lines, line => Assert.InRange(line.GetProperty("peak_mib").GetDouble(), 0, 256));
        Assert.All(lines, line => Assert.InRange(line.GetProperty("seconds").GetDouble(), 0, 30));
    }

    [Fact]
    public void Lines_HaveExactlyTheFieldsPublished()
    {
        File.WriteAllText(Path.Combine(root, "a\n\u202Eb.csv"), "x;y\n1;\u0001\n" + string.Concat(Enumerable.Repeat("1;2\n", 100)));
        File.WriteAllBytes(Path.Combine(root, "b.xlsx"), new TestWorkbook().Sheet("S", [["a", null, 1]]).ToBytes());

        foreach (var line in Read())
        {
            Assert.Equal(
                ["path", "verdict", "code", "message", "kind", "encoding", "separator", "sheets", "findings", "seconds", "peak_mib"],
                line.EnumerateObject().Select(field => field.Name));
            var sheet = line.GetProperty("sheets")[0];
            Assert.Equal(["name", "hidden", "rows"], sheet.EnumerateObject().Select(field => field.Name));
            Assert.Equal(["number", "cells"], sheet.GetProperty("rows")[0].EnumerateObject().Select(field => field.Name));
        }
    }

    public void Dispose()
    {
        socket.Dispose();
        Directory.Delete(root, recursive: true);
    }

    private List<JsonElement> Read()
    {
        using var output = new MemoryStream();
        using (var inspect = new InspectFiles(new CageOptions()))
        {
            foreach (var report in inspect.Run(root))
            {
                using (report)
                {
                    report.WriteLine(output);
                }
            }
        }

        return [.. Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    /// <summary>Lays everything out; what must be said of it, by relative path.</summary>
    private Dictionary<string, string> Lay()
    {
        var expected = new Dictionary<string, string>();
        LayKinds(expected);
        LayBombs(expected);
        LaySpecials(expected);
        LayNames(expected);
        LayDamaged();
        return expected;
    }

    private void LayKinds(Dictionary<string, string> expected)
    {
        foreach (var (scenario, index) in RejectionScenarios.All.Select((scenario, index) => (scenario, index)))
        {
            Write($"kinds/{index.ToString("000", CultureInfo.InvariantCulture)}.xlsx", scenario.Content());
        }

        expected["kinds/empty"] = Put("kinds/empty", [], "E-EMPTY");
        expected["kinds/page.xls"] = Put("kinds/page.xls", "<html><table></table></html>"u8.ToArray(), "E-OLDTYPE");
        expected["kinds/huge-line.csv"] = Put("kinds/huge-line.csv", Enumerable.Repeat((byte)'x', 50 << 20).ToArray(), "E-RECORD");
        expected["kinds/open-quote.csv"] = Put("kinds/open-quote.csv", Encoding.UTF8.GetBytes("a;b\n\"" + string.Concat(Enumerable.Repeat("1;2\n", 500_000))), "E-RECORD");
    }

    private void LayBombs(Dictionary<string, string> expected)
    {
        expected["bombs/ratio.xlsx"] = Put("bombs/ratio.xlsx", With("xl/worksheets/sheet1.xml", new string(' ', 60_000_000)), "E-TOOLARGE");
        expected["bombs/dtd.xlsx"] = Put("bombs/dtd.xlsx", With("xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><workbook>&a;</workbook>"), "E-UNSAFE");
        expected["bombs/one-part.xlsx"] = Put("bombs/one-part.xlsx", RejectionScenarios.All.Single(one => one.Code == "E-TIMEOUT").Content(), "E-TIMEOUT");
        expected["bombs/row.xlsx"] = Put("bombs/row.xlsx", With("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"2000000000\"/></sheetData></worksheet>"), "E-DIMENSION");
        expected["bombs/climb.xlsx"] = Put("bombs/climb.xlsx", With("../../etc/x", "x"), "E-UNSAFE");
        expected["bombs/names.xlsx"] = Put("bombs/names.xlsx", With("xl/worksheets/sheet1.xml", Names(60_000)), "read");
    }

    private void LaySpecials(Dictionary<string, string> expected)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, "specials")).FullName;
        File.CreateSymbolicLink(Path.Combine(folder, "link.csv"), "/etc/passwd");
        File.CreateSymbolicLink(Path.Combine(folder, "loop"), folder);
        File.CreateSymbolicLink(Path.Combine(folder, "dangling.xlsx"), "/nowhere");
        System.Diagnostics.Process.Start("mkfifo", [Path.Combine(folder, "pipe.csv")]).WaitForExit();
        socket.Bind(new UnixDomainSocketEndPoint(Path.Combine(folder, "socket.csv")));
        Directory.CreateDirectory(Path.Combine(folder, "folder.xlsx"));
        foreach (var (name, code) in new[] { ("link.csv", "E-LINK"), ("loop", "E-LINK"), ("dangling.xlsx", "E-LINK"), ("pipe.csv", "E-NOTAFILE"), ("socket.csv", "E-NOTAFILE") })
        {
            expected["specials/" + name] = code;
        }

        using (var sparse = File.Create(Path.Combine(folder, "sparse.xlsx")))
        {
            sparse.SetLength(10L << 30);
        }

        expected["specials/sparse.xlsx"] = "E-TOOLARGE";
        var deep = string.Join('/', Enumerable.Repeat("s", 190));
        expected[deep + "/deep.csv"] = Put(deep + "/deep.csv", "a;b\n"u8.ToArray(), "read");
    }

    private void LayNames(Dictionary<string, string> expected)
    {
        string[] names = ["-rf.csv", "$(reboot).csv", "a\nb.csv", "CON.csv", " .csv", "Báo cáo.csv", "Ba\u0301o ca\u0301o NFD.csv", "\u202Eevil.csv", "𝄞.csv", new string('n', 250) + ".csv", "'\".csv", "~$khoa.csv"];
        foreach (var name in names)
        {
            expected["names/" + name] = Put("names/" + name, "a;b\n1;2\n"u8.ToArray(), "read");
        }
    }

    /// <summary>A workbook cut at every length, and with bytes changed: anything but a fall.</summary>
    private void LayDamaged()
    {
        var sound = Sheets.Monthly(Sheets.Row(1, "B09", 20), Sheets.Row(2, "B10", 17));
        var random = new Random(1);
        for (var number = 0; number < 150; number++)
        {
            Write($"damaged/cut-{number}.xlsx", sound[..(sound.Length * number / 150)]);
            var changed = (byte[])sound.Clone();
            changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
            Write($"damaged/bit-{number}.xlsx", changed);
        }
    }

    private string Put(string name, byte[] content, string code)
    {
        Write(name, content);
        return code;
    }

    private void Write(string name, byte[] content)
    {
        var path = Path.Combine(root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    private static byte[] With(string part, string content)
    {
        var workbook = new TestWorkbook().Sheet("S", [["a"]]);
        workbook.Parts[part] = content;
        return workbook.ToBytes(CompressionLevel.Fastest);
    }

    /// <summary>An element name of its own for each element: names are kept, so they cost memory.</summary>
    private static string Names(int count) =>
        "<worksheet><sheetData/>" + string.Concat(Enumerable.Range(0, count).Select(number => $"<n{number.ToString(CultureInfo.InvariantCulture)}/>")) + "</worksheet>";
}
