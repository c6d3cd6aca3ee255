using System.Runtime.InteropServices;
using System.Text;
using Emulation.Ingest.Intake;
using Emulation.Ingest.Tests.Validation.Support;
using Emulation.Ingest.Validation;
using Microsoft.Extensions.DependencyInjection;

namespace Emulation.Ingest.Tests.Intake.Smb;

/// <summary>What clients of a real Samba server do, and the intake on the directory it exports: a look every ten seconds, taken after three of them and thirty seconds of rest.</summary>
public sealed partial class SambaUseCaseTests : IAsyncLifetime
{
    private const string Unit = IntakeKit.Folder;
    private const string Account = "u654";
    private const string OtherUnit = "643-buon-ma-thuot";
    private const string OtherAccount = "u643";
    private const string Name = "thang-3.csv";
    private static readonly byte[] March = Encoding.UTF8.GetBytes("figures 2020-03\nB01=12\n");
    private static readonly byte[] Corrected = Encoding.UTF8.GetBytes("figures 2020-03\nB01=13\n");

    private IntakeKit kit = null!;
    private SambaServer server = null!;
    private SmbClient client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => StartAsync(null);

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await kit.DisposeAsync();
    }

    [Fact]
    public async Task SlowWrite_IsTakenOnceItsWriterHasClosedIt()
    {
        using (var writing = Open(Name))
        {
            for (var part = 0; part < March.Length; part += 5)
            {
                writing.Write(March.AsSpan(part, Math.Min(5, March.Length - part)), part);
                Assert.Equal(0, await LookAsync());
            }

            // Complete and at rest for long, but still open: only the kernel knows.
            Assert.Equal(0, await LookAsync(times: 12));
        }

        Assert.Equal(1, await LookAsync(times: 4));
        await AssertAcceptedAsync("12");
    }

    [Fact]
    public async Task FullSizeBeforeTheData_IsNotTakenForTheData()
    {
        using (var writing = Open(Name))
        {
            writing.SetSize(March.Length);
            Assert.Equal(0, await LookAsync(times: 12));
            writing.Write(March, 0);
        }

        Assert.Equal(1, await LookAsync(times: 4));
        await AssertAcceptedAsync("12");
    }

    // Same size, same name, the old time put back: only the time of change, which clients cannot set, tells.
    [Fact]
    public async Task OldTimeRestored_IsSeenAsAChange()
    {
        await client.PutAsync(Unit, Name, March, Cancellation);
        await SetTimeAsync();
        Assert.Equal(0, await LookAsync(times: 3));
        var before = File.GetLastWriteTimeUtc(Inbox(Name));
        using (var writing = Open(Name))
        {
            writing.Write(Corrected, 0);
        }

        await SetTimeAsync();
        Assert.Equal(before, File.GetLastWriteTimeUtc(Inbox(Name)));
        Assert.Equal(0, await LookAsync(times: 3));
        Assert.Equal(1, await LookAsync());
        await AssertAcceptedAsync("13");

        Task<string> SetTimeAsync() => client.RunAsync(Unit, $"cd nop; utimes {Name} -1 -1 2019:01:02-03:04:05 -1", Cancellation);
    }

    [Fact]
    public async Task ClientKilledInMidCopy_ShortFileIsHeldUntilItIsCopiedAgain()
    {
        var big = Encoding.UTF8.GetBytes("figures 2020-03\n" + string.Concat(Enumerable.Range(0, 8000).Select(_ => "B01=123456\n")) + "B01=12\n");
        await KillCopyAsync(Name, big);
        Assert.Equal(0, await LookAsync(times: 6));
        await client.PutAsync(Unit, Name, March, Cancellation);

        Assert.Equal(1, await LookAsync(times: 4));
        await AssertAcceptedAsync("12");
    }

    [Fact]
    public async Task ClientKilledInMidCopy_WorkbookThatNeverComesIsRefusedByName()
    {
        await RestartAsync(SubmissionReader.Read);
        var noise = new byte[180_000];
        new Random(7).NextBytes(noise);
        var rows = Enumerable.Range(0, 400).Select(row => Sheets.Row(row, Convert.ToBase64String(noise, row * 400, 400), 1));
        await KillCopyAsync("thang-3.xlsx", new TestWorkbook().Sheet("Biểu", rows).ToBytes());

        Assert.Equal(0, await LookAsync(times: 9));
        Assert.Equal(1, await LookAsync(times: 2));
        await kit.Ingest.DrainAsync(Cancellation);

        Assert.Equal(["thang-3.xlsx|rejected|E-TRUNCATED"], await kit.StatesAsync(Cancellation));
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    [Fact]
    public async Task SaveDanceOfExcel_EndsInOneReportWithTheLastContent()
    {
        await client.PutAsync(Unit, "thang-3.xlsx", March, Cancellation);
        foreach (var step in new[] { $"put {Empty} \"~$thang-3.xlsx\"", "rename thang-3.xlsx 3F2A91C0.tmp", "rename 7D01B44E thang-3.xlsx", "del 3F2A91C0.tmp", "del \"~$thang-3.xlsx\"" })
        {
            if (step.StartsWith("rename 7D01B44E", StringComparison.Ordinal))
            {
                await client.PutAsync(Unit, "7D01B44E", Corrected, Cancellation);
                Assert.Equal(0, await LookAsync());
            }

            Assert.DoesNotContain("NT_STATUS", await client.RunAsync(Unit, "cd nop; " + step, Cancellation), StringComparison.Ordinal);
            Assert.Equal(0, await LookAsync());
        }

        Assert.Equal(1, await LookAsync(times: 4));
        await AssertAcceptedAsync("13");
        Assert.Empty(Directory.GetFiles(kit.PathOf($"{Unit}/nop")));
    }

    // A crash between two steps of the dance leaves a whole workbook under a name nobody gave.
    [Fact]
    public async Task SaveDanceOfExcel_LeftHalfDone_TakesNoDraft()
    {
        await client.PutAsync(Unit, "7D01B44E", March, Cancellation);
        await client.PutAsync(Unit, "20200331", Corrected, Cancellation);

        Assert.Equal(1, await LookAsync(times: 12));
        await AssertAcceptedAsync("13");
        Assert.True(File.Exists(Inbox("7D01B44E")));
    }

    [Fact]
    public async Task FileThatGrowsOnAfterItWasRenamed_IsTakenWhole()
    {
        await client.PutAsync(Unit, "nhap.csv", March[..10], Cancellation);
        Assert.Equal(0, await LookAsync(times: 3));
        SmbFile.Rename(server, Account, Unit, "nhap.csv", Name);
        for (var length = 10; length < March.Length; length += 7)
        {
            using (var writing = Open(Name))
            {
                writing.Write(March.AsSpan(length, Math.Min(7, March.Length - length)), length);
            }

            Assert.Equal(0, await LookAsync(times: 3));
        }

        Assert.Equal(1, await LookAsync());
        await AssertAcceptedAsync("12");
    }

    [Fact]
    public async Task NameInBothNormalForms_IsTwoFilesEachWithItsAnswer()
    {
        await client.PutAsync(Unit, "báo cáo tháng 3.csv".Normalize(NormalizationForm.FormC), March, Cancellation);
        await client.PutAsync(Unit, "báo cáo tháng 3.csv".Normalize(NormalizationForm.FormD), Corrected, Cancellation);

        Assert.Equal(2, await LookAsync(times: 4));
        await kit.Ingest.DrainAsync(Cancellation);

        Assert.Equal(["báo cáo tháng 3.csv|accepted|", "báo cáo tháng 3.csv|accepted|"], await kit.StatesAsync(Cancellation));
        Assert.Equal(["báo cáo tháng 3.csv.DA-NHAN.1.html", "báo cáo tháng 3.csv.DA-NHAN.2.html"], kit.Results());
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    // To a Windows client A.CSV and a.csv are one file; to the server they are two as soon as the first has been taken.
    [Fact]
    public async Task SameNameInOtherCase_IsOneFileUntilItIsTaken_ThenAnother()
    {
        await client.PutAsync(Unit, "THANG-3.CSV", March, Cancellation);
        Assert.Equal(0, await LookAsync(times: 2));
        await client.PutAsync(Unit, Name, Corrected, Cancellation);
        Assert.Equal(1, await LookAsync(times: 4));
        await AssertAcceptedAsync("13");

        await client.PutAsync(Unit, Name, March, Cancellation);
        await client.PutAsync(Unit, "ban-sao.csv", March, Cancellation);
        Assert.Equal(2, await LookAsync(times: 4));
        await kit.Ingest.DrainAsync(Cancellation);

        Assert.Equal(["THANG-3.CSV|accepted|", "thang-3.csv|accepted|", "ban-sao.csv|duplicate|DUPLICATE"], await kit.StatesAsync(Cancellation));
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    [Fact]
    public async Task OtherUnit_CanNeitherReadNorWrite()
    {
        await client.PutAsync(Unit, Name, March, Cancellation);
        var other = new SmbClient(server, OtherAccount);

        foreach (var attempt in new[] { "ls", $"cd nop; get {Name} /dev/null", $"cd nop; put {Empty} thang-4.csv", $"del nop\\{Name}" })
        {
            Assert.Contains("NT_STATUS_ACCESS_DENIED", await other.RunAsync(Unit, attempt, Cancellation), StringComparison.Ordinal);
        }

        // Nor by a way around, from its own share.
        Assert.Contains("NT_STATUS", await other.RunAsync(OtherUnit, $"get ..\\{Unit}\\nop\\{Name} /dev/null", Cancellation), StringComparison.Ordinal);
        Assert.Equal([Name], Directory.GetFiles(kit.PathOf($"{Unit}/nop")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Unit_ReadsItsAnswersAndCannotChangeThem()
    {
        await client.PutAsync(Unit, Name, March, Cancellation);
        await LookAsync(times: 4);
        await kit.Ingest.DrainAsync(Cancellation);

        const string answer = "thang-3.csv.DA-NHAN.1.html";
        Assert.Contains(answer, await client.RunAsync(Unit, "ls ket-qua\\*", Cancellation), StringComparison.Ordinal);
        Assert.SkipWhen(!SambaServer.IsRoot, "Only root can give the folders to another account.");
        foreach (var attempt in new[] { $"put {Empty} ket-qua\\{answer}", $"del ket-qua\\{answer}", $"put {Empty} bieu-mau\\x.xlsx", "mkdir moi", $"put {Empty} x.csv", "del da-nhan\\*" })
        {
            Assert.Contains("NT_STATUS_ACCESS_DENIED", await client.RunAsync(Unit, attempt, Cancellation), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("NT_STATUS", await client.RunAsync(Unit, $"put {Empty} kiem-tra\\x.csv", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileHeldOpenByAClient_WaitsAndIsToldOf_OthersGoOn()
    {
        await client.PutAsync(Unit, Name, March, Cancellation);
        var held = await client.HoldAsync(Unit, Name);
        await UntilAsync(IsAnyOpen);
        await new SmbClient(server, OtherAccount).PutAsync(OtherUnit, Name, Corrected, Cancellation);

        Assert.Equal(1, await LookAsync(times: 4));
        Assert.Empty(Stable.HeldTooLong);
        Assert.Equal(0, await LookAsync(times: 90));

        Assert.Equal([$"{Unit}/nop {Name} Writer"], Stable.HeldTooLong.Select(file => $"{file.Folder} {file.Name} {file.Hindrance}"));
        await EndAsync(held);
        Assert.Equal(1, await LookAsync());
        Assert.Empty(Stable.HeldTooLong);
    }

    [Fact]
    public async Task Marker_BesideTheFile_ShortensTheWaitToOneLookAndLeavesWithIt()
    {
        await client.PutAsync(Unit, Name, March, Cancellation);
        Assert.Equal(0, await LookAsync());
        await client.PutAsync(Unit, Name + ".done", [], Cancellation);

        Assert.Equal(1, await LookAsync());
        await AssertAcceptedAsync("12");
        Assert.Empty(Directory.GetFiles(kit.PathOf($"{Unit}/nop")));
    }

    private StableFiles Stable => kit.Host.GetRequiredService<StableFiles>();

    private async ValueTask StartAsync(ReadContent? read)
    {
        // The office's umask, so that the layout gets the modes it has in production.
        var mask = SetMask(2);
        kit = await IntakeKit.CreateAsync(Cancellation, read, ("Intake:Looks", "3"), ("Intake:StableFor", "00:00:30"));
        _ = SetMask(mask);
        await File.WriteAllBytesAsync(Empty, [], Cancellation);
        server = await SambaServer.StartAsync(kit.Share, [Unit, OtherUnit], Cancellation);
        client = new SmbClient(server, Account);
    }

    private async Task RestartAsync(ReadContent read)
    {
        await DisposeAsync();
        await StartAsync(read);
    }

    /// <summary>An empty file on the client's disk.</summary>
    private string Empty => kit.PathOf("../trong");

    private string Inbox(string name) => kit.PathOf($"{Unit}/nop/{name}");

    private SmbFile Open(string name) => SmbFile.Open(server, Account, Unit, name);

    /// <summary>Looks at the share, ten seconds after the look before.</summary>
    /// <returns>How many files were claimed.</returns>
    private async Task<int> LookAsync(int times = 1)
    {
        var claimed = 0;
        for (var look = 0; look < times; look++)
        {
            kit.Clock.Advance(TimeSpan.FromSeconds(10));
            claimed += (await kit.Take.RunAsync(Cancellation)).Claimed;
        }

        return claimed;
    }

    private async Task AssertAcceptedAsync(string value)
    {
        await kit.Ingest.DrainAsync(Cancellation);
        Assert.Equal(["accepted"], await kit.RowsAsync("select state from emulation.submissions", Cancellation));
        Assert.Equal([value], await kit.RowsAsync("select distinct value from emulation.figures", Cancellation));
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    /// <summary>Copies the greater part of the content and is killed then; returns when the server has noticed.</summary>
    private async Task KillCopyAsync(string name, byte[] content)
    {
        using var copy = client.StartCopy(Unit, name);
        await copy.StandardInput.BaseStream.WriteAsync(content.AsMemory(0, content.Length * 3 / 4), Cancellation);
        await copy.StandardInput.BaseStream.FlushAsync(Cancellation);
        await UntilAsync(() => File.Exists(Inbox(name)) && new FileInfo(Inbox(name)).Length > 0);
        await EndAsync(copy);
        Assert.InRange(new FileInfo(Inbox(name)).Length, 1, content.Length - 1);
    }

    private async Task EndAsync(System.Diagnostics.Process process)
    {
        process.Kill();
        await process.WaitForExitAsync(Cancellation);
        process.Dispose();
        await UntilAsync(() => !IsAnyOpen());
    }

    private bool IsAnyOpen()
    {
        using var share = ShareRoot.TryOpen(kit.Share)!;
        using var inbox = share.Open($"{Unit}/nop")!;
        return inbox.List().Any(name => IsOpen(inbox, name));
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (!isSo())
        {
            await Task.Delay(10, patience.Token);
        }
    }

    private static bool IsOpen(ShareFolder inbox, RawName name)
    {
        using var file = inbox.OpenFile(name);
        return file?.FindWriter() == WriterState.Present;
    }

    [LibraryImport("libc", EntryPoint = "umask")]
    private static partial int SetMask(int mask);
}
