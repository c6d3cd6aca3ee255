using Npgsql;

namespace Emulation.TestSupport;

/// <summary>What must hold of mails whenever the system has come to rest (design §12.5): the ledger and its history tell one story, and nothing went twice.</summary>
public static class DeliveryInvariants
{
    /// <summary>Each row is one sentence of what is wrong; no rows: all is well.</summary>
    private static readonly (string Says, string Sql)[] Queries =
    [
        ("mail {0} is being sent at rest", "select delivery_id::text from emulation.deliveries where state = 'sending' or lease_owner is not null"),
        ("mail {0} was handed over again without a person's decision", """
            select distinct delivery_id::text
            from (
                select delivery_id, state, decided_by, lag(state) over (partition by delivery_id order by delivery_event_id) as before
                from emulation.delivery_events
            ) as told
            where (state = 'sending' and before is distinct from 'queued' and before is not null)
                or (state = 'queued' and before in ('accepted', 'uncertain', 'refused', 'held', 'bounced') and decided_by is null)
            """),
        ("mail {0} is in another state than its history says", """
            select delivery_id::text from emulation.deliveries
            join lateral (
                select state as last_told from emulation.delivery_events
                where delivery_events.delivery_id = deliveries.delivery_id order by delivery_event_id desc limit 1
            ) as told on true
            where state <> last_told
            """),
        ("mail {0} was never handed over and is settled", """
            select delivery_id::text from emulation.deliveries
            where state in ('accepted', 'uncertain') and not exists (
                select from emulation.delivery_events where delivery_events.delivery_id = deliveries.delivery_id and delivery_events.state = 'sending')
            """),
        ("report {0} has no mails", """
            select report_id::text from emulation.reports
            where not exists (select from emulation.deliveries where deliveries.report_id = reports.report_id)
            """),
    ];

    /// <summary>What is wrong; empty if nothing is.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        foreach (var (says, sql) in Queries)
        {
            await using var command = database.CreateCommand(sql);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                faults.Add(says.Replace("{0}", reader.GetString(0), StringComparison.Ordinal));
            }
        }

        return faults;
    }
}
