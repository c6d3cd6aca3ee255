using System.Security.Cryptography;
using System.Text;
using Emulation.Plan;
using Emulation.Reports.Evidence;
using Emulation.Reports.Scoring;
using Emulation.Reports.Storage;
using Npgsql;

namespace Emulation.Reports.Tests.Closing;

/// <summary>The file behind a bonus, a penalty or a council's figure is kept, printed, frozen with the run and found again; without a file nothing is other than it was.</summary>
public sealed class EvidenceTests : IAsyncLifetime
{
    private static readonly PeriodCode Wave1 = new("2020-W1");
    private static readonly UnitCode Unit = new("654");
    private static readonly byte[] Scan = "quyết định 12, bản quét"u8.ToArray();
    private static readonly string Hash = Convert.ToHexStringLower(SHA256.HashData(Scan));
    private ResultsRoom room = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => room = await ResultsRoom.OpenAsync(Cancellation);

    public ValueTask DisposeAsync() => room.DisposeAsync();

    [Fact]
    public async Task Adjustment_WithAFile_KeepsItAndPrintsItsNameAndHash()
    {
        var outcome = await EnterAsync("QĐ 12.pdf", Scan);
        await room.Get<CloseWave>().RunAsync(Wave1, "test", Cancellation);

        Assert.Equal(new AdjustmentOutcome.Entered(1, 1), outcome);
        Assert.Equal(Scan, room.Archive.Files[Hash]);
        Assert.Equal([$"1|1||QĐ 12.pdf|{Hash}|{Scan.Length}|văn phòng"], await RowsAsync());
        Assert.Contains($"   +2,00: Bằng khen (minh chứng: QĐ 12/QĐ-BTP; tệp số 1: QĐ 12.pdf, SHA-256 {Hash[..12]}…)\n", await CardAsync(), StringComparison.Ordinal);
        Assert.True((await room.Get<RecomputeWave>().RunAsync(Wave1, Cancellation))!.IsSame);
        Assert.Empty((await room.Get<VerifyAudit>().RunAsync([], Cancellation)).Faults);
    }

    [Fact]
    public async Task Trace_OfABonus_NamesTheFile()
    {
        await EnterAsync("QĐ 12.pdf", Scan);
        await room.Get<CloseWave>().RunAsync(Wave1, "test", Cancellation);
        var report = await room.Get<PublishReport>().RunAsync(ReportKind.WaveInterim, Wave1, Cancellation);

        var traced = await room.Get<TraceReport>().RunAsync(report.ReportId, $"ranking;{Unit};{room.Plan.Plan.UnitByCode(Unit).Block};points", Cancellation);

        Assert.Contains($"bonus of {Unit} for {Wave1}: Bằng khen (QĐ 12/QĐ-BTP; evidence 1: QĐ 12.pdf, sha256 {Hash[..12]})", traced.Lineage.Leaves().Select(leaf => leaf.Says));
    }

    [Fact]
    public async Task CouncilsFigure_WithAFile_PrintsIt()
    {
        Assert.Null(await DecideAsync(new DecisionProof("BB 05", Offered("bien-ban.pdf", Scan))));
        await room.Get<ComputeRun>().RunAsync(Wave1, RunKind.Provisional, Cancellation);

        Assert.Equal([$"1||1|bien-ban.pdf|{Hash}|{Scan.Length}|thu-ky"], await RowsAsync());
        Assert.Contains($": Họp xét (minh chứng: BB 05; tệp số 1: bien-ban.pdf, SHA-256 {Hash[..12]}…)\n", await CardAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, true, " (minh chứng: tệp số 1: bien-ban.pdf, SHA-256 ")]
    [InlineData(true, false, " (minh chứng: BB 05)\n")]
    [InlineData(false, false, ": Họp xét\n")]
    public async Task CouncilsFigure_WithWordsOrFileOrNeither_PrintsWhatThereIs(bool hasWords, bool hasFile, string printed)
    {
        await DecideAsync(new DecisionProof(hasWords ? "BB 05" : " ", hasFile ? Offered("bien-ban.pdf", Scan) : null));
        await room.Get<ComputeRun>().RunAsync(Wave1, RunKind.Provisional, Cancellation);

        Assert.Contains(printed, await CardAsync(), StringComparison.Ordinal);
    }

