using Emulation.Ingest.Intake;
using Emulation.Ingest.PersonalData;
using Emulation.Ingest.Validation;
using Emulation.Plan;
using Microsoft.Extensions.DependencyInjection;

namespace Emulation.Ingest.Tests.PersonalData;

/// <summary>What is kept of a person can be shown and erased, and what others sent stays.</summary>
public sealed class PersonalRecordsTests : IAsyncLifetime
{
    private const string Name = "Trần Thị Ví Dụ";
    private static readonly UnitCode Unit = new("654");
    private IntakeKit kit = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private PersonalRecords Records => kit.Host.GetRequiredService<PersonalRecords>();

    public async ValueTask InitializeAsync()
    {
        kit = await IntakeKit.CreateAsync(Cancellation, SubmissionReader.Read);
        const string header = "Mã đơn vị;Năm;Loại;Họ tên hoặc tên tập thể;Giới tính;Ngày sinh;Chức vụ;Danh hiệu đề nghị;Kỷ luật\n";
        kit.Clock.SetUtcNow(new DateTimeOffset(2020, 11, 10, 2, 0, 0, TimeSpan.Zero));
        kit.Drop("de nghi.csv", header + $"654;2020;Cá nhân;{Name};Nữ;02/03/1980;Chuyên viên;Lao động tiên tiến;Không\n654;2020;Cá nhân;Nguyễn Văn Mẫu;Nam;04/05/1985;Chuyên viên;Lao động tiên tiến;Không\n");
        kit.Drop("de nghi.csv", header + $"643;2020;Cá nhân;{Name};Nữ;02/03/1980;Chuyên viên;Lao động tiên tiến;Không\n", "643-buon-ma-thuot/nop");
        await kit.SweepAsync(Cancellation);
        Assert.Equal(["accepted", "accepted"], await kit.RowsAsync("select state from emulation.submissions", Cancellation));
    }

    public ValueTask DisposeAsync() => kit.DisposeAsync();

    [Fact]
    public async Task Find_OtherSpellingOfTheName_FindsEveryRowAboutThePerson()
    {
        var everywhere = await Records.FindAsync("trần  thị VÍ DỤ", null, Cancellation);
        var inUnit = await Records.FindAsync(Name, Unit, Cancellation);

        Assert.Equal(2, everywhere.Count);
        Assert.Contains("1980-03-02", Assert.Single(inUnit).Kept, StringComparison.Ordinal);
        Assert.Empty(await Records.FindAsync("Trần Thị", Unit, Cancellation));
    }

