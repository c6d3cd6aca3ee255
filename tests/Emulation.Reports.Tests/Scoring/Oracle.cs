using System.Numerics;
using Emulation.Plan;
using Emulation.TestSupport;

namespace Emulation.Reports.Tests.Scoring;

/// <summary>Scoring done a second time, naively, from the written rules (docs/adr/0005) and the raw figures: no SQL, no type of the scoring room but its raw input.</summary>
internal sealed class Oracle(EmulationPlan plan, Period period, RawData data)
{
    private readonly ILookup<(UnitCode, IndicatorCode), RawFigure> figures = data.Figures.ToLookup(figure => (figure.Unit, figure.Indicator));
    private readonly ILookup<(UnitCode, FormKind, PeriodCode), DateTimeOffset> arrivals =
        data.Received.ToLookup(form => (form.Unit, form.Form, form.Period), form => form.FirstReceivedAt);
    private readonly ILookup<string, Target> targets = plan.Targets.ToLookup(target => target.Indicator.Value);

    // The set that holds on the period's last day.
    private RuleSet Rules => plan.RuleSets.Count == 0 ? plan.Scoring : plan.RuleSets.Single(set => !(set.From > period.To) && !(set.To < period.To));

    public sealed record Outcome(string Unit, decimal Points, string Grade, string Gates, int? Rank, bool IsTied, decimal Bonus, decimal Penalty, string Groups);

    private sealed record Mark(char State, Q? Number, DateOnly? Date, Q? Top, Q? Bottom);

    /// <summary>An exact quotient, never reduced.</summary>
    private readonly record struct Q(BigInteger Top, BigInteger Bottom)
    {
        public static Q Of(decimal value)
        {
            var scale = 1m;
            while (decimal.Truncate(value * scale) != value * scale)
            {
                scale *= 10;
            }
            return new Q(new BigInteger(value * scale), new BigInteger(scale));
        }

        public static Q operator +(Q a, Q b) => new((a.Top * b.Bottom) + (b.Top * a.Bottom), a.Bottom * b.Bottom);

        public static Q operator *(Q a, Q b) => new(a.Top * b.Top, a.Bottom * b.Bottom);

        public static Q operator /(Q a, Q b) => b.Top.Sign < 0 ? new(-a.Top * b.Bottom, a.Bottom * -b.Top) : new(a.Top * b.Bottom, a.Bottom * b.Top);

        public int CompareTo(Q other) => (Top * other.Bottom).CompareTo(other.Top * Bottom);

        public decimal Cents()
        {
            var hundredfold = BigInteger.DivRem(BigInteger.Abs(Top) * 100, Bottom, out var rest);
            return (decimal)(rest * 2 >= Bottom ? hundredfold + 1 : hundredfold) / 100 * (Top.Sign < 0 ? -1 : 1);
        }
    }

    public IReadOnlyList<Outcome> Run()
    {
        var rows = new List<(Unit Unit, decimal Points, Dictionary<string, decimal> Groups, decimal Bonus, decimal Penalty)>();
        foreach (var unit in plan.Units.Where(unit => Exists(unit, period)))
        {
            if (Card(unit) is { } card)
            {
                var bonus = Math.Min(Adjustments(unit).Where(points => points > 0).Sum(), Rules.BonusCap);
                var penalty = Math.Min(-Adjustments(unit).Where(points => points < 0).Sum(), Rules.PenaltyCap);
                var exact = card.Values.Aggregate(new Q(0, 1), (sum, points) => sum + points) + Q.Of(bonus) + Q.Of(-penalty);
                rows.Add((unit, Math.Max(0, exact.Cents()), card.ToDictionary(pair => pair.Key, pair => pair.Value.Cents()), bonus, penalty));
            }
        }
        return [.. rows.Select(row =>
        {
            var isRanked = plan.Blocks.Single(block => block.Code == row.Unit.Block).IsRanked;
            var others = rows.Where(other => other.Unit.Block == row.Unit.Block && other.Unit != row.Unit && Days(other.Unit) == Days(row.Unit))
                .Select(other => Beats((other.Points, other.Groups, other.Penalty), (row.Points, row.Groups, row.Penalty))).ToList();
            isRanked &= others.Count > 0 || Days(row.Unit) == (period.From, period.To);
            var (grade, gates) = Grade(row.Unit, row.Points);
            return new Outcome(
                row.Unit.Code.Value, row.Points, grade, gates, isRanked ? 1 + others.Count(order => order > 0) : null,
                isRanked && others.Contains(0), row.Bonus, row.Penalty, string.Join(' ', row.Groups.Select(group => $"{group.Key}={group.Value:0.00}")));
        })];
    }

