using Emulation.Plan;
using Emulation.Reports.Auditing;
using Emulation.Reports.Storage;
using Npgsql;

namespace Emulation.Reports.Tests.Closing;

/// <summary>Every change leaves an entry, and nobody can alter one unseen: not the program, not the owner of the database.</summary>
public sealed class AuditTests : IAsyncLifetime
{
    private static readonly PeriodCode Wave1 = new("2020-W1");
    private ResultsRoom room = null!;

    private const string Triggers = """
        audit_award_decision emulation.award_decisions
        audit_back_fill emulation.back_fills
        audit_bounce emulation.bounces
        audit_delivery emulation.delivery_events
        audit_erasure emulation.erasures
        audit_evidence_file emulation.evidence_files
        audit_exception emulation.deadline_exceptions
        audit_exception_revoked emulation.deadline_exceptions
        audit_mismatch_decision emulation.mismatch_decisions
        audit_mismatch_follow_up emulation.mismatch_follow_ups
        audit_mismatch_follow_up_end emulation.mismatch_follow_up_ends
        audit_objection emulation.objections
        audit_objection_answer emulation.objection_answers
        audit_plan_version emulation.plan_versions
        audit_reopening emulation.wave_reopenings
        audit_reopening_refusal emulation.wave_reopening_refusals
        audit_reopening_request emulation.wave_reopening_requests
        audit_report emulation.reports
        audit_report_decision emulation.report_decisions
        audit_report_file emulation.report_files
        audit_report_release emulation.report_releases
        audit_schedule_alarm emulation.schedule_alarms
        audit_schedule_pause emulation.schedule_pauses
        audit_schedule_resumption emulation.schedule_resumptions
        audit_score_adjustment emulation.score_adjustments
        audit_score_opinion emulation.score_opinions
        audit_security_event emulation.security_events
        audit_submission emulation.submissions
        audit_wave_closing emulation.wave_closings
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        room = await ResultsRoom.OpenAsync(Cancellation);
        await room.Get<EnterAdjustment>().RunAsync(new AdjustmentEntry(room.Plan.Plan.Units[0].Code, Wave1, 2, "Cờ thi đua của tỉnh", "qd-12.pdf", "văn phòng"), Cancellation);
        await room.Get<CloseWave>().RunAsync(Wave1, "chánh văn phòng", Cancellation);
        await room.Get<PublishReport>().RunAsync(ReportKind.WaveInterim, Wave1, Cancellation);
    }

    public ValueTask DisposeAsync() => room.DisposeAsync();

    [Fact]
    public async Task Changes_OfPlanScoreClosingAndReport_LeaveEntriesWithWhoDidThem()
    {
        var entries = await room.Get<AuditStore>().ListAsync(null, 100, Cancellation);

        Assert.Equal(
            ["report-made by emulation_app", "wave-closed by chánh văn phòng", "score-adjusted by văn phòng", "plan-applied by test"],
            entries.Where(entry => entry.Entry.Kind is not ("delivery" or "report-file-made")).Select(entry => $"{entry.Entry.Kind} by {entry.Entry.Actor}"));
        Assert.Equal(
            await ScalarAsync<long>("select count(*) from emulation.report_files"),
            entries.Count(entry => entry.Entry.Kind == "report-file-made" && entry.Entry.Payload?.Contains("\"content_hash\"", StringComparison.Ordinal) == true));
        var closing = entries.Single(entry => entry.Entry.Kind == "wave-closed").Entry;
        var hash = await ScalarAsync<string>("select encode(result_hash, 'hex') from emulation.runs join emulation.wave_closings using (run_id)");
        Assert.Contains($"\"result_hash\": \"{hash}\"", closing.Payload, StringComparison.Ordinal);
    }

    /// <summary>A table whose trigger got lost would change in silence.</summary>
    [Fact]
    public async Task Tables_ThatTellOfDecisions_HaveTheirTriggers()
    {
        var there = await ScalarAsync<string>("""
            select string_agg(tgname || ' ' || tgrelid::regclass, E'\n') from pg_trigger
            where tgenabled = 'O' and not tgisinternal and starts_with(tgname, 'audit_')
            """);

        Assert.Empty(Triggers.Split('\n', StringSplitOptions.TrimEntries).Except(there.Split('\n')));
    }

    [Fact]
    public async Task Submission_Decided_LeavesOneEntryWhateverElseChanges()
    {
        var id = await ScalarAsync<long>("""
            insert into emulation.submissions (plan_code, folder, file_name, file_name_bytes, seen_at) values ('p', 'f', 'n', 'n', now()) returning submission_id
            """);
        await OwnerAsync($"update emulation.submissions set lease_number = 1 where submission_id = {id}");
        await OwnerAsync($"update emulation.submissions set state = 'withdrawn', decided_at = now() where submission_id = {id}");
        await OwnerAsync($"update emulation.submissions set answered_at = now() where submission_id = {id}");

        var entry = Assert.Single(await room.Get<AuditStore>().ListAsync("submission-decided", 10, Cancellation)).Entry;

        Assert.Equal($"submissions {id}", entry.Subject);
        Assert.Contains("\"state\": \"withdrawn\"", entry.Payload, StringComparison.Ordinal);
        Assert.DoesNotContain("file_name", entry.Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_AsWritten_FindsNothingAndAgreesWithThePrintedHead()
    {
        var verified = await VerifyAsync(await PrintedHeadAsync());

        Assert.Empty(verified.Faults);
        Assert.True(verified.Head!.Number >= 4);
    }

    [Theory]
    [InlineData("update emulation.audit_entries set actor = 'ai đó' where kind = 'score-adjusted'", "audit entry 2 (score-adjusted of score_adjustments 1) was altered")]
    [InlineData("update emulation.audit_payloads set payload = replace(payload, '\"points\": 2', '\"points\": 9') where payload like '%\"points\": 2%'", "the content of audit entry 2 (score-adjusted of score_adjustments 1) was altered")]
    [InlineData("delete from emulation.audit_payloads where audit_id = (select audit_id from emulation.audit_entries where kind = 'wave-closed')", "audit entry 3 (wave-closed of wave_closings 1) has lost its content")]
    [InlineData("delete from emulation.audit_entries where kind = 'wave-closed'", "audit entry 3 is gone")]
    [InlineData("delete from emulation.audit_chain where audit_number = 2", "audit entries 2 to 2 are gone", "the entry with id 2 was kept out of the chain")]
    public async Task Verify_AlteredByTheOwner_NamesTheEntry(string tampering, params string[] faults)
    {
        await room.Get<AuditStore>().SealAsync(Cancellation);
        await TamperAsync(tampering);

        Assert.Equal(faults, (await VerifyAsync()).Faults);
    }

    /// <summary>The log alone proves little if what it speaks of can be changed: a decision altered, removed or put in with the triggers off is named.</summary>
    [Theory]
    [InlineData("update emulation.score_adjustments set points = 9", "score_adjustments 1 is not what was recorded: it was altered")]
    [InlineData("update emulation.score_adjustments set entered_by = 'ai đó'", "score_adjustments 1 is not what was recorded: it was altered")]
    [InlineData("update emulation.wave_closings set closed_at = closed_at + interval '1 day'", "wave_closings 1 is not what was recorded: it was altered")]
    [InlineData("delete from emulation.run_adjustments; delete from emulation.score_adjustments", "score_adjustments 1 is gone: it was removed after it was recorded")]
    [InlineData("insert into emulation.objections (plan_code, unit_id, period_id, objection, entered_by, entered_at) select plan_code, 1, period_id, 'x', 'y', now() from emulation.wave_closings", "objections 1 has no entry in the audit log: it was put in behind its back")]
    public async Task Verify_DecisionAlteredByTheOwner_NamesIt(string tampering, string fault)
    {
        await OwnerAsync($"""
            alter table emulation.score_adjustments disable trigger user;
            alter table emulation.wave_closings disable trigger user;
            alter table emulation.objections disable trigger user;
            {tampering}
            """);

        Assert.Equal([fault], (await VerifyAsync()).Faults);
    }

    /// <summary>Nobody can slip an entry in: between two links it breaks the chain, with a number of its own it has no link, at the end its hash is not what its content gives.</summary>
    [Theory]
    [InlineData("", "the entry with id 999 was kept out of the chain")]
    [InlineData("insert into emulation.audit_chain (audit_number, audit_id, previous_hash, entry_hash) select max(audit_number) + 1, 999, (select entry_hash from emulation.audit_chain order by audit_number desc limit 1), sha256('x') from emulation.audit_chain", "audit entry {0} (score-adjusted of score_adjustments 7) was altered")]
    [InlineData("update emulation.audit_chain set audit_id = 999 where audit_number = 2", "audit entry 2 (score-adjusted of score_adjustments 7) was altered", "the entry with id 2 was kept out of the chain")]
    public async Task Verify_EntryInsertedByTheOwner_IsNamed(string chaining, params string[] faults)
    {
        await room.Get<AuditStore>().SealAsync(Cancellation);
        var last = await ScalarAsync<long>("select max(audit_number) from emulation.audit_chain");
        await TamperAsync($"""
            insert into emulation.audit_entries (audit_id, kind, actor, subject, payload_hash)
                overriding system value values (999, 'score-adjusted', 'ai đó', 'score_adjustments 7', sha256('điểm'));
            insert into emulation.audit_payloads (audit_id, payload) values (999, 'điểm');
            {chaining}
            """);

        Assert.Equal(faults.Select(fault => string.Format(System.Globalization.CultureInfo.InvariantCulture, fault, last + 1)), (await VerifyAsync()).Faults);
    }

    /// <summary>The head that was mailed is the proof that lies outside the owner's reach: read as a recipient would, from the mail.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Verify_EndCutOffAndGrownAgain_DiffersFromTheMailedHead(int links)
    {
        var mailed = await MailedHeadAsync();
        Assert.Empty((await VerifyAsync(mailed)).Faults);
        var number = long.Parse(mailed.Split(':')[0], System.Globalization.CultureInfo.InvariantCulture);
        await TamperAsync($"""
            delete from emulation.audit_entries where audit_id in (select audit_id from emulation.audit_chain where audit_number > {number - links});
            delete from emulation.audit_payloads where audit_id not in (select audit_id from emulation.audit_entries);
            delete from emulation.audit_unsealed where audit_id not in (select audit_id from emulation.audit_entries);
            delete from emulation.audit_chain where audit_number > {number - links}
            """);
        await OwnerAsync("alter table emulation.audit_entries enable trigger user; alter table emulation.audit_chain enable trigger user; alter table emulation.audit_payloads enable trigger user");
        var cut = (await VerifyAsync(mailed)).Faults;
        for (var grown = 0; grown < links; grown++)
        {
            await room.Get<EnterAdjustment>().RunAsync(new AdjustmentEntry(room.Plan.Plan.Units[1].Code, new PeriodCode("2020-W2"), 1, $"lần {grown}", "minh chứng", "văn phòng"), Cancellation);
        }

        var (alone, printed) = ((await VerifyAsync()).Faults, (await VerifyAsync(mailed)).Faults);

        Assert.Equal([$"the chain ends at {number - links}, but entry {number} was printed: its end was cut off"], cut);
        // Alone the chain is whole again, and only the decisions it has forgotten tell of it.
        Assert.All(alone, fault => Assert.EndsWith("it was put in behind its back", fault, StringComparison.Ordinal));
        Assert.Equal([$"audit entry {number} is not the one that was printed: the chain up to it was rebuilt"], printed);
    }

    [Fact]
    public async Task Verify_ChainRebuiltByTheOwner_DiffersFromThePrintedHead()
    {
        var printed = await PrintedHeadAsync();
        await TamperAsync("""
            update emulation.audit_entries set actor = 'ai đó' where kind = 'plan-applied';
            insert into emulation.audit_unsealed select audit_id from emulation.audit_entries on conflict do nothing;
            delete from emulation.audit_chain;
            select emulation.seal_audit()
            """);

        var number = printed.Split(':')[0];
        Assert.Empty((await VerifyAsync()).Faults);
        Assert.Equal([$"audit entry {number} is not the one that was printed: the chain up to it was rebuilt"], (await VerifyAsync(printed)).Faults);
    }

    [Fact]
    public async Task Verify_EndCutOff_IsShownByThePrintedHead()
    {
        await room.Get<AuditStore>().SealAsync(Cancellation);
        var number = await ScalarAsync<long>("select max(audit_number) from emulation.audit_chain");
        var hash = await ScalarAsync<string>($"select encode(entry_hash, 'hex') from emulation.audit_chain where audit_number = {number}");
        await TamperAsync($"""
            delete from emulation.audit_entries where audit_id in (select audit_id from emulation.audit_chain where audit_number = {number});
            delete from emulation.audit_chain where audit_number = {number}
            """);

        Assert.Equal([$"the chain ends at {number - 1}, but entry {number} was printed: its end was cut off"], (await VerifyAsync($"{number}:{hash}")).Faults);
    }

    [Theory]
    [InlineData("update emulation.audit_entries set actor = 'x'")]
    [InlineData("delete from emulation.audit_chain")]
    [InlineData("truncate emulation.audit_entries")]
    [InlineData("delete from emulation.audit_payloads")]
    public async Task Entries_MayNotBeChanged_ByTheProgramNorThoughtlesslyByTheOwner(string change)
    {
        await room.Get<AuditStore>().SealAsync(Cancellation);

        var program = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(room.Database.DataSource, change));
        var owner = await Assert.ThrowsAsync<PostgresException>(() => OwnerAsync(change));

        Assert.Equal((PostgresErrorCodes.InsufficientPrivilege, PostgresErrorCodes.IntegrityConstraintViolation), (program.SqlState, owner.SqlState));
    }

    [Theory]
    [InlineData("update emulation.score_adjustments set points = 1")]
    [InlineData("update emulation.wave_closings set closed_by = 'x'")]
    [InlineData("delete from emulation.wave_closings")]
    public async Task Decisions_MayNotBeChanged_ByTheProgramNorThoughtlesslyByTheOwner(string change)
    {
        var program = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(room.Database.DataSource, change));
        var owner = await Assert.ThrowsAsync<PostgresException>(() => OwnerAsync(change));

        Assert.Equal((PostgresErrorCodes.IntegrityConstraintViolation, PostgresErrorCodes.IntegrityConstraintViolation), (program.SqlState, owner.SqlState));
    }

    [Fact]
    public async Task Seal_WhileManyWrite_ChainsEveryEntryOnce()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var sealers = Enumerable.Range(0, 3).Select(_ => Task.Run(
            async () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    await room.Get<AuditStore>().SealAsync(Cancellation);
                }
            },
            Cancellation)).ToList();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(
            async () =>
            {
                for (var number = 0; number < 50; number++)
                {
                    await room.Get<EnterAdjustment>().RunAsync(
                        new AdjustmentEntry(room.Plan.Plan.Units[writer].Code, new PeriodCode("2020-W2"), 0.01m, $"lần {number}", "minh chứng", $"người {writer}"), Cancellation);
                }
            },
            Cancellation)));
        await stop.CancelAsync();
        await Task.WhenAll(sealers);

        Assert.Empty((await VerifyAsync()).Faults);
        Assert.Equal(await ScalarAsync<long>("select count(*) from emulation.audit_entries"), await ScalarAsync<long>("select max(audit_number) from emulation.audit_chain"));
        Assert.Equal(201, await ScalarAsync<long>("select count(*) from emulation.audit_entries where kind = 'score-adjusted'"));
    }

    private Task<VerifiedAudit> VerifyAsync(params string[] heads) => room.Get<VerifyAudit>().RunAsync(heads, Cancellation);

    /// <summary>From the text of the mail, as the words stand there.</summary>
    private async Task<string> MailedHeadAsync()
    {
        var text = await ScalarAsync<string>("select body_text from emulation.reports");
        return System.Text.RegularExpressions.Regex.Match(text, "[0-9]+:[0-9a-f]{16,64}").Value;
    }

    private Task<string> PrintedHeadAsync() => ScalarAsync<string>("select model -> 'cover' ->> 'auditHead' from emulation.reports");

    /// <summary>As an owner who knows about the triggers.</summary>
    private Task TamperAsync(string sql) => OwnerAsync($"""
        alter table emulation.audit_entries disable trigger user;
        alter table emulation.audit_chain disable trigger user;
        alter table emulation.audit_payloads disable trigger user;
        {sql}
        """);

    private Task OwnerAsync(string sql) => ExecuteAsync(room.Database.OwnerDataSource, sql);

    private static async Task ExecuteAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = room.Database.DataSource.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
