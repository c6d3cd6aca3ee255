namespace Emulation.Plan.Files;

/// <summary>The closed lists of words that plan files use for the values of the plan.</summary>
internal static class PlanWords
{
    public static readonly IReadOnlyDictionary<string, Basis> Bases = new Dictionary<string, Basis>
    {
        ["plan"] = Basis.Plan,
        ["found"] = Basis.Found,
        ["assumed"] = Basis.Assumed,
        ["illustrative"] = Basis.Illustrative,
    };

    /// <summary>The kinds of report that can wait for the office's look; a reminder that waits would come too late.</summary>
    public static readonly IReadOnlyDictionary<string, ReportKind> MailedReports =
        Enum.GetValues<ReportKind>().Where(kind => kind != ReportKind.Reminder).ToDictionary(kind => kind.ToName());

    public static readonly IReadOnlyDictionary<string, Unanswered> IfUnanswered = new Dictionary<string, Unanswered>
    {
        ["send"] = Unanswered.Send,
        ["keep"] = Unanswered.Keep,
    };

    public static readonly IReadOnlyDictionary<string, bool> YesOrNo = new Dictionary<string, bool> { ["yes"] = true, ["no"] = false };

    public static readonly IReadOnlyDictionary<string, bool> TrueOrFalse = new Dictionary<string, bool> { ["true"] = true, ["false"] = false };

    public static readonly IReadOnlyDictionary<string, string> CodeSystems =
        new Dictionary<string, string> { ["gso"] = "gso", ["own"] = "own" };

    public static readonly IReadOnlyDictionary<string, SuccessionKind> SuccessionKinds = new Dictionary<string, SuccessionKind>
    {
        ["rename"] = SuccessionKind.Rename,
        ["merge"] = SuccessionKind.Merge,
        ["split"] = SuccessionKind.Split,
        ["abolish"] = SuccessionKind.Abolish,
    };

    public static readonly IReadOnlyDictionary<string, UnitNameKind> UnitNameKinds = new Dictionary<string, UnitNameKind>
    {
        ["name"] = UnitNameKind.Name,
        ["short-name"] = UnitNameKind.ShortName,
        ["alias"] = UnitNameKind.Alias,
    };

    public static readonly IReadOnlyDictionary<string, string> MovementSources = new Dictionary<string, string>
    {
        ["ministry"] = "ministry",
        ["province"] = "province",
        ["department"] = "department",
        ["central"] = "central",
    };

    public static readonly IReadOnlyDictionary<string, FormKind> Forms =
        Enum.GetValues<FormKind>().ToDictionary(form => form.ToName());

    /// <summary>What a target of a yes-no indicator says.</summary>
    public static readonly IReadOnlyDictionary<string, decimal> TargetYesNo = new Dictionary<string, decimal> { ["Có"] = 1, ["Không"] = 0 };

    public static readonly IReadOnlyDictionary<string, ExemptionKind> ExemptionKinds = new Dictionary<string, ExemptionKind>
    {
        ["exempt"] = ExemptionKind.Exempt,
        ["adjusted"] = ExemptionKind.Adjusted,
    };

    public static readonly IReadOnlyDictionary<string, ProvinceRule> ProvinceRules = new Dictionary<string, ProvinceRule>
    {
        ["cover"] = ProvinceRule.Cover,
        ["equal"] = ProvinceRule.Equal,
        ["each"] = ProvinceRule.Each,
        ["none"] = ProvinceRule.None,
    };

    public static readonly IReadOnlyDictionary<string, IndicatorKind> IndicatorKinds = new Dictionary<string, IndicatorKind>
    {
        ["count"] = IndicatorKind.Count,
        ["ratio"] = IndicatorKind.Ratio,
        ["money"] = IndicatorKind.Money,
        ["yes-no"] = IndicatorKind.YesNo,
        ["date"] = IndicatorKind.Date,
    };

    public static readonly IReadOnlyDictionary<string, Direction> Directions = new Dictionary<string, Direction>
    {
        ["more"] = Direction.MoreIsBetter,
        ["less"] = Direction.LessIsBetter,
        ["none"] = Direction.None,
    };

    public static readonly IReadOnlyDictionary<string, Aggregation> Aggregations = new Dictionary<string, Aggregation>
    {
        ["sum"] = Aggregation.Sum,
        ["last"] = Aggregation.Last,
        ["recompute"] = Aggregation.Recompute,
    };

