using Emulation.Plan;
using Emulation.Plan.Storage;
using Emulation.Reports.Reconciliation.Register;
using Npgsql;

namespace Emulation.Reports.Storage;

/// <summary>Rows of the register as values; entries of units or indicators that the plan no longer names are left out.</summary>
internal sealed class MismatchRows(StoredPlan plan)
{
    private readonly Dictionary<int, UnitCode> units = plan.Ids.Units.ToDictionary(pair => pair.Value, pair => pair.Key);
    private readonly Dictionary<int, IndicatorCode> indicators = plan.Ids.Indicators.ToDictionary(pair => pair.Value, pair => pair.Key);
    private readonly Dictionary<int, PeriodCode> periods = plan.Ids.Periods.ToDictionary(pair => pair.Value, pair => pair.Key);

    public RegisteredMismatch? Entry(NpgsqlDataReader reader) =>
        !periods.TryGetValue(reader.GetInt32(1), out var period) || !units.TryGetValue(reader.GetInt32(2), out var unit) ? null
            : new RegisteredMismatch(
                reader.GetInt64(0), period, unit, reader.IsDBNull(3) ? null : indicators[reader.GetInt32(3)], reader.GetString(4), reader.GetString(5),
                MismatchStates.FromName(reader.GetString(6)),
                reader.ValueOrNull<decimal>(7), reader.ValueOrNull<DateOnly>(8), reader.ValueOrNull<decimal>(9), reader.ValueOrNull<DateOnly>(10), reader.GetString(11),
                reader.GetInt64(13), reader.GetFieldValue<DateTimeOffset>(14), reader.GetInt64(15), reader.GetFieldValue<DateTimeOffset>(16), Decision(reader), FollowUp(reader));

    public MismatchCell Cell(NpgsqlDataReader reader) => new(
        reader.GetBoolean(0), units[reader.GetInt32(1)], indicators[reader.GetInt32(2)], new PeriodCode(reader.GetString(3)), RunScope.FormOf(reader.GetString(4)),
        reader.GetInt32(5), reader.GetInt16(6), reader.ValueOrNull<decimal>(7), reader.ValueOrNull<decimal>(8), reader.ValueOrNull<DateOnly>(9),
        reader.GetInt16(10), reader.GetInt32(11), reader.GetInt16(12), reader.GetString(13), reader.GetFieldValue<byte[]>(14), reader.GetInt64(15), Text(reader, 16));

    public ReplacedEstimate Estimate(NpgsqlDataReader reader) => new(
        units[reader.GetInt32(0)], indicators[reader.GetInt32(1)], periods[reader.GetInt32(2)],
        reader.GetInt32(3), reader.GetDecimal(4), reader.GetDecimal(5), reader.ValueOrNull<DateOnly>(6),
        reader.GetInt32(7), reader.GetDecimal(8), reader.ValueOrNull<decimal>(9), reader.ValueOrNull<DateOnly>(10));

    public static MismatchEvent Event(NpgsqlDataReader reader) => new(
        reader.GetFieldValue<DateTimeOffset>(0), reader.GetString(1), reader.ValueOrNull<long>(2), Text(reader, 3),
        reader.ValueOrNull<decimal>(4), reader.ValueOrNull<DateOnly>(5), reader.ValueOrNull<decimal>(6), reader.ValueOrNull<DateOnly>(7),
        Text(reader, 8), Text(reader, 9), reader.ValueOrNull<DateOnly>(10), Text(reader, 11));

    private static MismatchDecision? Decision(NpgsqlDataReader reader) =>
        reader.IsDBNull(17) ? null : new MismatchDecision(reader.GetString(17), reader.GetString(18), reader.GetString(19), reader.GetFieldValue<DateTimeOffset>(20));

    private static FollowUp? FollowUp(NpgsqlDataReader reader) =>
        reader.IsDBNull(21) ? null : new FollowUp(reader.GetString(22), reader.GetFieldValue<DateOnly>(23), Text(reader, 24), reader.GetString(25));

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
