using System.Globalization;

namespace Emulation.Reports.Scoring;

/// <summary>The rows of a result as canonical JSON: members in order of declaration, decimals without trailing zeros, days as yyyy-MM-dd.</summary>
internal static class CanonicalItems
{
    public static void Unit(CanonicalJson json, UnitResult unit)
    {
        json.StartObject();
        json.String("unit"u8, unit.Unit.Value);
        json.String("block"u8, unit.Block);
        json.Number("points"u8, unit.Points);
        json.Number("bonus"u8, unit.Bonus);
        json.Number("penalty"u8, unit.Penalty);
        json.Number("rank"u8, unit.Rank);
        json.Boolean("isTied"u8, unit.IsTied);
        json.String("grade"u8, unit.Grade);
        json.StartArray("gates"u8);
        foreach (var gate in unit.Gates)
        {
            json.Value(gate);
        }
        json.EndArray();
        json.StartArray("groups"u8);
        foreach (var group in unit.Groups)
        {
            Group(json, group);
        }
        json.EndArray();
        json.StartArray("lines"u8);
        Rows(json, unit.Lines, Line);
        json.EndArray();
        json.EndObject();
    }

    private static void Rows<T>(CanonicalJson json, IReadOnlyList<T> rows, Action<CanonicalJson, T> write)
    {
        if (rows is CanonicalRows<T> written)
        {
            foreach (var chunk in written.Chunks)
            {
                json.Items(chunk.Bytes);
            }
            return;
        }
        foreach (var row in rows)
        {
            write(json, row);
        }
    }

    private static void Group(CanonicalJson json, GroupPoints group)
    {
        json.StartObject();
        json.String("group"u8, group.Group);
        json.Number("points"u8, group.Points);
        json.Number("maxPoints"u8, group.MaxPoints);
        json.EndObject();
    }

    public static void Line(CanonicalJson json, ScoreLine line)
    {
        json.StartObject();
        json.String("group"u8, line.Group);
        json.String("rule"u8, line.Rule);
        json.String("state"u8, Name(line.State));
        json.Number("maxPoints"u8, line.MaxPoints);
        json.Number("points"u8, line.Points);
        json.String("arithmetic"u8, line.Arithmetic);
        json.StartObject("inputs"u8);
        foreach (var (name, text) in line.Inputs)
        {
            json.String(name, text);
        }
        json.EndObject();
        json.EndObject();
    }

    public static void Indicator(CanonicalJson json, IndicatorResult row)
    {
        json.StartObject();
        json.String("unit"u8, row.Unit.Value);
        json.String("indicator"u8, row.Indicator.Value);
        json.String("state"u8, Name(row.State));
        json.Number("value"u8, row.Value);
        json.Number("estimated"u8, row.Estimated);
        json.Number("numerator"u8, row.Numerator);
        json.Number("denominator"u8, row.Denominator);
        Day(json, "date"u8, row.Date);
        json.Number("target"u8, row.Target);
        Day(json, "targetDate"u8, row.TargetDate);
        json.Number("achievedPercent"u8, row.AchievedPercent);
        json.String("source"u8, row.Source);
        json.String("verdict"u8, row.Verdict switch
        {
            TargetVerdict.None => nameof(TargetVerdict.None),
            TargetVerdict.Met => nameof(TargetVerdict.Met),
            TargetVerdict.Short => nameof(TargetVerdict.Short),
            TargetVerdict.Missing => nameof(TargetVerdict.Missing),
            _ => nameof(TargetVerdict.Exempt),
        });
        json.EndObject();
    }

    public static void Duty(CanonicalJson json, DutyStanding duty)
    {
        json.StartObject();
        json.String("duty"u8, duty.Duty);
        json.String("unit"u8, duty.Unit.Value);
        json.String("period"u8, duty.Period.Value);
        Day(json, "dueOn"u8, duty.DueOn);
        json.String("standing"u8, duty.Standing switch
        {
            Standing.NotYetDue => nameof(Standing.NotYetDue),
            Standing.OnTime => nameof(Standing.OnTime),
            Standing.Late => nameof(Standing.Late),
            Standing.NeedsFixing => nameof(Standing.NeedsFixing),
            Standing.Missing => nameof(Standing.Missing),
            _ => nameof(Standing.Exempt),
        });
        json.String("receivedAt"u8, duty.ReceivedAt is { } at ? CanonicalResult.Instant(at) : null);
        json.Number("daysLate"u8, duty.DaysLate);
        json.Number("version"u8, duty.Version);
        json.EndObject();
    }

    public static void Discrepancy(CanonicalJson json, Discrepancy row)
    {
        json.StartObject();
        json.String("kind"u8, row.Kind);
        json.String("unit"u8, row.Unit.Value);
        json.String("indicator"u8, row.Indicator?.Value);
        json.String("sentence"u8, row.Sentence);
        json.EndObject();
    }

    private static string Name(ScoredState state) => state switch
    {
        ScoredState.Value => nameof(ScoredState.Value),
        ScoredState.Zero => nameof(ScoredState.Zero),
        ScoredState.Estimated => nameof(ScoredState.Estimated),
        ScoredState.NotApplicable => nameof(ScoredState.NotApplicable),
        _ => nameof(ScoredState.NotReported),
    };

    private static void Day(CanonicalJson json, ReadOnlySpan<byte> name, DateOnly? day) =>
        json.String(name, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
