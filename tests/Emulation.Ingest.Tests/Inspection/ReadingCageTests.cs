using System.Text;
using Emulation.Ingest.Cage;
using Emulation.Ingest.Inspection;
using Emulation.Ingest.Parsing;
using Emulation.Ingest.Parsing.OldWorkbooks;
using Emulation.Ingest.Tests.Validation.Support;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Tests.Inspection;

/// <summary>The limits are kept from outside, whatever the child does; the next file finds a sound child.</summary>
[Collection(Collection)]
public sealed class ReadingCageTests : IDisposable
{
    /// <summary>Counts this process's children, so nobody else may have any meanwhile.</summary>
    internal const string Collection = "cage";

    private readonly string folder = Directory.CreateTempSubdirectory("emulation-cage-").FullName;

    [Fact]
    public void Child_ThatNeverAnswers_IsKilled_AndTheFileAnsweredForIt()
    {
        var report = ReadOne(Pretend("sleep 600") with { Deadline = TimeSpan.FromMilliseconds(300) });

        Assert.Equal("E-TIMEOUT", report.File.Refusal?.Code);
        Assert.Contains("0,3 giây", report.File.Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Child_ThatTakesTooMuchMemory_IsKilled()
    {
        var report = ReadOne(Pretend("exec tail /dev/zero") with { MemoryMiB = 64 });

        Assert.Equal("E-TOOLARGE", report.File.Refusal?.Code);
        Assert.Contains("64 MB", report.File.Refusal!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exit 3")]
    [InlineData("printf 'xxxxxxxxxx'")]
    [InlineData("kill -SEGV $$")]
    public void Child_ThatDies_IsAnAnswerToo(string script) => Assert.Equal("E-UNREADABLE", ReadOne(Pretend(script)).File.Refusal?.Code);

    [Fact]
    public void Child_ThatDoesNotStart_IsTheOperatorsFault() =>
        Assert.Throws<InvalidOperationException>(() => ReadOne(new CageOptions { Program = ["false"] }));

    [Fact]
    public void File_ThatNeedsMoreMemoryThanTheHeapHas_IsRefused_AndTheNextOneRead()
    {
        // 40 MB of UTF-16: twice that when decoded. The heap has 48.
        Write("a.csv", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(string.Concat(Enumerable.Repeat("dữ liệu;1\n", 2_000_000)))]);
        Write("b.csv", "x;y\n1;2\n"u8.ToArray());

        Assert.Equal(["a.csv E-TOOLARGE", "b.csv read"], ReadAll(new CageOptions { HeapMiB = 48 }));
    }

    [Fact]
    public void ManyFiles_AreReadByOneChild_WhichGivesItsMemoryBack()
    {
        Write("0-large.csv", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("dữ liệu;1;2;3\n", 2_000_000))));
        for (var number = 0; number < 200; number++)
        {
            Write($"1-small-{number}.xlsx", Sheets.Monthly(Sheets.Row(1, "B09", number)));
        }

        using var inspect = new InspectFiles(new CageOptions());
        var peaks = new List<long>();
        foreach (var report in inspect.Run(folder))
        {
            using (report)
            {
                Assert.True(report.IsRead);
                peaks.Add(report.Peak >> 20);
            }
        }

        Assert.Equal(201, peaks.Count);
        Assert.All(peaks, peak => Assert.InRange(peak, 1, 256));
        Assert.True(peaks[^1] < 128, $"{peaks[0]} MiB, then {peaks[^1]} MiB");
        Assert.Single(Children());
    }

    [Fact]
    public void HeavyWorkbook_OfHostileNames_IsReadInTheCageFirst_AndNeverInTheHost()
    {
        // Three million element names, each kept by the parser: 150 MB, if the host read them.
        var workbook = new TestWorkbook().Sheet("S", [.. Sheets.Head(), Sheets.Row(1, "B09", 20)]);
        workbook.Parts["xl/styles.xml"] = "<styleSheet>" + string.Concat(Enumerable.Range(0, 3_000_000).Select(number => $"<n{number:x}/>")) + "</styleSheet>";
        var content = workbook.ToBytes(System.IO.Compression.CompressionLevel.Fastest);
        using var cage = new ReadingCage(new CageOptions { HeapMiB = 64 });

        // Of this thread: other tests run beside this one.
        var before = GC.GetAllocatedBytesForCurrentThread();
        var verdict = new CagedReading(cage).Read(content, Reading.Context(Reading.KrongPac, Reading.MarchDay));
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal("E-TOOLARGE", verdict.Findings[0].Code);
        Assert.True(allocated < 16 << 20, $"{allocated:N0} bytes");
    }

    [Fact]
    public void OldWorkbook_IsOpenedInTheCage_AndReadsAsInProcess()
    {
        var content = File.ReadAllBytes(Path.Combine(Reading.RepositoryFolder("tests/files"), "old-form.xls"));
        var context = Reading.Context(Reading.KrongPac, Reading.MarchDay);
        using var cage = new ReadingCage(new CageOptions());

        var caged = new CagedReading(cage).Read(content, context);

        Assert.Equal(SubmissionReader.Read(content, context).Accepted().Figures, caged.Accepted().Figures);
        Assert.Equal(OldWorkbook.ToPackage(content, ReadingLimits.Default), cage.OpenOld(content, ReadingLimits.Default));
    }

    [Fact]
    public void OldWorkbook_ThatIsDamaged_IsRefusedAsInProcess()
    {
        var sound = File.ReadAllBytes(Path.Combine(Reading.RepositoryFolder("tests/files"), "old-form.xls"));
        var context = Reading.Context(Reading.KrongPac, Reading.MarchDay);
        using var cage = new ReadingCage(new CageOptions());
        for (var length = 512; length < sound.Length; length += 512)
        {
            var cut = sound.AsMemory(0, length);
            Assert.Equal(SubmissionReader.Read(cut, context).Findings, new CagedReading(cage).Read(cut, context).Findings);
        }
    }

    [Fact]
    public void OldWorkbook_OnWhichTheChildHangsOrDies_IsRefused()
    {
        var content = File.ReadAllBytes(Path.Combine(Reading.RepositoryFolder("tests/files"), "old-form.xls"));
        var context = Reading.Context(Reading.KrongPac, Reading.MarchDay);

        using var hanging = new ReadingCage(Pretend("exec sleep 600") with { Deadline = TimeSpan.FromMilliseconds(300) });
        using var dying = new ReadingCage(Pretend("exit 3"));

        Assert.Equal("E-TIMEOUT", new CagedReading(hanging).Read(content, context).Refused().Findings[0].Code);
        Assert.Equal("E-UNREADABLE", new CagedReading(dying).Read(content, context).Refused().Findings[0].Code);
    }

    [Fact]
    public void HeavyWorkbook_ThatIsSound_IsReadAsAnyOther()
    {
        var workbook = new TestWorkbook().Sheet("S", [.. Sheets.Head(), Sheets.Row(1, "B09", 20)]);
        var random = new Random(1);
        workbook.Parts["xl/media/picture.xml"] = string.Concat(Enumerable.Range(0, 1_000_000).Select(_ => random.Next().ToString(System.Globalization.CultureInfo.InvariantCulture)));
        using var cage = new ReadingCage(new CageOptions());

        var verdict = new CagedReading(cage).Read(workbook.ToBytes(), Reading.Context(Reading.KrongPac, Reading.MarchDay));

        Assert.Equal(20, verdict.FigureOf("B09").Value);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>A child that says it is ready and then does something else than reading.</summary>
    private static CageOptions Pretend(string script) => new() { Program = ["sh", "-c", "printf 'R\\000\\000\\000\\000'; head -c 1 >/dev/null; " + script] };

    private FileReport ReadOne(CageOptions options)
    {
        Write("one.csv", "a;b\n"u8.ToArray());
        using var inspect = new InspectFiles(options);
        return inspect.Run(Path.Combine(folder, "one.csv")).Single();
    }

    private List<string> ReadAll(CageOptions options)
    {
        using var inspect = new InspectFiles(options);
        return [.. inspect.Run(folder).Select(report => $"{Path.GetFileName(report.Path)} {report.File.Refusal?.Code ?? "read"}")];
    }

    private void Write(string name, byte[] content) => File.WriteAllBytes(Path.Combine(folder, name), content);

    private static List<string> Children() =>
        [.. Directory.EnumerateDirectories("/proc").Select(path => Path.GetFileName(path)).Where(name => int.TryParse(name, out _)).Where(IsChild)];

    private static bool IsChild(string process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/stat").Split(')')[^1].Split(' ')[2] == Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture)
                && File.ReadAllText($"/proc/{process}/cmdline").Contains(CageOptions.Command, StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