    private int Beats((decimal Points, Dictionary<string, decimal> Groups, decimal Penalty) a, (decimal Points, Dictionary<string, decimal> Groups, decimal Penalty) b)
    {
        if (a.Points != b.Points)
        {
            return a.Points > b.Points ? 1 : -1;
        }
        foreach (var tie in Rules.TieBreaks)
        {
            var (mine, theirs) = tie == "penalty" ? (-a.Penalty, -b.Penalty) : (a.Groups[tie], b.Groups[tie]);
            if (mine != theirs)
            {
                return mine > theirs ? 1 : -1;
            }
        }
        return 0;
    }

    private IEnumerable<decimal> Adjustments(Unit unit) => data.Adjustments
        .Where(entry => entry.Unit == unit.Code && (entry.Period == period.Code || Waves().Any(wave => wave.Period.Code == entry.Period)))
        .Select(entry => entry.Points);

    private IEnumerable<Wave> Waves() => plan.Waves.Where(wave => period.Kind switch
    {
        PeriodKind.Year => true,
        PeriodKind.Wave => wave.Period.Code == period.Code,
        _ => period.To >= wave.Period.From && period.To <= wave.Period.To,
    });

    // Points by group; null if no rule speaks to the unit.
    private Dictionary<string, Q>? Card(Unit unit)
    {
        var shares = new List<(ScoringRule Rule, Q? Share)>();
        foreach (var rule in Rules.Rules)
        {
            var forUnit = rule.Units.Count == 0 || rule.Units.Any(group => plan.UnitsIn(group).Contains(unit));
            var forPeriod = rule.Periods.Count == 0 || rule.Periods.Any(code => code == (period.Kind == PeriodKind.Month ? Waves().Single().Period.Code : period.Code));
            if (forUnit && forPeriod && Share(rule, unit) is { } share)
            {
                shares.Add((rule, share.Counts ? share.Points : null));
            }
        }
        if (shares.Count == 0)
        {
            return null;
        }
        var points = Rules.Groups.ToDictionary(group => group.Code, _ => new Q(0, 1));
        var groups = Rules.Groups.Select(group => (group.Code, group.Points, Rules: shares.Where(line => line.Rule.Group == group.Code && line.Share is not null).ToList()))
            .Where(group => group.Rules.Sum(line => line.Rule.MaxPoints) > 0).ToList();
        foreach (var (code, standard, rules) in groups)
        {
            var scale = Q.Of(Rules.Groups.Sum(group => group.Points)) / Q.Of(groups.Sum(group => group.Points))
                * Q.Of(standard) / Q.Of(rules.Sum(line => line.Rule.MaxPoints));
            points[code] = rules.Aggregate(new Q(0, 1), (sum, line) => sum + (Q.Of(line.Rule.MaxPoints) * line.Share!.Value * scale));
        }
        return points;
    }

