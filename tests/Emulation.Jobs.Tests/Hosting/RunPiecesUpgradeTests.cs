using Emulation.Jobs.Hosting;
using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Scoring;
using Emulation.TestSupport;
using Npgsql;

namespace Emulation.Jobs.Tests.Hosting;

/// <summary>Runs stored before migration 0027 keep their results byte for byte, and every score line of before is found in the piece of its unit.</summary>
public sealed class RunPiecesUpgradeTests
{
    private const string Migration = "migrations.0027_run_pieces.sql";

    private const string Pieces = """
        select piece.position, unit.code, piece.bytes
        from emulation.run_pieces as piece left join emulation.units as unit using (unit_id) where run_id = @run order by position
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Upgrade_OfADatabaseWithRuns_KeepsBytesAndLines()
    {
        await using var database = await TestDatabase.CreateAsync(Cancellation);
        await BeforeAsync(database);
        var plan = await PlanRows.InsertAsync(database.OwnerDataSource, new PlanBuilder().Build(), Cancellation);
        FrozenResult[] results =
        [
            Frozen([Unit("U1", 3), Unit("U2", 0), Unit("U3", 2)], [Some.Wave1.Code.Value, "],\"indicators\":[", "{\"unit\":\"U2\",\"block\":\"K1\""]),
            Frozen([Unit("U3", 1)], []),
            Frozen([], ["no unit was scored"]),
        ];
        foreach (var (result, index) in results.Select((result, index) => (result, index)))
        {
            await StoreAsync(database, plan, index + 1, result);
        }

        var lines = await LinesAsync(database);
        await ExecuteAsync(database, await TextAsync(Migration));

        foreach (var (result, index) in results.Select((result, index) => (result, index)))
        {
            var pieces = await PiecesAsync(database, index + 1);
            Assert.Equal(CanonicalResult.Write(result), pieces.SelectMany(piece => piece.Bytes));
            Assert.Equal(Enumerable.Range(0, pieces.Count), pieces.Select(piece => piece.Position));
            Assert.Equal(result.Result.Units.Select(unit => unit.Unit.Value), pieces.Select(piece => piece.Unit).OfType<string>());
            Assert.Equal(lines[index + 1], pieces.Where(piece => piece.Unit is not null).SelectMany(piece => Told(CanonicalResult.ReadUnit(piece.Bytes))));
        }
    }

    /// <summary>A run that was never completed has no pieces and stays what it is.</summary>
    [Fact]
    public async Task Upgrade_OfARunWithoutResult_GivesItNoPieces()
    {
        await using var database = await TestDatabase.CreateAsync(Cancellation);
        await BeforeAsync(database);
        var plan = await PlanRows.InsertAsync(database.OwnerDataSource, new PlanBuilder().Build(), Cancellation);
        await StoreAsync(database, plan, 1, null);

        await ExecuteAsync(database, await TextAsync(Migration));

        Assert.Empty(await PiecesAsync(database, 1));
    }

    private static async Task BeforeAsync(TestDatabase database)
    {
        await ExecuteAsync(database, "drop schema emulation cascade");
        var scripts = typeof(Migrator).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("migrations.", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        foreach (var script in scripts.TakeWhile(name => name != Migration))
        {
            await ExecuteAsync(database, await TextAsync(script));
        }
    }

    /// <summary>A run as the version before left it.</summary>
    private static async Task StoreAsync(TestDatabase database, StoredPlan plan, long runId, FrozenResult? frozen)
    {
        await ExecuteAsync(
            database,
            """
            insert into emulation.runs (run_id, plan_version_id, period_id, kind, data_as_of, computed_at, inputs_hash, result, result_hash) overriding system value
            values (@run, @version, @period, 'provisional', '2020-07-10Z', '2020-07-10Z', sha256('x'), @result, sha256(@result))
            """,
            new("run", runId), new("version", plan.VersionId), new("period", plan.Ids.Periods[Some.Wave1.Code]),
            new("result", NpgsqlTypes.NpgsqlDbType.Bytea) { Value = frozen is null ? DBNull.Value : CanonicalResult.Write(frozen) });
        foreach (var unit in frozen?.Result.Units ?? [])
        {
            await ExecuteAsync(
                database,
                "insert into emulation.unit_results (run_id, unit_id, block, points, bonus, penalty, rank, is_tied, grade, gates) values (@run, @unit, 'K1', 1, 0, 0, 1, false, 'good', '{}')",
                new("run", runId), new("unit", plan.Ids.Units[unit.Unit]));
            foreach (var (line, index) in unit.Lines.Select((line, index) => (line, index)))
            {
                await ExecuteAsync(
                    database,
                    """
                    insert into emulation.score_lines (run_id, unit_id, line_number, score_group, rule_code, state, max_points, points, arithmetic)
                    values (@run, @unit, @number, @group, @rule, 'value', @max, @points, @arithmetic)
                    """,
                    new("run", runId), new("unit", plan.Ids.Units[unit.Unit]), new("number", index + 1), new("group", line.Group), new("rule", line.Rule),
                    new("max", line.MaxPoints), new("points", line.Points), new("arithmetic", line.Arithmetic));
            }
        }
    }

    // Texts that look like the places where results are cut.
    private static UnitResult Unit(string code, int lines) => new(
        new UnitCode(code), "K1", 1.5m, 0, 0, 1, false, "good", ["\",\"block\":"], [new GroupPoints("B", 1.5m, 100)],
        [.. Enumerable.Range(1, lines).Select(number => new ScoreLine(
            "B", $"B{number:00}", ScoredState.Value, 10, number * 1.25m, $"\"Phiếu\" {{\"unit\":\"{code}\",\"block\":\"K1\"}} ],\"indicators\":[ × {number}",
            new SortedDictionary<string, string>(StringComparer.Ordinal) { ["Chỉ tiêu"] = "\",\"block\":\"", ["Điểm chuẩn"] = "10,00" }))]);

    private static FrozenResult Frozen(IReadOnlyList<UnitResult> units, string[] sentences) => new("ab", "cd", new RunResult
    {
        PlanCode = "plan-2020",
        PlanVersion = 1,
        RuleSet = "RS",
        Period = Some.Wave1.Code,
        Units = units,
        Indicators = [.. units.Select(unit => new IndicatorResult(unit.Unit, new IndicatorCode("B01"), ScoredState.Zero, 0, null, null, null, null, null, null, null, null, TargetVerdict.None))],
        Duties = [],
        Discrepancies = [.. sentences.Select(sentence => new Discrepancy("check", new UnitCode("U1"), null, sentence))],
    });

    private static IEnumerable<string> Told(UnitResult unit) => unit.Lines.Select((line, index) =>
        $"{unit.Unit}|{index + 1}|{line.Group}|{line.Rule}|{line.State}|{CanonicalResult.Normalise(line.MaxPoints)}|{CanonicalResult.Normalise(line.Points)}|{line.Arithmetic}");

    /// <summary>The rows that the migration drops, by run.</summary>
    private static async Task<ILookup<long, string>> LinesAsync(TestDatabase database)
    {
        await using var command = database.OwnerDataSource.CreateCommand(
            """
            select run_id, concat_ws('|', unit.code, line_number, score_group, rule_code, initcap(state), trim_scale(max_points), trim_scale(points), arithmetic)
            from emulation.score_lines join emulation.units as unit using (unit_id) order by run_id, unit.code, line_number
            """);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var lines = new List<(long Run, string Line)>();
        while (await reader.ReadAsync(Cancellation))
        {
            lines.Add((reader.GetInt64(0), reader.GetString(1)));
        }

        return lines.ToLookup(line => line.Run, line => line.Line);
    }

    private static async Task<IReadOnlyList<(int Position, string? Unit, byte[] Bytes)>> PiecesAsync(TestDatabase database, long runId)
    {
        await using var command = database.OwnerDataSource.CreateCommand(Pieces);
        command.Parameters.AddWithValue("run", runId);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var pieces = new List<(int, string?, byte[])>();
        while (await reader.ReadAsync(Cancellation))
        {
            pieces.Add((reader.GetInt32(0), reader.IsDBNull(1) ? null : reader.GetString(1), reader.GetFieldValue<byte[]>(2)));
        }

        return pieces;
    }

    private static async Task<string> TextAsync(string script)
    {
        using var reader = new StreamReader(typeof(Migrator).Assembly.GetManifestResourceStream(script)!);
        return await reader.ReadToEndAsync(Cancellation);
    }

    private static async Task ExecuteAsync(TestDatabase database, string sql, params NpgsqlParameter[] parameters)
    {
        await using var command = database.OwnerDataSource.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