    [Fact]
    public async Task Erase_OnePersonOfAUnit_LeavesOthersAndSaysWhatIsLeftToDo()
    {
        var done = await Records.EraseAsync(Name, Unit, withOriginals: false, [], "Theo đơn số 12", "văn phòng", Cancellation);

        Assert.Equal((1, 0, 1, 1), (done.Rows, done.OriginalsErased, done.OriginalsKept.Count, done.InShare.Count));
        Assert.Equal(
            ["(đã xóa)||", "Nguyễn Văn Mẫu|Nam|05/04/1985", $"{Name}|Nữ|03/02/1980"],
            await kit.RowsAsync("select name, gender, born_on from emulation.award_proposals order by name", Cancellation));
        Assert.Empty(await Records.FindAsync(Name, Unit, Cancellation));
        Assert.Equal(["0"], await kit.RowsAsync($"select count(*) from emulation.receipts join emulation.submissions using (submission_id) where submissions.folder like '654%' and (html like '%{Name}%' or body_text like '%{Name}%')", Cancellation));
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    [Theory]
    //          explanation                                        names her
    [InlineData("Do chị TRẦN THỊ VÍ DỤ, cán bộ hộ tịch, nghỉ sinh.", true)]
    [InlineData("Trần Thị Ví Dụng nghỉ.", false)]
    [InlineData("Do lũ lụt.", false)]
    public async Task Explanation_ThatNamesThePerson_IsShownAndErased(string explanation, bool isAbout)
    {
        await kit.RowsAsync(
            $"""
            insert into emulation.explanations (submission_id, unit_id, indicator_id, period_id, source_sheet, source_row, source_column, explanation)
            select submission_id, unit_id, 1, 1, 1, 7, 9, '{explanation}' from emulation.submissions where folder like '654%'
            """,
            Cancellation);

        Assert.Equal(isAbout, (await Records.FindAsync(Name, Unit, Cancellation)).Any(row => row.Source == "explanations"));
        await Records.EraseAsync(Name, Unit, withOriginals: false, [], "Theo đơn số 12", "văn phòng", Cancellation);

        Assert.Equal([isAbout ? "(đã xóa)" : explanation], await kit.RowsAsync("select explanation from emulation.explanations", Cancellation));
        Assert.Empty(await Records.FindAsync(Name, Unit, Cancellation));
    }

    [Fact]
    public async Task Erase_WithOriginals_GivesUpTheArchivedFileAndHousekeepingFindsNoDamage()
    {
        await Records.EraseAsync(Name, Unit, withOriginals: true, [], "Theo đơn số 12", "văn phòng", Cancellation);

        Assert.Single(Directory.GetFiles(kit.Archive, "*", SearchOption.AllDirectories));
        Assert.Empty((await kit.Host.GetRequiredService<Housekeeping>().RunAsync(Cancellation)).Damaged);
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    [Fact]
    public async Task Erase_KilledBeforeTheOriginalsWent_IsFinishedByHousekeeping()
    {
        FailPoint.Armed = place => _ = place == "person-erased" ? throw new OperationCanceledException("killed") : 0;
        await Assert.ThrowsAsync<OperationCanceledException>(() => Records.EraseAsync(Name, Unit, withOriginals: true, [], "Theo đơn số 12", "văn phòng", Cancellation));
        FailPoint.Armed = null;
        Assert.Equal(2, Directory.GetFiles(kit.Archive, "*", SearchOption.AllDirectories).Length);

        await kit.Host.GetRequiredService<Housekeeping>().RunAsync(Cancellation);

        Assert.Single(Directory.GetFiles(kit.Archive, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Erase_IsAudited_WithoutTheName()
    {
        await Records.EraseAsync(Name, Unit, withOriginals: true, [], "Theo đơn số 12", "văn phòng", Cancellation);

        var entry = Assert.Single(await kit.RowsAsync("select actor, payload from emulation.audit_entries join emulation.audit_payloads using (audit_id) where kind = 'person-erased'", Cancellation));
        Assert.StartsWith("văn phòng|", entry, StringComparison.Ordinal);
        Assert.Equal(["0"], await kit.RowsAsync($"select count(*) from emulation.audit_payloads where payload like '%{Name}%'", Cancellation));
    }

    [Fact]
    public async Task Erase_PersonOfWhomNothingIsKept_IsRefused() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Records.EraseAsync("Lê Văn Khác", Unit, withOriginals: false, [], "Theo đơn", "văn phòng", Cancellation));

    [Theory]
    //          the file behind a bonus of her unit              names her
    [InlineData("Giấy khen - Trần Thị Ví Dụ (2020).pdf", true)]
    [InlineData("giay-khen_tran thi vi du.pdf", true)]
    [InlineData("Trần Thị Vi Dư.pdf", false)]
    [InlineData("QĐ 12.pdf", false)]
    public async Task EvidenceFile_ThatNamesThePerson_IsShownAndLosesItsName(string fileName, bool isAbout)
    {
        var hash = await EvidenceAsync(fileName);

        Assert.Equal(isAbout, (await Records.FindAsync(Name, Unit, Cancellation)).Any(row => row.IsEvidence));
        Assert.DoesNotContain(await Records.FindAsync(Name, new UnitCode("643"), Cancellation), row => row.IsEvidence);
        var done = await Records.EraseAsync(Name, Unit, withOriginals: false, [], "Theo đơn số 12", "văn phòng", Cancellation);

        Assert.Equal(isAbout ? [1] : [], done.EvidenceKept);
        Assert.Equal([isAbout ? "(đã xóa)" : fileName], await kit.RowsAsync("select file_name from emulation.evidence_files", Cancellation));
        Assert.True(kit.Host.GetRequiredService<Archive>().Verify(hash));
        Assert.DoesNotContain(await Records.FindAsync(Name, Unit, Cancellation), row => row.IsEvidence);
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    /// <summary>A scan may be about her whatever it is called: a person says so by its number.</summary>
    [Fact]
    public async Task EvidenceFile_NamedByItsNumber_IsGivenUp_AndItsHashStays()
    {
        var hash = await EvidenceAsync("QĐ 12.pdf");

        var done = await Records.EraseAsync(Name, Unit, withOriginals: false, [1], "Theo đơn số 12", "văn phòng", Cancellation);

        Assert.Equal((2, 1, 1, 0), (done.Rows, done.OriginalsErased, done.OriginalsKept.Count, done.EvidenceKept.Count));
        Assert.False(kit.Host.GetRequiredService<Archive>().Contains(hash));
        Assert.Equal([$"(đã xóa)|{hash}"], await kit.RowsAsync("select file_name, encode(file_hash, 'hex') from emulation.evidence_files", Cancellation));
        Assert.Empty((await kit.Host.GetRequiredService<Housekeeping>().RunAsync(Cancellation)).Damaged);
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    [Fact]
    public async Task EvidenceFile_OfAnotherUnit_IsNotGivenUp()
    {
        await EvidenceAsync("QĐ 12.pdf");

        await Assert.ThrowsAsync<ArgumentException>(() => Records.EraseAsync(Name, new UnitCode("643"), withOriginals: false, [1], "Theo đơn số 12", "văn phòng", Cancellation));

        Assert.Equal(["QĐ 12.pdf"], await kit.RowsAsync("select file_name from emulation.evidence_files", Cancellation));
    }

    private async Task<Fingerprint> EvidenceAsync(string fileName)
    {
        var hash = Fingerprint.Of([1, 2, 3]);
        kit.Host.GetRequiredService<Archive>().Keep(hash, [1, 2, 3]);
        await kit.RowsAsync(
            $"""
            with adjusted as (
                insert into emulation.score_adjustments (plan_code, unit_id, period_id, points, reason, evidence, entered_by, entered_at)
                select 'dak-lak-2020', {kit.Plan.Ids.Units[Unit]}, 1, 2, 'Bằng khen', 'QĐ 12', 'văn phòng', now() returning score_adjustment_id
            )
            insert into emulation.evidence_files (score_adjustment_id, file_name, file_hash, file_size, kept_by, kept_at)
            select score_adjustment_id, '{fileName}', decode('{hash}', 'hex'), 3, 'văn phòng', now() from adjusted
            """,
            Cancellation);
        return hash;
    }
}