    // Null: the rule does not speak to the unit. Counts false: it leaves the denominator.
    private (bool Counts, Q Points)? Share(ScoringRule rule, Unit unit)
    {
        var (out_, full) = ((false, new Q(0, 1)), (true, new Q(1, 1)));
        var isGiven = Rules.NotApplicable == NotApplicablePolicy.FullPoints;
        if (rule.Duty is { } code)
        {
            var duty = plan.Duties.Single(entry => entry.Code == code);
            var occurrences = duty.Occurrences.Where(occurrence => IsOwed(occurrence) && IsThereToOwe(unit, occurrence)).ToList();
            if (occurrences.Count == 0)
            {
                return null;
            }
            var owed = occurrences.Where(occurrence => !IsExemptFromDuty(unit, rule, occurrence)).ToList();
            var due = owed.Where(occurrence => Received(unit, duty, occurrence) is not null || data.AsOn > occurrence.DueOn).ToList();
            return owed.Count == 0 ? (isGiven ? full : out_)
                : due.Count == 0 ? out_
                : (true, due.Aggregate(new Q(0, 1), (sum, occurrence) => sum + OnTime(Received(unit, duty, occurrence), occurrence.DueOn)) / new Q(due.Count, 1));
        }
        var indicator = plan.IndicatorByCode(rule.Indicator!.Value);
        if (IsUnasked(indicator))
        {
            return null;
        }
        var (target, mark) = (FindTarget(unit, indicator), Read(unit, indicator));
        if (target?.ExemptReason is not null)
        {
            return isGiven ? full : out_;
        }
        var needsTarget = rule.Function switch
        {
            ScoringFunction.Deadline => target?.Date is null,
            ScoringFunction.YesNo or ScoringFunction.LowerIsBetter => false,
            _ => target?.Value is null && indicator.Kind != IndicatorKind.Ratio,
        };
        return needsTarget ? out_
            : mark.State == 'N' ? (isGiven ? full : out_)
            : mark.State == 'R' ? (true, new Q(0, 1))
            : (true, Apply(rule, mark, target));
    }

    private bool IsUnasked(Indicator indicator) => period.Kind == PeriodKind.Month && !indicator.IsCore;

    private Q Apply(ScoringRule rule, Mark mark, Target? target)
    {
        var number = mark.Number ?? new Q(0, 1);
        var asked = target?.Value ?? 100;
        var ratio = asked == 0 ? (Q?)null : number / Q.Of(asked);
        switch (rule.Function)
        {
            case ScoringFunction.YesNo:
                return number.CompareTo(new Q(1, 1)) >= 0 ? new Q(1, 1) : new Q(0, 1);
            case ScoringFunction.LowerIsBetter:
                var left = Q.Of(rule.MaxPoints) + (Q.Of(-rule.PointsPerCase!.Value) * number);
                return left.Top.Sign <= 0 ? new Q(0, 1) : left / Q.Of(rule.MaxPoints);
            case ScoringFunction.Deadline:
                return OnTime(mark.Date, target!.Date!.Value);
            case ScoringFunction.Banded:
                var percent = asked == 0 ? new Q(100, 1) : ratio!.Value * new Q(100, 1);
                foreach (var band in rule.Bands)
                {
                    var aboveLow = band.From is null || percent.CompareTo(Q.Of(band.From.Value)) > (band.FromInclusive ? -1 : 0);
                    var belowHigh = band.To is null || percent.CompareTo(Q.Of(band.To.Value)) < (band.ToInclusive ? 1 : 0);
                    if (aboveLow && belowHigh)
                    {
                        return Q.Of(band.Factor);
                    }
                }
                return new Q(0, 1);
            default:
                var cap = rule.Function == ScoringFunction.Proportional ? new Q(1, 1) : Q.Of(rule.Cap ?? 1.1m);
                return ratio is null || ratio.Value.CompareTo(cap) > 0 ? cap : ratio.Value;
        }
    }

