namespace Emulation.Plan;

/// <summary>What can be proposed: an emulation title (danh hiệu thi đua) or a form of commendation (hình thức khen thưởng).</summary>
/// <param name="Code">E.g. <c>CSTDCS</c>.</param>
/// <param name="Name">In full, e.g. <c>Chiến sĩ thi đua cơ sở</c>.</param>
/// <param name="IsCollective">True for what only collectives get; a commendation may be for both and is then listed twice.</param>
/// <param name="Aliases">Other spellings and abbreviations that files use.</param>
public sealed record AwardTitle(string Code, string Name, bool IsCollective, IReadOnlyList<string> Aliases);

/// <summary>How grave a discipline is; a plan lists the levels from the mildest to the gravest.</summary>
/// <param name="Code">E.g. <c>CC</c>.</param>
/// <param name="Name">In full, e.g. <c>Cảnh cáo</c>.</param>
/// <param name="Aliases">Other words that files use.</param>
public sealed record DisciplineLevel(string Code, string Name, IReadOnlyList<string> Aliases);

/// <summary>The award law of an era as checks; which set holds depends on the plan's year.</summary>
/// <param name="From">First day in force.</param>
/// <param name="To">Last day in force; null while it is.</param>
public sealed record AwardRuleSet(string Code, DateOnly From, DateOnly? To, string LegalBasis, Basis Basis, IReadOnlyList<AwardRule> Rules)
{
    public bool HoldsOn(DateOnly day) => day >= From && (To is null || day <= To);
}

/// <summary>How much it weighs that a check is not met.</summary>
public enum AwardSeverity
{
    /// <summary>The law bars the award.</summary>
    Blocker,

    /// <summary>The council should know.</summary>
    Warning,

    /// <summary>Told, not judged.</summary>
    Information,
}

/// <summary>What a check looks at.</summary>
public enum AwardCheckKind
{
    /// <summary>Registered for this title by the unit.</summary>
    Registered,

    /// <summary>At most <see cref="AwardRule.Limit"/> per cent of those who reach <see cref="AwardRule.Of"/>, counted over <see cref="AwardRule.Pool"/>.</summary>
    Quota,

    /// <summary>A recognised initiative or accepted study, or, if <see cref="AwardRule.IsMetByExcellence"/>, excellent completion of the tasks.</summary>
    Initiative,

    /// <summary>Recruited at least <see cref="AwardRule.Limit"/> months before the end of the year.</summary>
    Service,

    /// <summary>Reaches <see cref="AwardRule.Of"/> in the same year, which the title asked for builds on.</summary>
    TitleReached,

    /// <summary>Not disciplined in the year, or not as gravely as <see cref="AwardRule.FromLevel"/>.</summary>
    Discipline,

    /// <summary>Not under discipline, inspection or complaint.</summary>
    OnHold,

    /// <summary>Of a collective's members more than, or if <see cref="AwardRule.IsLimitMet"/> at least, <see cref="AwardRule.Limit"/> per cent reach <see cref="AwardRule.Of"/>.</summary>
    Members,

    /// <summary>At least <see cref="AwardRule.Limit"/> members of a collective reach <see cref="AwardRule.Of"/>.</summary>
    MemberCount,

    /// <summary>Numbers of at least <see cref="AwardRule.Limit"/> earlier decisions are given; a person checks them.</summary>
    EarlierDecisions,

    /// <summary>Proposed once only.</summary>
    OnlyOnce,

    /// <summary>At least <see cref="AwardRule.Limit"/> per cent of the council's votes.</summary>
    Votes,

    /// <summary>Share of direct workers among the proposals of the pool; told, and judged only where <see cref="AwardRule.Limit"/> says how many per cent they must be.</summary>
    DirectWorkers,
}

/// <summary>Over whom a quota is counted.</summary>
public enum AwardPool
{
    Unit,
    Block,
    Plan,
}

