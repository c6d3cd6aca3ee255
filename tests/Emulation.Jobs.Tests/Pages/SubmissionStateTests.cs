using Emulation.Jobs.Pages.Storage;
using Emulation.TestSupport;

namespace Emulation.Jobs.Tests.Pages;

public sealed class SubmissionStateTests
{
    [Fact]
    public async Task Submissions_TakenBackWhole_ShowAsWithdrawn()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var database = await TestDatabase.CreateAsync(cancellationToken);
        await using (var rows = database.OwnerDataSource.CreateCommand(
            """
            insert into emulation.submissions (plan_code, unit_id, folder, file_name, file_name_bytes, seen_at, state, file_hash, decided_at, left_inbox_at)
            select 'p', 1, 'f', 'tệp ' || n, ('tep ' || n)::bytea, timestamptz '2020-03-01Z' + n * interval '1 hour', state, 'h', now(), now()
            from (values (1, 'accepted'), (2, 'accepted'), (3, 'withdrawal'), (4, 'withdrawn')) as files (n, state);
            insert into emulation.submission_versions (submission_id, unit_id, form, period_id, version_number, is_current, received_at, withdrawn_by)
            values (1, 1, 'figures', 1, 1, false, now(), 3), (2, 1, 'figures', 1, 2, true, now(), null), (2, 2, 'figures', 1, 1, false, now(), 3)
            """))
        {
            await rows.ExecuteNonQueryAsync(cancellationToken);
        }

        var queries = new PageQueries(database.DataSource);

        Assert.Equal(
            [(4L, "withdrawn"), (3L, "withdrawal"), (2L, "accepted"), (1L, "withdrawn")],
            (await queries.SubmissionsAsync("p", null, null, 10, cancellationToken)).Select(row => (row.SubmissionId, row.State)));
        Assert.Equal([4L, 1L], (await queries.SubmissionsAsync("p", null, "withdrawn", 10, cancellationToken)).Select(row => row.SubmissionId));
        Assert.Equal([("accepted", 1), ("withdrawal", 1), ("withdrawn", 2)], await queries.CountSubmissionsAsync("p", cancellationToken));
    }
}
