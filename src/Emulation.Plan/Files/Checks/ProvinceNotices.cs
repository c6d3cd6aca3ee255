namespace Emulation.Plan.Files.Checks;

/// <summary>Targets of the province that those of its units do not bear, or that do not add up among themselves.</summary>
internal static class ProvinceNotices
{
    public static IEnumerable<PlanNotice> Of(EmulationPlan plan, IReadOnlyList<Located<ProvinceTarget>> lines) =>
        ProvinceShares.Of(plan).Zip(lines).Where(pair => !pair.First.Holds).Select(pair => NoticeOf(pair.First, pair.Second))
            .Concat(lines.Where(line => line.Value.Period == plan.YearPeriod.Code).Select(year => WavesOffYear(plan, year, lines)).OfType<PlanNotice>());

    /// <summary>Of what is added up over time and better the more there is, as soon as every wave has its part. What is shown only is not judged.</summary>
    private static PlanNotice? WavesOffYear(EmulationPlan plan, Located<ProvinceTarget> line, IReadOnlyList<Located<ProvinceTarget>> lines)
    {
        var (year, indicator) = (line.Value, plan.IndicatorByCode(line.Value.Indicator));
        var waves = plan.Waves.Select(wave => lines.FirstOrDefault(other => IsPart(other.Value, year, wave))?.Value).OfType<ProvinceTarget>().ToList();
        var difference = waves.Sum(wave => wave.Value) - year.Value;
        return indicator is not { Aggregation: Aggregation.Sum, Direction: Direction.MoreIsBetter } || year.Rule == ProvinceRule.None
            || waves.Count < plan.Waves.Count || difference is null || Math.Abs(difference.Value) <= year.Value * year.Tolerance / 100 ? null
            : new PlanNotice(line.File, line.Line, PlanNoticeKind.ProvinceWavesOffYear,
            [
                year.Indicator.Value, indicator.Name, year.Period.Value, ValueOf(year.Value, null, indicator),
                ValueOf(year.Value + difference, null, indicator), string.Join(" + ", waves.Select(wave => wave.Value!.Value.ToText())), ValueOf(Math.Abs(difference.Value), null, indicator),
            ]);
    }

    private static bool IsPart(ProvinceTarget target, ProvinceTarget year, Wave wave) =>
        target.Indicator == year.Indicator && target.Units == year.Units && target.Period == wave.Period.Code;

    private static PlanNotice NoticeOf(ProvinceShare share, Located<ProvinceTarget> line)
    {
        var (target, indicator) = (share.Target, share.Indicator);
        PlanNotice Notice(PlanNoticeKind kind, params string[] values) =>
            new(line.File, line.Line, kind, [target.Indicator.Value, indicator.Name, target.Period.Value, ValueOf(target.Value, target.Date, indicator), .. values]);
        return share switch
        {
            { With.Count: 0 } => Notice(PlanNoticeKind.ProvinceTargetUnassigned, target.Units, Outside("Notice.Exempt", share.Exempt)),
            { Target.Rule: ProvinceRule.Each } => Notice(
                PlanNoticeKind.ProvinceTargetWeaker, PlanNotices.Named(share.Weaker), share.Weaker.Count.ToInvariant()),
            _ => Notice(
                share.Difference < 0 ? PlanNoticeKind.ProvinceSumShort : PlanNoticeKind.ProvinceSumOver,
                ValueOf(share.Sum, null, indicator), share.With.Count.ToInvariant(), ValueOf(Math.Abs(share.Difference!.Value), null, indicator),
                Outside("Notice.Without", share.Without) + Outside("Notice.Exempt", share.Exempt) + Decided(share)),
        };
    }

    private static string Outside(string key, IReadOnlyList<Unit> units) =>
        units.Count == 0 ? "" : Texts.Get(key, Texts.Vietnamese, [PlanNotices.Named(units)]);

    private static string Decided(ProvinceShare share) =>
        share.Assigned == share.Sum ? "" : Texts.Get("Notice.AsAssigned", Texts.Vietnamese, [ValueOf(share.Assigned, null, share.Indicator)]);

    private static string ValueOf(decimal? value, DateOnly? date, Indicator indicator) =>
        date is { } day ? day.ToText()
        : indicator.Kind == IndicatorKind.YesNo ? PlanWords.TargetYesNo.WordOf(value!.Value)
        : $"{value!.Value.ToText()} {indicator.Measure}";
}