    private Q OnTime(DateOnly? date, DateOnly dueOn)
    {
        if (date is null)
        {
            return new Q(0, 1);
        }
        var days = Math.Max(0, date.Value.DayNumber - dueOn.DayNumber);
        return Q.Of(Rules.Lateness.Where(band => days <= band.MaxDaysLate).Select(band => band.Factor).FirstOrDefault());
    }

    // A unit that was abolished, or came into being, during the period takes part in it.
    private static bool Exists(Unit unit, Period during) =>
        !(unit.ValidTo is { } lastDay && lastDay < during.From) && !(unit.ValidFrom is { } firstDay && firstDay > during.To);

    // Who is there when the period ends owes its report; if it is due before that, who is there when it is due.
    private static bool IsThereToOwe(Unit unit, DutyOccurrence occurrence)
    {
        var day = new[] { occurrence.DueOn, occurrence.Period.To }.Min();
        return (unit.ValidFrom ?? day) <= day && day <= (unit.ValidTo ?? day);
    }

    private (DateOnly, DateOnly) Days(Unit unit) =>
        (new[] { unit.ValidFrom ?? period.From, period.From }.Max(), new[] { unit.ValidTo ?? period.To, period.To }.Min());

    private DateOnly? Received(Unit unit, Duty duty, DutyOccurrence occurrence) => arrivals[(unit.Code, duty.Form, occurrence.Period.Code)]
        .Select(at => (DateOnly?)DateOnly.FromDateTime(at.ToOffset(TimeSpan.FromHours(7)).Date)).SingleOrDefault();

    private bool IsOwed(DutyOccurrence occurrence)
    {
        var months = Waves().SelectMany(wave => plan.MonthsOf(wave.Period)).Where(month => period.Kind != PeriodKind.Month || month.To <= period.To);
        var spoken = occurrence.Period.Kind switch
        {
            PeriodKind.Month => months.Contains(occurrence.Period),
            PeriodKind.Wave => period.Kind != PeriodKind.Month && Waves().Any(wave => wave.Period == occurrence.Period),
            _ => period == occurrence.Period,
        };
        var end = period.Kind == PeriodKind.Month ? new DateOnly(period.To.Year, period.To.Month, 1).AddMonths(1).AddDays(-1) : period.To;
        var isWider = (period.Kind, occurrence.Period.Kind) is (PeriodKind.Month, not PeriodKind.Month) or (PeriodKind.Wave, PeriodKind.Year);
        return spoken || (isWider && occurrence.DueOn >= Waves().First().Period.From && occurrence.DueOn <= end);
    }

    private bool IsExemptFromDuty(Unit unit, ScoringRule rule, DutyOccurrence occurrence)
    {
        var wave = plan.Waves.Where(wave => occurrence.Period.Kind == PeriodKind.Month && wave.Period.Contains(occurrence.Period.To)).Select(wave => wave.Period);
        foreach (var asked in new[] { occurrence.Period }.Concat(wave).Append(plan.YearPeriod))
        {
            if (Line(unit, rule.Duty!, asked) is { } line)
            {
                return line.ExemptReason is not null;
            }
        }
        return false;
    }

    // A decision about the unit that is in force on the last day of what is asked; of a duty on its due day.
    private Exemption? Decided(Unit unit, string code, Period asked)
    {
        var duty = plan.Duties.SingleOrDefault(entry => entry.Code == code);
        var days = duty is null ? [asked.To] : duty.Occurrences.Where(occurrence => occurrence.Period == asked).Select(occurrence => occurrence.DueOn).ToList();
        return plan.Exemptions.SingleOrDefault(entry => entry.Subject == code && plan.UnitsIn(entry.Units).Contains(unit)
            && (entry.Period is null || entry.Period == asked.Code) && days.Any(day => day <= entry.Until && !(day < entry.From)));
    }

