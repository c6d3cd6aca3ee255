using System.Globalization;

namespace Emulation.Plan.Files;

/// <summary>One thing that is wrong in a plan folder: where it stands, what was found, and how to mend it.</summary>
/// <param name="File">Name of the file in the plan folder.</param>
/// <param name="Line">1-based line; null where the fault is the file itself.</param>
/// <param name="Kind">What is wrong; the catalogue stands in docs/formats/plan.md.</param>
/// <param name="Values">What was found and expected, in the order of the sentence's placeholders.</param>
public sealed record PlanFault(string File, int? Line, PlanFaultKind Kind, IReadOnlyList<string> Values)
{
    /// <summary>What is wrong, one Vietnamese sentence.</summary>
    public string Message => MessageIn(Texts.Vietnamese);

    /// <summary>How to mend it, one Vietnamese sentence.</summary>
    public string Cure => CureIn(Texts.Vietnamese);

    /// <summary><see cref="Message"/> in another language.</summary>
    public string MessageIn(CultureInfo language) => Texts.Get(Kind.ToString(), language, Values);

    /// <summary><see cref="Cure"/> in another language.</summary>
    public string CureIn(CultureInfo language) => Texts.Get(Kind + ".Cure", language, Values);

    /// <summary>File, line, sentence and cure in one line of Vietnamese.</summary>
    public override string ToString() =>
        Line is { } line ? $"{File}:{line}: {Message} {Cure}" : $"{File}: {Message} {Cure}";
}

/// <summary>What can be wrong in a plan folder. Each kind has a sentence and a cure in Texts.resx.</summary>
public enum PlanFaultKind
{
    MissingFile,
    NotUtf8,
    BrokenYaml,
    BrokenCsv,
    EmptyTable,
    WrongSeparator,
    UnknownKey,
    MissingKey,
    NotASection,
    NotAList,
    UnknownColumn,
    MissingColumn,
    DuplicateColumn,
    WrongFieldCount,
    EmptyField,
    NotANumber,
    NotAWholeNumber,
    NumberOutOfRange,
    NotADate,
    NotATime,
    UnknownWord,
    NotACode,
    UnknownTimeZone,
    UnknownUnits,
    UnknownBlock,
    UnknownGroup,
    UnknownIndicator,
    UnknownPeriod,
    UnknownDuty,
    DuplicateCode,
    DuplicateFolder,
    FolderNotAscii,
    NameCollision,
    ValidityOutOfOrder,
    RuralAboveCommunes,
    UnknownUnit,
    UnitNameOutsideUnit,
    UnitNamesOverlap,
    UnitCodeCollision,
    SuccessionTwice,
    SuccessionWithoutSuccessor,
    SuccessionKindsDiffer,
    SuccessionCycle,
    SuccessionGap,
    SuccessionOverlap,
    SuccessionMissing,
    SuccessionNotWhole,
    RenameOfSeveral,
    MergeOfOne,
    SplitWithoutParts,
    BadMailAddress,
    ArchiveWithAddress,
    RecipientWithoutAddress,
    DeputyUnfit,
    DeputyWithoutDates,
    DeputiesOverlap,
    WaveOutOfOrder,
    WavesOverlap,
    WaveGap,
    WaveOutsideYear,
    WaveClosesTooEarly,
    ObjectionsOutsideTheirTime,
    ObjectionsWithoutWorkingDay,
    DutyWithoutPeriods,
    DutyPeriodTwice,
    DutyOutOfOrder,
    CheckNotReadable,
    CheckCycle,
    CheckWithoutCommunes,
    AggregationUnfit,
    IndicatorNameCollision,
    PartOfNonRatio,
    FromDutyUnfit,
    TargetTwice,
    TargetUnfit,
    TargetOutOfRange,
    TargetForUnitThatDoesNotReport,
    TargetWithExemption,
    TargetMissing,
    ProvinceRuleUnfit,
    ProvinceToleranceUnused,
    ExemptionOfNothing,
    ExemptionWithValue,
    AdjustmentNeeds,
    ExemptionNeverHolds,
    ExemptionTwice,
    RuleSetsDoNotMeet,
    NoRuleSet,
    LastYearUnused,
    LastYearTwice,
    LastYearUnknownUnit,
    LastYearUnfit,
    LastYearOutOfRange,
    LastYearForUnitThatDoesNotReport,
    LastYearBeforeUnit,
    GroupWithoutMovement,
    GroupPointsDiffer,
    RuleAboutNothing,
    RuleOnInformation,
    FunctionUnfit,
    RuleNeeds,
    RuleParameterUnused,
    RuleForMonth,
    BandGap,
    BandOverlap,
    BandFactorRises,
    FactorOutOfRange,
    ScoringPartEmpty,
    LatenessNotRising,
    GradesNotFalling,
    LowestGradeNotZero,
    UnknownTieBreak,
    GateNeeds,
    HolidaysMissing,
    EscalationNotRising,
    MailHoursOutOfOrder,
    ContactUnfit,
    SpecialDayTwice,
    MakeUpDayOnWeekday,
    UnknownAwardTitle,
    AwardRuleNeeds,
    AwardTitleNeedsItself,
    UnknownDisciplineLevel,
    DisciplineLevelUnused,
    AwardErasDoNotMeet,
}