    public static readonly IReadOnlyDictionary<string, DayShift> DayShifts = new Dictionary<string, DayShift>
    {
        ["previous-working-day"] = DayShift.PreviousWorkingDay,
        ["next-working-day"] = DayShift.NextWorkingDay,
        ["none"] = DayShift.None,
    };

    public static readonly IReadOnlyDictionary<string, ContactRole> ContactRoles = new Dictionary<string, ContactRole>
    {
        ["officer"] = ContactRole.Officer,
        ["head"] = ContactRole.Head,
        ["province"] = ContactRole.Province,
    };

    public static readonly IReadOnlyDictionary<string, RecipientKind> RecipientKinds = new Dictionary<string, RecipientKind>
    {
        ["to"] = RecipientKind.To,
        ["cc"] = RecipientKind.Cc,
        ["archive"] = RecipientKind.Archive,
    };

    /// <summary>True for a collective.</summary>
    public static readonly IReadOnlyDictionary<string, bool> AwardHolders = new Dictionary<string, bool> { ["individual"] = false, ["collective"] = true };

    public static readonly IReadOnlyDictionary<string, AwardCheckKind> AwardCheckKinds = new Dictionary<string, AwardCheckKind>
    {
        ["registered"] = AwardCheckKind.Registered,
        ["quota"] = AwardCheckKind.Quota,
        ["initiative"] = AwardCheckKind.Initiative,
        ["service"] = AwardCheckKind.Service,
        ["title-reached"] = AwardCheckKind.TitleReached,
        ["discipline"] = AwardCheckKind.Discipline,
        ["on-hold"] = AwardCheckKind.OnHold,
        ["members"] = AwardCheckKind.Members,
        ["member-count"] = AwardCheckKind.MemberCount,
        ["earlier-decisions"] = AwardCheckKind.EarlierDecisions,
        ["only-once"] = AwardCheckKind.OnlyOnce,
        ["votes"] = AwardCheckKind.Votes,
        ["direct-workers"] = AwardCheckKind.DirectWorkers,
    };

    public static readonly IReadOnlyDictionary<string, AwardSeverity> AwardSeverities = new Dictionary<string, AwardSeverity>
    {
        ["blocker"] = AwardSeverity.Blocker,
        ["warning"] = AwardSeverity.Warning,
        ["information"] = AwardSeverity.Information,
    };

    public static readonly IReadOnlyDictionary<string, AwardPool> AwardPools = new Dictionary<string, AwardPool>
    {
        ["unit"] = AwardPool.Unit,
        ["block"] = AwardPool.Block,
        ["plan"] = AwardPool.Plan,
    };

    public static readonly IReadOnlyDictionary<string, QuotaRounding> QuotaRoundings = new Dictionary<string, QuotaRounding>
    {
        ["down"] = QuotaRounding.Down,
        ["nearest"] = QuotaRounding.Nearest,
        ["up"] = QuotaRounding.Up,
    };

    public static readonly IReadOnlyDictionary<string, SpecialDayKind> SpecialDayKinds = new Dictionary<string, SpecialDayKind>
    {
        ["holiday"] = SpecialDayKind.Holiday,
        ["make-up-day"] = SpecialDayKind.MakeUpDay,
    };

    public static readonly IReadOnlyDictionary<string, ScoringFunction> Functions = new Dictionary<string, ScoringFunction>
    {
        ["proportional"] = ScoringFunction.Proportional,
        ["proportional-over"] = ScoringFunction.ProportionalOver,
        ["banded"] = ScoringFunction.Banded,
        ["yes-no"] = ScoringFunction.YesNo,
        ["deadline"] = ScoringFunction.Deadline,
        ["lower-is-better"] = ScoringFunction.LowerIsBetter,
    };

    public static readonly IReadOnlyDictionary<string, NotApplicablePolicy> NotApplicablePolicies = new Dictionary<string, NotApplicablePolicy>
    {
        ["rescale"] = NotApplicablePolicy.Rescale,
        ["full-points"] = NotApplicablePolicy.FullPoints,
    };

    public static readonly IReadOnlyDictionary<string, GateKind> GateKinds = new Dictionary<string, GateKind>
    {
        ["mandatory-report"] = GateKind.MandatoryReport,
        ["target-missed"] = GateKind.TargetMissed,
        ["figure-above"] = GateKind.FigureAbove,
    };

    /// <summary>The word that stands for a value.</summary>
    public static string WordOf<T>(this IReadOnlyDictionary<string, T> words, T value) =>
        words.First(pair => EqualityComparer<T>.Default.Equals(pair.Value, value)).Key;
}
