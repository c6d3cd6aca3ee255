using Emulation.Jobs.Hosting;
using Emulation.Reports.Awards;
using Emulation.Reports.Documents.Workbook;
using Emulation.Reports.Storage;
using Emulation.Reports.Tests.Closing;
using ExcelDataReader;

namespace Emulation.Reports.Tests.Awards;

/// <summary>Check list and decisions over stored proposals.</summary>
public sealed class AwardUseCaseTests : IAsyncLifetime
{
    private ResultsRoom room = null!;
    private long submission;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        room = await ResultsRoom.OpenAsync(Cancellation);
        await SubmitAsync("registration", "registrations (submission_id, row_number, is_collective, name, title_registered)", "5, false, 'Trần Thị Ví Dụ', 'Lao động tiên tiến'");
        submission = await SubmitAsync(
            "award-proposals",
            "award_proposals (submission_id, row_number, is_collective, name, title_proposed, discipline, recruited_on, completion, is_direct_worker)",
            "7, false, 'Trần Thị Ví Dụ', 'Lao động tiên tiến', 'Không', '2015-09-01', 'Hoàn thành tốt nhiệm vụ', true",
            "8, false, '=cmd', 'Chiến sĩ thi đua cơ sở', 'Khiển trách', null, null, null");
    }

    public ValueTask DisposeAsync() => room.DisposeAsync();

    [Fact]
    public async Task Check_StoredProposals_StandAsTheLawOf2020Says()
    {
        var list = await room.Get<CheckAwards>().RunAsync(Cancellation);

        Assert.Equal("ND-91-2017", list.Rules.Code);
        Assert.Equal([DossierStanding.Ready, DossierStanding.Blocked], list.Dossiers.Select(dossier => dossier.Checked.Standing));
        Assert.Equal(
            [
                "✗ Tỷ lệ: 1 người được đề nghị, trên 1 người đạt Lao động tiên tiến (toàn ngành); quá mức tối đa 15% là 0 người, phải chọn lại. (NĐ 91/2017/NĐ-CP Điều 9 khoản 3)",
                "✗ Danh hiệu làm cơ sở: Không đạt Lao động tiên tiến: Bị kỷ luật: Khiển trách (vướng từ mức Khiển trách trở lên). (NĐ 91/2017/NĐ-CP Điều 9)",
                "✗ Sáng kiến: Chưa có quyết định công nhận sáng kiến, đề tài. (NĐ 91/2017/NĐ-CP Điều 9)",
                "✗ Kỷ luật: Bị kỷ luật: Khiển trách (vướng từ mức Khiển trách trở lên). (NĐ 91/2017/NĐ-CP Điều 10)",
                "✗ Đăng ký thi đua: Không có trong bản đăng ký thi đua của đơn vị. (Kế hoạch phát động, hạn đăng ký 31/01)",
                "? Thời gian công tác: Chưa ghi ngày tuyển dụng. (NĐ 91/2017/NĐ-CP Điều 10)",
            ],
            AwardLines.Of(list.Dossiers[1].Checked).Take(6));
    }

    [Fact]
    public async Task Decide_AgainstTheComparison_StandsBesideItAsADeviation()
    {
        var decide = room.Get<DecideAward>();
        await decide.RunAsync(new ProposalKey(submission, 8), "granted", null, "Biên bản 05/BB-HĐ", "thư ký", Cancellation);
        await decide.RunAsync(new ProposalKey(submission, 7), "changed", "Giấy khen", "Biên bản 05/BB-HĐ", "thư ký", Cancellation);
        await decide.RunAsync(new ProposalKey(submission, 7), "granted", null, "Biên bản 06/BB-HĐ", "thư ký", Cancellation);

        var dossiers = (await room.Get<CheckAwards>().RunAsync(Cancellation)).Dossiers;

        Assert.Equal([false, true], dossiers.Select(dossier => dossier.Deviates));
        Assert.Equal(
            ["Đồng ý. Biên bản 06/BB-HĐ", "Đồng ý. Biên bản 05/BB-HĐ (Khác kết luận đối chiếu)"], dossiers.Select(AwardLines.Decision));
        Assert.Equal(3, (await room.Get<AuditStore>().ListAsync("award-decided", 10, Cancellation)).Count);
    }

    // Why the council went its own way stands in the log, and a reason reworded behind its back is found; entries from before the log told reasons still verify.
    [Fact]
    public async Task Decide_LeavesItsReasonInTheAuditLog()
    {
        var decide = room.Get<DecideAward>();
        await OwnerAsync("""
            drop trigger audit_award_decision on emulation.award_decisions;
            create trigger audit_award_decision after insert on emulation.award_decisions for each row
                execute function emulation.audit_row('award-decided', 'decided_by', 'award_decision_id', 'award_decision_id,submission_id,row_number,decision,title_decided,decided_at');
            """);
        await decide.RunAsync(new ProposalKey(submission, 7), "refused", null, "Biên bản 04/BB-HĐ", "thư ký", Cancellation);
        await OwnerAsync(await MigrationAsync("migrations.0037_award_reasons_told.sql"));
        var decided = await decide.RunAsync(new ProposalKey(submission, 8), "granted", null, "Biên bản 05/BB-HĐ: thành tích đột xuất", "thư ký", Cancellation);

        var payloads = (await room.Get<AuditStore>().ListAsync("award-decided", 10, Cancellation)).Select(one => one.Entry.Payload!).ToList();
        Assert.Contains("\"reason\": \"Biên bản 05/BB-HĐ: thành tích đột xuất\"", payloads[0], StringComparison.Ordinal);
        Assert.DoesNotContain("reason", payloads[1], StringComparison.Ordinal);
        Assert.Empty((await room.Get<VerifyAudit>().RunAsync([], Cancellation)).Faults);

        await OwnerAsync("alter table emulation.award_decisions disable trigger user; update emulation.award_decisions set reason = 'Biên bản khác'");

        Assert.Equal([$"award_decisions {decided} is not what was recorded: it was altered"], (await room.Get<VerifyAudit>().RunAsync([], Cancellation)).Faults);
    }

    [Theory]
    [InlineData(7, "changed", null, "Biên bản")]
    [InlineData(7, "granted", "Giấy khen", "Biên bản")]
    [InlineData(7, "changed", "Huân chương sao lạ", "Biên bản")]
    [InlineData(7, "granted", null, " ")]
    public async Task Decide_WithoutWhatItNeeds_IsRefused(int row, string decision, string? title, string reason) =>
        await Assert.ThrowsAnyAsync<ArgumentException>(() => room.Get<DecideAward>().RunAsync(new ProposalKey(submission, row), decision, title, reason, "thư ký", Cancellation));

    [Fact]
    public async Task Decide_OnAProposalThatNoLongerCounts_IsRefused()
    {
        await ExecuteAsync("update emulation.submission_versions set is_current = false");

        await Assert.ThrowsAsync<InvalidOperationException>(() => room.Get<DecideAward>().RunAsync(new ProposalKey(submission, 7), "granted", null, "Biên bản", "thư ký", Cancellation));
    }

    [Fact]
    public async Task Workbook_HoldsEveryDossierAndNoFormula()
    {
        var list = await room.Get<CheckAwards>().RunAsync(Cancellation);

        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(AwardWorkbook.Write(room.Plan.Plan, list)));
        var cells = new List<string>();
        while (reader.Read())
        {
            cells.AddRange(Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column)?.ToString()).OfType<string>());
        }

        Assert.Contains("=cmd", cells);
        Assert.Contains("Chưa đủ điều kiện", cells);
        Assert.Contains($"{submission}.7", cells);
    }

    private async Task<long> SubmitAsync(string form, string into, params string[] rows)
    {
        var unit = room.Plan.Ids.Units[room.Plan.Plan.Units[0].Code];
        var period = room.Plan.Ids.Periods[room.Plan.Plan.YearPeriod.Code];
        await using var command = room.Database.DataSource.CreateCommand($"""
            with submitted as (
                insert into emulation.submissions (plan_code, unit_id, folder, file_name, file_name_bytes, seen_at, state, file_hash, form, period_id, decided_at, left_inbox_at, answered_at)
                values ('dak-lak-2020', {unit}, 'f', '{form}', '{form}', now(), 'accepted', '\x00', '{form}', {period}, now(), now(), now())
                returning submission_id
            )
            insert into emulation.submission_versions (submission_id, unit_id, form, period_id, version_number, is_current, received_at)
            select submission_id, {unit}, '{form}', {period}, 1, true, now() from submitted returning submission_id
            """);
        var id = (long)(await command.ExecuteScalarAsync(Cancellation))!;
        foreach (var row in rows)
        {
            await ExecuteAsync($"insert into emulation.{into} values ({id}, {row})");
        }

        return id;
    }

    private static async Task<string> MigrationAsync(string name)
    {
        using var reader = new StreamReader(typeof(Migrator).Assembly.GetManifestResourceStream(name)!);
        return await reader.ReadToEndAsync(Cancellation);
    }

    private async Task OwnerAsync(string sql)
    {
        await using var command = room.Database.OwnerDataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = room.Database.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
