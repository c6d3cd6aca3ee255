using System.Runtime.InteropServices;
using System.Text;
using Emulation.Ingest.Intake;

namespace Emulation.Ingest.Tests.Intake;

/// <summary>What people and their machines put into a share: wrong places, strange names, things that are no files, and a share that goes away.</summary>
public sealed partial class ShareUseCaseTests : IAsyncLifetime
{
    private const string Inbox = IntakeKit.Folder + "/nop";
    private static readonly byte[] March = LineReader.File("figures", "2020-03", "B01=12");

    private IntakeKit kit = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => kit = await IntakeKit.CreateAsync(Cancellation);

    public ValueTask DisposeAsync() => kit.DisposeAsync();

    [Fact]
    public async Task Sweep_FileInTheRoot_IsAnsweredThere()
    {
        kit.Drop("bao-cao.xlsx", March, folder: "");

        await kit.SweepAsync(Cancellation);

        Assert.Equal(["bao-cao.xlsx|rejected|E-ROOT"], await kit.StatesAsync(Cancellation));
        Assert.Equal(["bao-cao.xlsx.CAN-SUA.1.html"], kit.Results(home: ""));
        Assert.True(File.Exists(kit.PathOf("da-nhan/20200410-0900_1_bao-cao.xlsx")));
        Assert.Empty(await kit.FaultsAsync(Cancellation));
        Assert.Equal(0, (await kit.SweepAsync(Cancellation)).Total);
    }

