using System.Text.RegularExpressions;
using Emulation.Ingest.Validation.Values;
using Emulation.Plan;

namespace Emulation.Ingest.Validation.Recognition;

/// <summary>What a workbook's title block says about unit, period and days; contradictions become findings.</summary>
internal sealed partial class TitleFacts(FormTable table, PlanIndexes indexes, Identity identity, Findings findings)
{
    /// <summary>No title or agency line is longer; what is longer is not searched.</summary>
    private const int LongestLine = 300;

    private readonly TitleBlock title = table.Title;
    private (DateOnly Day, Place Place)? lastDay;

    /// <summary>The unit named: by label, or by an agency line. The folder's unit, with a warning, if none is named.</summary>
    /// <param name="period">The period spoken of: a unit is named as the version has it that holds for it; null if none is known.</param>
    public Indexed<Unit>? Unit(Indexed<Period>? period)
    {
        if (title.Unit is { } labelled)
        {
            return identity.Unit(labelled.Text, PlaceOf(labelled), period);
        }

        var own = identity.Own(period);
        HeadText? other = null;
        foreach (var text in title.Unlabelled.Where(text => text.Text.Length <= LongestLine))
        {
            if (identity.MentionedIn(text.Text, period) is { } found)
            {
                if (found.Code == own.Value.Code)
                {
                    return own;
                }

                other ??= text;
            }
        }

        if (other is not null)
        {
            return identity.Unit(other.Text, PlaceOf(other), period);
        }

        findings.Add(RejectionCatalogue.UnitUnnamed, table.Whole, ("expected", own.Value.Name));
        return own;
    }

    /// <summary>The period named: by label, or behind a title. Null with a finding if none is named or the block contradicts itself.</summary>
    public Indexed<Period>? Period()
    {
        var titled = PeriodOfTitle();
        var period = title.Period is { } labelled ? identity.Period(labelled.Text, PlaceOf(labelled)) : titled?.Period;
        if (period is null)
        {
            if (title.Period is null)
            {
                findings.Add(RejectionCatalogue.PeriodMissing, table.Whole, ("expected", identity.ExamplePeriod()));
            }

            return null;
        }

        // "NĂM 2020" behind a title fits every period of the year.
        if (titled is { } named && named.Period != period && named.Period.Value.Kind != PeriodKind.Year)
        {
            return Conflict(named.Text, period, PlaceOf(title.Period!));
        }

        return DaysAgree(period, PlaceOf(title.Period ?? titled!.Value.Text)) ? period : null;
    }

    /// <summary>The day up to which figures are actual, and where it stands; null if none is named.</summary>
    public (DateOnly Day, Place Place)? AsOf()
    {
        if (title.AsOf is not { } labelled)
        {
            return lastDay;
        }

        if (DateGrammar.TryRead(labelled.Text.TrimEnd(')', ' '), out var day, out _))
        {
            return (day, PlaceOf(labelled));
        }

        findings.Add(RejectionCatalogue.NotADate, PlaceOf(labelled), ("found", Findings.Clip(labelled.Text)));
        return null;
    }

    private (Indexed<Period> Period, HeadText Text)? PeriodOfTitle()
    {
        foreach (var text in title.Unlabelled.Where(text => text.Text.Length <= LongestLine))
        {
            foreach (Match start in PeriodStart().Matches(text.Key))
            {
                if (indexes.Find(text.Key.AsSpan(start.Index)) is { } period)
                {
                    return (period, text);
                }
            }
        }

        return null;
    }

    /// <summary>"(Từ ngày 15/02/2020 đến ngày 14/03/2020)" must be the period's own days.</summary>
    private bool DaysAgree(Indexed<Period> period, Place where)
    {
        foreach (var text in title.Texts)
        {
            if (Days().Match(text.Text) is not { Success: true } match)
            {
                continue;
            }

            if (!DateGrammar.TryRead(match.Groups[1].Value, out var from, out _) || !DateGrammar.TryRead(match.Groups[2].Value, out var to, out _)
                || from != period.Value.From || to > period.Value.To || (to < period.Value.To && table.Form.Kind != FormKind.WaveReport))
            {
                Conflict(text, period, where);
                return false;
            }

            // A wave report comes before its wave is over: the last day it names is that of its actual figures.
            lastDay = to < period.Value.To ? (to, PlaceOf(text)) : null;
        }

        return true;
    }

    /// <param name="where">Where the period stands that the text contradicts.</param>
    private Indexed<Period>? Conflict(HeadText text, Indexed<Period> period, Place where)
    {
        var days = $"{period.Value.Name} ({VietnameseText.Say(period.Value.From)}–{VietnameseText.Say(period.Value.To)})";
        findings.Add(RejectionCatalogue.PeriodConflict, PlaceOf(text), ("found", Findings.Clip(text.Text)), ("expected", days), ("other", "ghi ở " + where.InSentence()));
        return null;
    }

    private Place PlaceOf(HeadText text) => new(table.Source.SheetName, text.Row, text.Column, null);

    [GeneratedRegex(@"\b(?:thang|dot|nam) ")]
    private static partial Regex PeriodStart();

    private const string Day = @"([0-9]{1,2}[/.\-][0-9]{1,2}[/.\-][0-9]{4}|[0-9]{1,2}\s+tháng\s+[0-9]{1,2}\s+năm\s+[0-9]{4})";

    [GeneratedRegex(@"từ\s+(?:ngày\s+)?" + Day + @"\s+đến\s+(?:hết\s+)?(?:ngày\s+)?" + Day, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Days();
}