    private Target? Line(Unit unit, string code, Period asked)
    {
        if (Decided(unit, code, asked) is { } decision)
        {
            return Some.Target(code, decision.Value ?? 0, unit.Code.Value, asked) with
            {
                Value = decision.Kind == ExemptionKind.Exempt ? null : decision.Value,
                Date = decision.Date,
                ExemptReason = decision.Kind == ExemptionKind.Exempt ? decision.Reason : null,
            };
        }
        var lines = targets[code].Where(target => target.Period == asked.Code).ToList();
        return lines.Find(line => line.Units == unit.Code.Value) ?? lines.Find(line => line.Units == unit.Block)
            ?? lines.Find(line => line.Units == unit.Kind) ?? lines.Find(line => line.Units == "*");
    }

    private Target? FindTarget(Unit unit, Indicator indicator)
    {
        var ofYear = Line(unit, indicator.Code.Value, plan.YearPeriod);
        var ofWaves = Waves().Where(wave => period.Kind != PeriodKind.Year || Exists(unit, wave.Period)).Select(wave => Line(unit, indicator.Code.Value, wave.Period)).ToList();
        if (period.Kind == PeriodKind.Month && Decided(unit, indicator.Code.Value, period) is { Kind: ExemptionKind.Exempt })
        {
            return Line(unit, indicator.Code.Value, period);
        }
        if (period.Kind != PeriodKind.Year)
        {
            var holdsInParts = indicator.Aggregation != Aggregation.Sum || indicator.Direction == Direction.LessIsBetter;
            return ofWaves[0] ?? (holdsInParts || ofYear?.ExemptReason is not null ? ofYear : null);
        }
        var owed = ofWaves.Where(line => line is not null && line.ExemptReason is null).ToList();
        return ofYear ?? (owed.Count == 0 ? ofWaves.FirstOrDefault(line => line is not null)
            : indicator.Aggregation != Aggregation.Sum ? owed[^1]
            : ofWaves.Contains(null) ? null
            : owed[0]! with { Value = owed.Sum(line => line!.Value) });
    }

    private Mark Read(Unit unit, Indicator indicator)
    {
        var marks = Waves().Select(wave => ReadWave(unit, indicator, wave)).ToList();
        var spoken = marks.Where(mark => mark.State == 'V').ToList();
        if (spoken.Count == 0)
        {
            return marks.Find(mark => mark.State == 'N') ?? marks[0];
        }
        return spoken.Count == 1 ? spoken[0] : Way(indicator) switch
        {
            Aggregation.Last => spoken[^1],
            Aggregation.Sum => new Mark('V', spoken.Aggregate(new Q(0, 1), (sum, mark) => sum + (mark.Number ?? new Q(0, 1))), null, null, null),
            _ => Whole([.. spoken.Where(mark => mark.Bottom is not null)]) ?? spoken[^1],
        };
    }

    private static Mark? Whole(List<Mark> parts)
    {
        if (parts.Count == 0)
        {
            return null;
        }
        var top = parts.Aggregate(new Q(0, 1), (sum, mark) => sum + mark.Top!.Value);
        var bottom = parts.Aggregate(new Q(0, 1), (sum, mark) => sum + mark.Bottom!.Value);
        return new Mark('V', top * new Q(100, 1) / bottom, null, top, bottom);
    }

    private Mark ReadWave(Unit unit, Indicator indicator, Wave wave)
    {
        var mine = figures[(unit.Code, indicator.Code)].ToList();
        if (period.Kind != PeriodKind.Month)
        {
            var report = ReadFigures(indicator, mine.FindAll(figure => figure.Form == FormKind.WaveReport && figure.Period == wave.Period.Code));
            if (report.State != 'R')
            {
                return report;
            }
        }
        var months = plan.MonthsOf(wave.Period).Where(month => period.Kind != PeriodKind.Month || month.To <= period.To);
        return ReadFigures(indicator, [.. months.SelectMany(month => mine.Where(figure => figure.Form == FormKind.Figures && figure.Period == month.Code))]);
    }

