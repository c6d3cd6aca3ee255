using System.Text.RegularExpressions;
using Emulation.Ingest.Storage;
using Emulation.Plan.Storage;
using Emulation.TestSupport;

namespace Emulation.Ingest.Tests.Storage;

/// <summary>Every statement of the room, as the server sees it.</summary>
public sealed partial class IngestQueriesTests
{
    private static readonly SqlText Texts = new(typeof(SubmissionStore).Assembly);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Queries_OnAFreshDatabase_ArePreparedWithTheTypesTheyName()
    {
        await using var database = await TestDatabase.CreateAsync(Cancellation);
        Assert.NotEmpty(Texts.Names);
        foreach (var name in Texts.Names)
        {
            var text = Texts.Get(name);
            var types = ParameterLine().Matches(text.Split('\n')[1]).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value.TrimEnd());
            var sql = Parameter().Replace(text, match => $"null::{types[match.Value[1..]]}");
            await using var command = database.DataSource.CreateCommand("explain " + sql);
            await command.ExecuteNonQueryAsync(Cancellation);
        }
    }

    [Fact]
    public void Queries_EachOpensWithItsFourLines()
    {
        foreach (var name in Texts.Names)
        {
            var lines = Texts.Get(name).Split('\n');
            Assert.All(lines.Take(4), line => Assert.StartsWith("-- ", line, StringComparison.Ordinal));
            Assert.False(lines[4].StartsWith("--", StringComparison.Ordinal), name);
        }
    }

    [GeneratedRegex(@"@(\w+) ([a-z]+(?: precision)?(?:\[\])?)")]
    private static partial Regex ParameterLine();

    [GeneratedRegex(@"(?<=\n(?!--)[^\n]*)@\w+")]
    private static partial Regex Parameter();
}
