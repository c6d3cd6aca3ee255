namespace Emulation.Plan.Files.Checks;

/// <summary>Targets of the province that those of its units do not bear.</summary>
internal static class ProvinceNotices
{
    public static IEnumerable<PlanNotice> Of(EmulationPlan plan, IReadOnlyList<Located<ProvinceTarget>> lines) =>
        ProvinceShares.Of(plan).Zip(lines).Where(pair => !pair.First.Holds).Select(pair => NoticeOf(pair.First, pair.Second));

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
