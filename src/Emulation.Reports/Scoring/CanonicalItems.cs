using System.Globalization;
using System.Text.Json;

namespace Emulation.Reports.Scoring;

/// <summary>The rows of a result as canonical JSON: members in order of declaration, decimals without trailing zeros, days as yyyy-MM-dd.</summary>
internal static class CanonicalItems
{
    public static void Unit(Utf8JsonWriter writer, UnitResult unit)
    {
        writer.WriteStartObject();
        writer.WriteString("unit"u8, unit.Unit.Value);
        writer.WriteString("block"u8, unit.Block);
        Number(writer, "points"u8, unit.Points);
        Number(writer, "bonus"u8, unit.Bonus);
        Number(writer, "penalty"u8, unit.Penalty);
        Whole(writer, "rank"u8, unit.Rank);
        writer.WriteBoolean("isTied"u8, unit.IsTied);
        writer.WriteString("grade"u8, unit.Grade);
        writer.WriteStartArray("gates"u8);
        foreach (var gate in unit.Gates)
        {
            writer.WriteStringValue(gate);
        }
        writer.WriteEndArray();
        writer.WriteStartArray("groups"u8);
        foreach (var group in unit.Groups)
        {
            Group(writer, group);
        }
        writer.WriteEndArray();
        writer.WriteStartArray("lines"u8);
        foreach (var line in unit.Lines)
        {
            Line(writer, line);
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Group(Utf8JsonWriter writer, GroupPoints group)
    {
        writer.WriteStartObject();
        writer.WriteString("group"u8, group.Group);
        Number(writer, "points"u8, group.Points);
        Number(writer, "maxPoints"u8, group.MaxPoints);
        writer.WriteEndObject();
    }

    private static void Line(Utf8JsonWriter writer, ScoreLine line)
    {
        writer.WriteStartObject();
        writer.WriteString("group"u8, line.Group);
        writer.WriteString("rule"u8, line.Rule);
        writer.WriteString("state"u8, Name(line.State));
        Number(writer, "maxPoints"u8, line.MaxPoints);
        Number(writer, "points"u8, line.Points);
        writer.WriteString("arithmetic"u8, line.Arithmetic);
        writer.WriteStartObject("inputs"u8);
        foreach (var (name, text) in line.Inputs)
        {
            writer.WriteString(name, text);
        }
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    public static void Indicator(Utf8JsonWriter writer, IndicatorResult row)
    {
        writer.WriteStartObject();
        writer.WriteString("unit"u8, row.Unit.Value);
        writer.WriteString("indicator"u8, row.Indicator.Value);
        writer.WriteString("state"u8, Name(row.State));
        Number(writer, "value"u8, row.Value);
        Number(writer, "estimated"u8, row.Estimated);
        Number(writer, "numerator"u8, row.Numerator);
        Number(writer, "denominator"u8, row.Denominator);
        Day(writer, "date"u8, row.Date);
        Number(writer, "target"u8, row.Target);
        Day(writer, "targetDate"u8, row.TargetDate);
        Number(writer, "achievedPercent"u8, row.AchievedPercent);
        writer.WriteString("source"u8, row.Source);
        writer.WriteString("verdict"u8, row.Verdict switch
        {
            TargetVerdict.None => nameof(TargetVerdict.None),
            TargetVerdict.Met => nameof(TargetVerdict.Met),
            TargetVerdict.Short => nameof(TargetVerdict.Short),
            TargetVerdict.Missing => nameof(TargetVerdict.Missing),
            _ => nameof(TargetVerdict.Exempt),
        });
        writer.WriteEndObject();
    }

    public static void Duty(Utf8JsonWriter writer, DutyStanding duty)
    {
        writer.WriteStartObject();
        writer.WriteString("duty"u8, duty.Duty);
        writer.WriteString("unit"u8, duty.Unit.Value);
        writer.WriteString("period"u8, duty.Period.Value);
        Day(writer, "dueOn"u8, duty.DueOn);
        writer.WriteString("standing"u8, duty.Standing switch
        {
            Standing.NotYetDue => nameof(Standing.NotYetDue),
            Standing.OnTime => nameof(Standing.OnTime),
            Standing.Late => nameof(Standing.Late),
            Standing.NeedsFixing => nameof(Standing.NeedsFixing),
            Standing.Missing => nameof(Standing.Missing),
            _ => nameof(Standing.Exempt),
        });
        writer.WriteString("receivedAt"u8, duty.ReceivedAt is { } at ? CanonicalResult.Instant(at) : null);
        writer.WriteNumber("daysLate"u8, duty.DaysLate);
        Whole(writer, "version"u8, duty.Version);
        writer.WriteEndObject();
    }

    public static void Discrepancy(Utf8JsonWriter writer, Discrepancy row)
    {
        writer.WriteStartObject();
        writer.WriteString("kind"u8, row.Kind);
        writer.WriteString("unit"u8, row.Unit.Value);
        writer.WriteString("indicator"u8, row.Indicator?.Value);
        writer.WriteString("sentence"u8, row.Sentence);
        writer.WriteEndObject();
    }

    private static string Name(ScoredState state) => state switch
    {
        ScoredState.Value => nameof(ScoredState.Value),
        ScoredState.Zero => nameof(ScoredState.Zero),
        ScoredState.Estimated => nameof(ScoredState.Estimated),
        ScoredState.NotApplicable => nameof(ScoredState.NotApplicable),
        _ => nameof(ScoredState.NotReported),
    };

    private static void Day(Utf8JsonWriter writer, ReadOnlySpan<byte> name, DateOnly? day) =>
        writer.WriteString(name, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static void Whole(Utf8JsonWriter writer, ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static void Number(Utf8JsonWriter writer, ReadOnlySpan<byte> name, decimal? value)
    {
        if (value is not { } number)
        {
            writer.WriteNull(name);
            return;
        }
        Span<byte> text = stackalloc byte[40];
        writer.WritePropertyName(name);
        writer.WriteRawValue(text[..Shortest(number, text)], skipInputValidation: true);
    }

    // As CanonicalResult.Normalise writes it.
    private static int Shortest(decimal value, Span<byte> text)
    {
        if (value == 0)
        {
            text[0] = (byte)'0';
            return 1;
        }
        value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        if (value.Scale != 0)
        {
            while (text[length - 1] == (byte)'0')
            {
                length--;
            }
            length -= text[length - 1] == (byte)'.' ? 1 : 0;
        }
        return length;
    }
}
