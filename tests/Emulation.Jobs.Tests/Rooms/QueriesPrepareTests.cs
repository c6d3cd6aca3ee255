using System.Reflection;
using Emulation.Ingest;
using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports;
using Emulation.TestSupport;
using Npgsql;

namespace Emulation.Jobs.Tests.Rooms;

/// <summary>Every SQL file of every room is understood by a freshly migrated database, and opens with its four lines.</summary>
public sealed partial class QueriesPrepareTests
{
    private static readonly Assembly[] Rooms = [typeof(EmulationPlan).Assembly, typeof(TakeFiles).Assembly, typeof(CloseWave).Assembly, typeof(JobsServices).Assembly];

    [Fact]
    public async Task EveryQuery_IsPreparedByAMigratedDatabase()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var database = await TestDatabase.CreateAsync(cancellationToken);
        await using var connection = await database.DataSource.OpenConnectionAsync(cancellationToken);
        var faults = new List<string>();
        var count = 0;
        foreach (var (room, name, sql) in All())
        {
            count++;
            try
            {
                var (statement, types) = Numbered(sql);
                await using var command = new NpgsqlCommand($"prepare q{count}{types} as {statement}", connection);
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
            catch (PostgresException fault)
            {
                faults.Add($"{room}/{name}: {fault.MessageText}");
            }
        }

        Assert.True(count > 60, $"only {count} queries were found");
        Assert.True(faults.Count == 0, string.Join("\n", faults));
    }

    [Fact]
    public void EveryQuery_OpensWithFourCommentLines() =>
        Assert.Empty(All().Where(query => query.Sql.Split('\n').Take(4).Any(line => !line.StartsWith("--", StringComparison.Ordinal))).Select(query => $"{query.Room}/{query.Name}"));

    private static IEnumerable<(string Room, string Name, string Sql)> All() =>
        from room in Rooms
        let text = new SqlText(room)
        from name in text.Names
        select (room.GetName().Name!, name, text.Get(name));

    /// <summary>The statement with @names as $1, $2, …, and their types as the opening comment declares them.</summary>
    private static (string Statement, string Types) Numbered(string sql)
    {
        var lines = sql.Split('\n').ToLookup(line => line.TrimStart().StartsWith("--", StringComparison.Ordinal));
        var declared = Declaration().Matches(string.Join('\n', lines[true])).GroupBy(match => match.Groups[1].Value).ToDictionary(group => group.Key, group => group.First().Groups[2].Value);
        var names = new List<string>();
        var statement = Parameter().Replace(string.Join('\n', lines[false]), match =>
        {
            var name = match.Value[1..];
            if (!names.Contains(name))
            {
                names.Add(name);
            }

            return "$" + (names.IndexOf(name) + 1);
        });
        return (statement, names.Count == 0 ? "" : $" ({string.Join(", ", names.Select(name => declared.GetValueOrDefault(name, "unknown")))})");
    }

    [System.Text.RegularExpressions.GeneratedRegex("(?<![@a-z])@[a-z_]+")]
    private static partial System.Text.RegularExpressions.Regex Parameter();

    [System.Text.RegularExpressions.GeneratedRegex(@"\b([a-z_]+):? ((?:text|smallint|integer|int|bigint|numeric|boolean|date|timestamptz|interval|bytea|jsonb|uuid|double precision)\b(?:\[\])?)")]
    private static partial System.Text.RegularExpressions.Regex Declaration();
}