    private Aggregation Way(Indicator indicator) =>
        indicator.NumeratorOf is { } top && plan.IndicatorByCode(top).Aggregation == Aggregation.Last ? Aggregation.Last : indicator.Aggregation;

    private Mark ReadFigures(Indicator indicator, List<RawFigure> said)
    {
        var values = said.FindAll(figure => figure.State == 0);
        if (values.Count == 0)
        {
            return new Mark(said.Exists(figure => figure.State == 1) ? 'N' : 'R', null, null, null, null);
        }
        var last = One(indicator, values[^1]);
        return Way(indicator) switch
        {
            Aggregation.Sum => new Mark('V', values.Aggregate(new Q(0, 1), (sum, figure) => sum + Q.Of(figure.Value ?? 0)), null, null, null),
            Aggregation.Last => last,
            _ => values.Count == 1 ? last : Whole([.. values.Select(figure => One(indicator, figure)).Where(mark => mark.Bottom is not null)]) ?? last,
        };
    }

    private static Mark One(Indicator indicator, RawFigure figure)
    {
        var hasParts = figure.Numerator is not null && figure.Denominator is not null;
        var (top, bottom) = hasParts ? (Q.Of(figure.Numerator!.Value), Q.Of(figure.Denominator!.Value)) : ((Q?)null, (Q?)null);
        var number = hasParts && indicator.Kind == IndicatorKind.Ratio ? top!.Value * new Q(100, 1) / bottom!.Value
            : figure.Value is { } value ? Q.Of(value) : (Q?)null;
        return new Mark('V', number, figure.Date, top, bottom);
    }

    private (string Grade, string Gates) Grade(Unit unit, decimal points)
    {
        var grade = Rules.Grades.First(grade => points >= grade.FromPoints);
        if (grade != Rules.Grades[0])
        {
            return (grade.Code, "");
        }
        var barred = Rules.Gates.Where(gate => IsBarred(unit, gate)).Select(gate => gate.Code).ToList();
        return (barred.Count > 0 ? Rules.Grades[1].Code : grade.Code, string.Join(',', barred));
    }

    private bool IsBarred(Unit unit, Gate gate)
    {
        if (gate.Kind == GateKind.MandatoryReport)
        {
            return plan.Duties.Where(duty => duty.IsMandatory).Any(duty => duty.Occurrences.Where(occurrence => IsOwed(occurrence) && IsThereToOwe(unit, occurrence)).Any(occurrence =>
                !Rules.Rules.Where(rule => rule.Duty == duty.Code).DefaultIfEmpty(AnyRule(duty)).Any(rule => IsExemptFromDuty(unit, rule, occurrence))
                && (Received(unit, duty, occurrence) is { } day
                    ? day.DayNumber - occurrence.DueOn.DayNumber > gate.Limit
                    : data.AsOn > occurrence.DueOn)));
        }
        var indicator = plan.IndicatorByCode(gate.Indicator!.Value);
        if (IsUnasked(indicator))
        {
            return false;
        }
        var (mark, target) = (Read(unit, indicator), FindTarget(unit, indicator));
        if (gate.Kind == GateKind.FigureAbove)
        {
            return mark.Number is { } number && number.CompareTo(Q.Of(gate.Limit)) > 0;
        }
        if (target is null || target.ExemptReason is not null || mark.State == 'N')
        {
            return false;
        }
        return mark.State == 'R' || (target.Date is { } day ? mark.Date is null || mark.Date > day
            : mark.Number is { } value && target.Value is { } asked
                && (indicator.Direction == Direction.LessIsBetter ? value.CompareTo(Q.Of(asked)) > 0 : value.CompareTo(Q.Of(asked)) < 0));
    }

    private static ScoringRule AnyRule(Duty duty) =>
        new() { Code = duty.Code, Group = "", Function = ScoringFunction.Deadline, Duty = duty.Code, MaxPoints = 0, Bands = [], Periods = [], Units = [] };
}