/// <summary>How a quota that is no whole number of people is rounded.</summary>
public enum QuotaRounding
{
    Down,
    Nearest,
    Up,
}

/// <summary>One check of the award law.</summary>
/// <param name="Titles">Codes of the titles it is about; empty for all.</param>
/// <param name="Source">Decree and article.</param>
/// <param name="Limit">Per cent, months or a count, by kind; null where the kind needs none.</param>
/// <param name="Of">Code of the title counted or built on; null where the kind needs none.</param>
/// <param name="IsCollective">True for a rule about collectives only, false about people only; null where <paramref name="Titles"/> or the kind say it.</param>
/// <param name="FromLevel">Code of the mildest discipline that bars; null if any does.</param>
public sealed record AwardRule(
    string Code, AwardCheckKind Kind, AwardSeverity Severity, string Source, IReadOnlyList<string> Titles, decimal? Limit, string? Of,
    AwardPool Pool, QuotaRounding Rounding, bool IsMetByExcellence, bool IsLimitMet, bool? IsCollective = null, string? FromLevel = null);

/// <summary>The award rules of a plan: what can be proposed, and the law by era.</summary>
public sealed record AwardBook(IReadOnlyList<AwardTitle> Titles, IReadOnlyList<AwardRuleSet> RuleSets)
{
    /// <summary>The titles whose holders units count in the lines of their collectives.</summary>
    public const string AdvancedWorker = "LDTT", EmulationFighter = "CSTDCS";

    /// <summary>From the mildest to the gravest; empty if the plan tells no levels.</summary>
    public IReadOnlyList<DisciplineLevel> Disciplines { get; init; } = [];

    /// <summary>No rules: nothing is checked.</summary>
    public static AwardBook Empty { get; } = new([], []);

    /// <summary>The rules that hold on a day; null if none do.</summary>
    public AwardRuleSet? On(DateOnly day) => RuleSets.FirstOrDefault(set => set.HoldsOn(day));

    /// <summary>The title a text names; null if it names none. A text may add words after the name ("Giấy khen của Giám đốc Sở").</summary>
    public AwardTitle? Find(string? text, bool isCollective)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var key = NameKey.Of(text);
        return Titles
            .Where(title => title.IsCollective == isCollective)
            .SelectMany(title => title.Aliases.Prepend(title.Name).Prepend(title.Code).Select(name => (Title: title, Key: NameKey.Of(name))))
            .Where(name => key == name.Key || key.StartsWith(name.Key + " ", StringComparison.Ordinal))
            .OrderByDescending(name => name.Key.Length)
            .Select(name => name.Title)
            .FirstOrDefault();
    }
    /// <summary>True if a text holds the name of a title, or another spelling of it, as words of their own.</summary>
    public bool Names(string title, string text) =>
        Titles.Where(one => one.Code == title).SelectMany(one => one.Aliases.Prepend(one.Name)).Any(name => Has($" {NameKey.Of(text)} ", NameKey.Of(name)));

    /// <summary>Where the gravest discipline a text names stands among <see cref="Disciplines"/>; null if it names none of them, or denies something.</summary>
    public int? LevelIn(string text)
    {
        var key = $" {NameKey.Of(text)} ";
        return Has(key, "không") ? null : Disciplines
            .Select((level, index) => (Index: (int?)index, Words: level.Aliases.Prepend(level.Name)))
            .LastOrDefault(level => level.Words.Any(word => Has(key, NameKey.Of(word)))).Index;
    }

    /// <summary>Where a level stands among <see cref="Disciplines"/>; -1 if it is none of them.</summary>
    public int LevelOf(string code) => Disciplines.ToList().FindIndex(level => level.Code == code);

    private static bool Has(string key, string word)
    {
        for (var at = key.IndexOf(word, StringComparison.Ordinal); at >= 0; at = key.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (!char.IsLetterOrDigit(key[at - 1]) && !char.IsLetterOrDigit(key[at + word.Length]))
            {
                return true;
            }
        }

        return false;
    }
}