    /// <summary>The text whose hash a run stores, as it was before there were files: a closing of that time computes to the hash it was closed with.</summary>
    [Theory]
    [InlineData(false, "adjusted\t654\t2020-W1\t-1.5\tBáo cáo sai\tCV 3\nadjusted\t654\t2020-W1\t2\tBằng khen\tQĐ 12/QĐ-BTP")]
    [InlineData(true, "adjusted\t654\t2020-W1\t-1.5\tBáo cáo sai\tCV 3\nadjusted\t654\t2020-W1\t2\tBằng khen\tQĐ 12/QĐ-BTP\t{0}")]
    public async Task InputsHash_CoversTheFile_AndIsWhatItWasWithoutOne(bool hasFile, string inputs)
    {
        Assert.IsType<AdjustmentOutcome.Entered>(await EnterAsync("QĐ 12.pdf", hasFile ? Scan : null));
        await room.Get<EnterAdjustment>().RunAsync(new AdjustmentEntry(Unit, Wave1, -1.50m, "Báo cáo sai", "CV 3", "văn phòng"), Cancellation);

        await room.Get<CloseWave>().RunAsync(Wave1, "test", Cancellation);

        var text = inputs.Replace("{0}", Hash, StringComparison.Ordinal);
        Assert.Equal([Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))], await ListAsync("select encode(inputs_hash, 'hex') from emulation.runs"));
        Assert.True((await room.Get<RecomputeWave>().RunAsync(Wave1, Cancellation))!.IsSame);
    }

    /// <summary>What is frozen is the content: its name and number may be others.</summary>
    [Fact]
    public async Task Closing_WhoseEvidenceIsExchangedOrLost_IsNotTheSame()
    {
        await EnterAsync("QĐ 12.pdf", Scan);
        await room.Get<CloseWave>().RunAsync(Wave1, "test", Cancellation);

        await OwnerAsync("update emulation.evidence_files set file_name = 'khac.pdf'");
        Assert.True((await room.Get<RecomputeWave>().RunAsync(Wave1, Cancellation))!.IsSame);
        await OwnerAsync("update emulation.evidence_files set file_hash = sha256('khác')");
        Assert.False((await room.Get<RecomputeWave>().RunAsync(Wave1, Cancellation))!.IsSame);
        await OwnerAsync("delete from emulation.evidence_files");
        Assert.False((await room.Get<RecomputeWave>().RunAsync(Wave1, Cancellation))!.IsSame);
    }

    [Theory]
    [InlineData("update emulation.evidence_files set file_hash = sha256('khác')", "evidence_files 1 is not what was recorded: it was altered")]
    [InlineData("delete from emulation.evidence_files", "evidence_files 1 is gone: it was removed after it was recorded")]
    [InlineData("insert into emulation.evidence_files (score_opinion_id, file_name, file_hash, file_size, kept_by, kept_at) select score_opinion_id, 'a', sha256('quyết định 12, bản quét'), 1, 'ai đó', now() from emulation.score_opinions", "evidence_files 2 has no entry in the audit log: it was put in behind its back")]
    public async Task Verify_EvidenceAlteredByTheOwner_NamesIt(string tampering, string fault)
    {
        await EnterAsync("QĐ 12.pdf", Scan);
        await DecideAsync(new DecisionProof(null, null));
        await OwnerAsync(tampering);

        Assert.Contains(fault, (await room.Get<VerifyAudit>().RunAsync([], Cancellation)).Faults);
    }

    /// <summary>The audit log holds no file name: it may name a person.</summary>
    [Fact]
    public async Task Audit_TellsOfTheContentWithoutItsName()
    {
        await EnterAsync("Trần Thị Ví Dụ.pdf", Scan);

        var entry = Assert.Single(await room.Get<AuditStore>().ListAsync("evidence-kept", 10, Cancellation)).Entry;

        Assert.Equal(("văn phòng", "evidence_files 1"), (entry.Actor, entry.Subject));
        Assert.Contains(Hash, entry.Payload, StringComparison.Ordinal);
        Assert.DoesNotContain("Ví Dụ", entry.Payload, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("update emulation.evidence_files set file_hash = sha256('khác')")]
    [InlineData("update emulation.evidence_files set file_name = 'khac.pdf'")]
    [InlineData("update emulation.evidence_files set file_name = '(đã xóa)', kept_by = 'ai đó'")]
    [InlineData("delete from emulation.evidence_files")]
    public async Task Rows_AreNeverChanged(string change)
    {
        await EnterAsync("QĐ 12.pdf", Scan);

        await using var command = room.Database.DataSource.CreateCommand(change);
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Cancellation));

        Assert.Equal("rows of evidence_files are appended and never changed", refusal.MessageText);
    }

    [Theory]
    [InlineData(0, "Tệp minh chứng QĐ 12.pdf không có nội dung.")]
    [InlineData(1000, null)]
    [InlineData(1001, "Tệp minh chứng QĐ 12.pdf lớn hơn mức cho phép 0,00 MB: hãy nén lại hoặc quét với độ phân giải thấp hơn.")]
    public async Task File_EmptyOrTooLarge_IsRefusedAndNothingIsEntered(int size, string? message)
    {
        var outcome = await EnterAsync("QĐ 12.pdf", new byte[size]);

        Assert.Equal(message, (outcome as AdjustmentOutcome.Refused)?.Message);
        Assert.Equal([message is null ? "1|1" : "0|0"], await CountsAsync());
        Assert.Equal(message is null ? 1 : 0, room.Archive.Files.Count);
        Assert.Equal(message, await DecideAsync(new DecisionProof(null, Offered("QĐ 12.pdf", new byte[size]))));
    }

    /// <summary>A stream that cannot say how long it is (an upload) is not read without end.</summary>
    [Fact]
    public async Task File_OfUnknownLength_IsReadUpToTheLimit()
    {
        var pipe = new System.IO.Pipelines.Pipe();
        await pipe.Writer.WriteAsync(new byte[1001], Cancellation);

        var (kept, fault) = await room.Get<KeepEvidence>().RunAsync(new OfferedEvidence("a.pdf", pipe.Reader.AsStream()), Cancellation);

        Assert.Null(kept);
        Assert.StartsWith("Tệp minh chứng a.pdf lớn hơn mức cho phép", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SameFileTwice_IsKeptOnce_AndProvesBoth()
    {
        await EnterAsync("QĐ 12.pdf", Scan);
        var second = await EnterAsync("ban-sao.pdf", Scan);

        Assert.Equal(new AdjustmentOutcome.Entered(2, 2), second);
        Assert.Equal([$"1|1||QĐ 12.pdf|{Hash}|{Scan.Length}|văn phòng", $"2|2||ban-sao.pdf|{Hash}|{Scan.Length}|văn phòng"], await RowsAsync());
        Assert.Equal(Hash, Assert.Single(room.Archive.Files).Key);
    }

    /// <summary>Killed after the archive has the file: no row names anything. Killed within the transaction: neither decision nor file. Entered again, all is there once.</summary>
    [Theory]
    [InlineData("evidence-kept")]
    [InlineData("adjustment-entered")]
    public async Task Killed_BetweenArchiveAndCommit_LeavesNoRow_AndIsEnteredAgain(string failPoint)
    {
        FailPoint.Armed = place => _ = place == failPoint ? throw new OperationCanceledException("killed") : 0;
        await Assert.ThrowsAsync<OperationCanceledException>(() => EnterAsync("QĐ 12.pdf", Scan));
        FailPoint.Armed = null;
        Assert.Equal(["0|0"], await CountsAsync());
        Assert.True(room.Archive.Holds(Hash));

        Assert.IsType<AdjustmentOutcome.Entered>(await EnterAsync("QĐ 12.pdf", Scan));

        Assert.Equal(["1|1"], await CountsAsync());
    }

    [Fact]
    public async Task Archive_ThatCannotKeepIt_LeavesNoRow()
    {
        room.Archive.IsFull = true;

        await Assert.ThrowsAsync<IOException>(() => EnterAsync("QĐ 12.pdf", Scan));

        Assert.Equal(["0|0"], await CountsAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task FileDamagedOrLost_IsNamed(bool isLost)
    {
        await EnterAsync("QĐ 12.pdf", Scan);
        var closed = await room.Get<CloseWave>().RunAsync(Wave1, "test", Cancellation);
        Assert.Empty(await room.Get<CheckEvidence>().RunAsync(null, Cancellation));
        await DecideAsync(new DecisionProof(null, Offered("bien-ban.pdf", [1, 2])));
        room.Archive.Files[Hash][0] ^= 1;
        if (isLost)
        {
            room.Archive.Files.Remove(Hash);
        }

        var fault = $"evidence 1 (QĐ 12.pdf, sha-256 {Hash}) of score_adjustments 1 is missing or damaged in the archive";
        Assert.Equal([fault], (await room.Get<VerifyAudit>().RunAsync([], Cancellation)).Faults);
        Assert.Equal([fault], await room.Get<CheckEvidence>().RunAsync(closed.RunId, Cancellation));
        Assert.Empty(await room.Get<CheckEvidence>().RunAsync(closed.RunId + 1, Cancellation));
        Assert.StartsWith(fault, (await Assert.ThrowsAsync<IOException>(() => WriteAsync(Path.GetTempPath()))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_WrittenOut_IsWhatWasHandedIn_AndWritesOverNothing()
    {
        await EnterAsync("QĐ 12.pdf", Scan);
        var folder = Directory.CreateTempSubdirectory("emulation-evidence-");

        var path = await WriteAsync(Path.Combine(folder.FullName, "moi"));
        Assert.Equal(path, await WriteAsync(Path.Combine(folder.FullName, "moi")));
        Assert.Equal((Path.Combine(folder.FullName, "moi", "QĐ 12.pdf"), Scan.Length), (path, (await File.ReadAllBytesAsync(path, Cancellation)).Length));
        await File.WriteAllTextAsync(path, "tệp khác", Cancellation);

        await Assert.ThrowsAsync<IOException>(() => WriteAsync(Path.Combine(folder.FullName, "moi")));
        Assert.Equal("tệp khác", await File.ReadAllTextAsync(path, Cancellation));
        folder.Delete(recursive: true);
    }

    /// <summary>What a person had erased does not come back by another way, and is not missed.</summary>
    [Fact]
    public async Task Content_GivenUpOnRequest_IsNotTakenAgain_AndNotMissed()
    {
        await EnterAsync("QĐ 12.pdf", Scan);
        await OwnerAsync("""
            insert into emulation.erasures (plan_code, erased_at, erased_by, reason, row_count, original_count) values ('dak-lak-2020', now(), 'văn phòng', 'đơn 12', 1, 1);
            insert into emulation.erased_contents select file_hash, 1 from emulation.evidence_files
            """);
        room.Archive.Files.Clear();

        var again = await EnterAsync("QĐ 12.pdf", Scan);

        Assert.Equal(
            new AdjustmentOutcome.Refused("Nội dung của tệp minh chứng QĐ 12.pdf đã được xóa theo yêu cầu về dữ liệu cá nhân (lần xóa số 1), không lưu lại nữa."), again);
        Assert.Empty(room.Archive.Files);
        Assert.Empty((await room.Get<VerifyAudit>().RunAsync([], Cancellation)).Faults);
        Assert.Equal("The content of evidence 1 was given up by erasure 1.", (await Assert.ThrowsAsync<InvalidOperationException>(() => WriteAsync(Path.GetTempPath()))).Message);
    }

    [Theory]
    // as an officer's computer calls it            as it is kept
    [InlineData("/home/an/QĐ 12.pdf", "QĐ 12.pdf")]
    [InlineData("C:\\Tài liệu\\QĐ 12.pdf", "QĐ 12.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("..", "_")]
    [InlineData("", "_")]
    [InlineData("a\nb\u202Efdp.exe", "a_b_fdp.exe")]
    [InlineData("a<b>:\"|?*.pdf", "a_b______.pdf")]
    [InlineData("Quye\u0302\u0301t.pdf", "Quyết.pdf")]
    public void Name_IsPlain(string given, string kept) => Assert.Equal(kept, EvidenceName.Of(given));

    [Fact]
    public void Name_TooLong_KeepsItsExtension()
    {
        var name = EvidenceName.Of(new string('ế', 300) + ".pdf");

        Assert.EndsWith("ế.pdf", name, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(name), 190, 200);
    }

    private static OfferedEvidence Offered(string name, byte[] content) => new(name, new MemoryStream(content));

    private Task<AdjustmentOutcome> EnterAsync(string name, byte[]? content) => room.Get<EnterAdjustment>().RunAsync(
        new AdjustmentEntry(Unit, Wave1, 2, "Bằng khen", "QĐ 12/QĐ-BTP", "văn phòng") { File = content is null ? null : Offered(name, content) }, Cancellation);

    private Task<string?> DecideAsync(DecisionProof proof) => room.Get<GiveOpinion>().DecideAsync(Unit, Wave1, "A02", 3, "Họp xét", proof, "thu-ky", Cancellation);

    private async Task<string> WriteAsync(string folder) =>
        await room.Get<CheckEvidence>().WriteAsync((await room.Get<EvidenceStore>().FindAsync(1, Cancellation))!, new DirectoryInfo(folder), Cancellation);

    private async Task<string> CardAsync()
    {
        await using var output = new StringWriter { NewLine = "\n" };
        Assert.True(await room.Get<ScoreExplain>().WriteAsync(Unit, Wave1, output, Cancellation));
        return output.ToString();
    }

    private Task<List<string>> RowsAsync() => ListAsync(
        "select concat(evidence_file_id, '|', score_adjustment_id, '|', score_opinion_id, '|', file_name, '|', encode(file_hash, 'hex'), '|', file_size, '|', kept_by) from emulation.evidence_files order by 1");

    private Task<List<string>> CountsAsync() => ListAsync("select concat((select count(*) from emulation.score_adjustments), '|', (select count(*) from emulation.evidence_files))");

    private async Task<List<string>> ListAsync(string sql)
    {
        await using var command = room.Database.DataSource.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var lines = new List<string>();
        while (await reader.ReadAsync(Cancellation))
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }

    private async Task OwnerAsync(string sql)
    {
        await using var command = room.Database.OwnerDataSource.CreateCommand($"alter table emulation.evidence_files disable trigger user; {sql}");
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