    [Fact]
    public async Task Sweep_FileBesideTheInbox_IsAnsweredInTheUnitsFolderWithTheWay()
    {
        kit.Drop("bao-cao.csv", March, folder: IntakeKit.Folder);

        await kit.SweepAsync(Cancellation);

        Assert.Equal(["bao-cao.csv|rejected|E-PLACE"], await kit.StatesAsync(Cancellation));
        Assert.Equal(
            ["Tệp được đặt ngoài thư mục nộp nên chưa được đọc.|Hãy chép tệp vào thư mục 654-krong-pac/nop rồi chờ phiếu trả lời."],
            await kit.RowsAsync("select message, cure from emulation.rejections", Cancellation));
        Assert.Single(kit.Results());
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    [Fact]
    public async Task Sweep_FileInTheInboxOfNobody_IsAnsweredBesideIt()
    {
        Directory.CreateDirectory(kit.PathOf("huyen-la/nop"));
        kit.Drop("bao-cao.csv", March, folder: "huyen-la/nop");

        await kit.SweepAsync(Cancellation);

        Assert.Equal(["bao-cao.csv|rejected|E-FOLDER"], await kit.StatesAsync(Cancellation));
        Assert.Single(kit.Results(home: "huyen-la"));
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    [Fact]
    public async Task Sweep_PapersInAFolderOfTheOffice_AreLeftAlone()
    {
        Directory.CreateDirectory(kit.PathOf("Tài liệu chung"));
        kit.Drop("công văn.docx", March, folder: "Tài liệu chung");

        var taken = await kit.Take.RunAsync(Cancellation);

        Assert.Equal(new TakenFiles(true, 0, 0, 0), taken);
    }

    [Theory]
    [InlineData("~$bao-cao.xlsx")]
    [InlineData(".~lock.bao-cao.xlsx#")]
    [InlineData("bao-cao.xlsx.tmp")]
    [InlineData("Thumbs.db")]
    [InlineData(".DS_Store")]
    [InlineData("desktop.ini")]
    [InlineData("bao-cao.csv.crdownload")]
    public async Task Sweep_WhatProgramsLeave_IsIgnoredAndCounted(string name)
    {
        kit.Drop(name, March);

        var taken = await kit.Take.RunAsync(Cancellation);

        Assert.Equal(new TakenFiles(true, 0, 1, 0), taken);
        Assert.True(File.Exists(kit.PathOf($"{Inbox}/{name}")));
    }

    [Fact]
    public async Task Sweep_SymbolicLink_IsRefusedUnopenedAndReported()
    {
        File.CreateSymbolicLink(kit.PathOf($"{Inbox}/passwd.csv"), "/etc/passwd");

        await kit.SweepAsync(Cancellation);

        Assert.Equal(["passwd.csv|rejected|E-LINK"], await kit.StatesAsync(Cancellation));
        Assert.Equal(["unsafe-file|654-krong-pac/nop|E-LINK: passwd.csv"], await kit.RowsAsync("select kind, folder, detail from emulation.security_events", Cancellation));
        Assert.True(File.Exists("/etc/passwd"));
        Assert.Empty(ArchivedFiles());
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    [Fact]
    public async Task Sweep_HardLink_IsRefusedUnopened()
    {
        var secret = kit.PathOf("../secret");
        File.WriteAllBytes(secret, March);
        Assert.Equal(0, Link(secret, kit.PathOf($"{Inbox}/thang-3.csv")));

        await kit.SweepAsync(Cancellation);

        Assert.Equal(["thang-3.csv|rejected|E-LINK"], await kit.StatesAsync(Cancellation));
        Assert.Empty(ArchivedFiles());
        Assert.Equal(March, File.ReadAllBytes(secret));
    }

    [Fact]
    public async Task Sweep_Pipe_IsRefusedWithoutWaitingForIt()
    {
        Assert.Equal(0, MakePipe(kit.PathOf($"{Inbox}/thang-3.csv"), 0x1B6));

        await kit.SweepAsync(Cancellation);

        Assert.Equal(["thang-3.csv|rejected|E-NOTAFILE"], await kit.StatesAsync(Cancellation));
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    [Fact]
    public async Task Sweep_FolderInTheInbox_GetsOneAnswer()
    {
        Directory.CreateDirectory(kit.PathOf($"{Inbox}/Báo cáo tháng 3.xlsx"));
        kit.Drop("thang-3.csv", March, $"{Inbox}/Báo cáo tháng 3.xlsx");

        await kit.SweepAsync(Cancellation);

        Assert.Equal(["Báo cáo tháng 3.xlsx|rejected|E-DIRECTORY"], await kit.StatesAsync(Cancellation));
        Assert.True(File.Exists(kit.PathOf(IntakeKit.Folder + "/da-nhan/20200410-0900_1_Báo cáo tháng 3.xlsx/thang-3.csv")));
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    [Fact]
    public async Task Sweep_SparseFileOfTenGigabytes_IsRefusedUnread()
    {
        using (var file = File.Create(kit.PathOf($"{Inbox}/lon.xlsx")))
        {
            file.SetLength(10L * 1024 * 1024 * 1024);
        }

        await kit.SweepAsync(Cancellation);

        Assert.Equal(["Tệp có dung lượng 10.240 MB, vượt giới hạn 20 MB; hệ thống không đọc."], await kit.RowsAsync("select message from emulation.rejections", Cancellation));
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    // Names as people and attackers write them; each gets its own answer under a name every system can show.
    [Theory]
    [InlineData("a\nb\u202Egnp.csv", "a_b_gnp.csv.DA-NHAN.1.html")]
    [InlineData("CON.csv", "CON.csv.DA-NHAN.1.html")]
    [InlineData("-rf.csv", "-rf.csv.DA-NHAN.1.html")]
    [InlineData("$(reboot).csv", "$(reboot).csv.DA-NHAN.1.html")]
    [InlineData("a:b?c*.csv", "a_b_c_.csv.DA-NHAN.1.html")]
    [InlineData("bao cao. ", "bao cao.DA-NHAN.1.html")]
    [InlineData("báo cáo 📊.csv", "báo cáo 📊.csv.DA-NHAN.1.html")]
    [InlineData("ba\u0301o ca\u0301o.csv", "báo cáo.csv.DA-NHAN.1.html")]
    public async Task Sweep_StrangeName_IsTakenAndAnswered(string name, string answer)
    {
        kit.Drop(name, March);

        await kit.SweepAsync(Cancellation);

        Assert.Equal([answer], kit.Results());
        Assert.Empty(await kit.FaultsAsync(Cancellation));
        Assert.Empty(Directory.GetFileSystemEntries(kit.PathOf(Inbox)));
    }

    [Fact]
    public async Task Sweep_NameOf255Bytes_IsTakenAndAnswered()
    {
        var name = string.Concat(Enumerable.Repeat("ế", 83)) + "ab.csv";
        Assert.Equal(255, Encoding.UTF8.GetByteCount(name));
        kit.Drop(name, March);

        await kit.SweepAsync(Cancellation);

        Assert.Equal(["accepted"], await kit.RowsAsync("select state from emulation.submissions", Cancellation));
        Assert.EndsWith("ế.csv.DA-NHAN.1.html", kit.Results().Single(), StringComparison.Ordinal);
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    [Fact]
    public async Task Sweep_NameThatIsNoUtf8_IsTakenAndAnswered()
    {
        var path = Encoding.UTF8.GetBytes(kit.PathOf($"{Inbox}/bao-cao-")).Concat(new byte[] { 0xC3, 0x28, 0xFF, 0 }).ToArray();
        var file = CreateFile(path, 0x1B6);
        Assert.True(file >= 0);
        using (var handle = new Microsoft.Win32.SafeHandles.SafeFileHandle(file, ownsHandle: true))
        {
            RandomAccess.Write(handle, March, 0);
        }

        await kit.SweepAsync(Cancellation);

        Assert.Equal(["bao-cao-\uFFFD(\uFFFD|accepted|"], await kit.StatesAsync(Cancellation));
        Assert.Empty(await kit.FaultsAsync(Cancellation));
        Assert.Empty(Directory.GetFileSystemEntries(kit.PathOf(Inbox)));
    }

    [Fact]
    public async Task Sweep_NamesThatDifferByCase_AreTwoFilesOfOneContent()
    {
        kit.Drop("A.csv", March);
        kit.Drop("a.csv", March);

        await kit.SweepAsync(Cancellation);

        Assert.Equal(["accepted", "duplicate"], await kit.RowsAsync("select state from emulation.submissions order by submission_id", Cancellation));
        Assert.Equal(2, kit.Results().Length);
    }

    [Fact]
    public async Task Sweep_InboxReplacedByALink_IsNotFollowedAndComesBack()
    {
        Directory.Delete(kit.PathOf(Inbox));
        Directory.CreateDirectory(kit.PathOf("../elsewhere"));
        File.WriteAllBytes(kit.PathOf("../elsewhere/thang-3.csv"), March);
        Directory.CreateSymbolicLink(kit.PathOf(Inbox), kit.PathOf("../elsewhere"));

        await kit.SweepAsync(Cancellation);
        await kit.SweepAsync(Cancellation);

        Assert.Equal(["nop|rejected|E-LINK"], await kit.StatesAsync(Cancellation));
        Assert.True(File.Exists(kit.PathOf("../elsewhere/thang-3.csv")));
        Assert.Null(new DirectoryInfo(kit.PathOf(Inbox)).LinkTarget);
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    [Fact]
    public async Task Sweep_ShareWithoutItsMarker_IsAnOutageAndItsEndCountsForTheUnits()
    {
        File.Move(kit.PathOf(ShareRoot.Marker), kit.PathOf("../marker"));
        kit.Drop("thang-3.csv", March);

        var away = await kit.Take.RunAsync(Cancellation);
        kit.Clock.Advance(TimeSpan.FromHours(20));
        await kit.Take.RunAsync(Cancellation);
        File.Move(kit.PathOf("../marker"), kit.PathOf(ShareRoot.Marker));
        await kit.SweepAsync(Cancellation);

        Assert.False(away.IsAvailable);
        Assert.Equal(["20:00:00"], await kit.RowsAsync("select (ended_at - began_at)::text from emulation.outages", Cancellation));
        Assert.Equal(["20:00:00"], await kit.RowsAsync("select (seen_at - received_at)::text from emulation.submissions join emulation.submission_versions using (submission_id)", Cancellation));
        Assert.Contains(
            "Hệ thống không nhận được tệp từ 09:00 ngày 10/04/2020 (do phía Sở); thời điểm nhận được tính từ lúc đó để đơn vị không bị coi là nộp trễ.",
            (await kit.RowsAsync("select body_text from emulation.receipts", Cancellation))[0],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sweep_AnotherShareAtThePath_IsAnOutage()
    {
        File.WriteAllText(kit.PathOf(ShareRoot.Marker), Guid.NewGuid().ToString());

        Assert.False((await kit.Take.RunAsync(Cancellation)).IsAvailable);
    }

    [Fact]
    public async Task Init_MarkerLost_RefusesToLayOutAnEmptyMountPoint()
    {
        File.Delete(kit.PathOf(ShareRoot.Marker));
        var folders = (ShareFolders)kit.Host.GetService(typeof(ShareFolders))!;

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => folders.InitAsync(Cancellation));

        Assert.Contains("has lost its marker .share-id: is it mounted?", refusal.Message, StringComparison.Ordinal);
    }

    private string[] ArchivedFiles() => Directory.Exists(kit.Archive) ? Directory.GetFiles(kit.Archive, "*", SearchOption.AllDirectories) : [];

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string from, string to);

    [LibraryImport("libc", EntryPoint = "mkfifo", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MakePipe(string path, int mode);

    [LibraryImport("libc", EntryPoint = "creat")]
    private static partial int CreateFile(byte[] path, int mode);
}
