using Emulation.Plan.Files;

namespace Emulation.Plan.Tests.Files;

/// <summary>One way to damage a copy of the shipped plan, and the kind of fault it must give.</summary>
/// <param name="Kind">The fault that must be among those found.</param>
/// <param name="File">The damaged file.</param>
/// <param name="Found">Text that stands in the file; its first occurrence is replaced. Null: the whole file is removed.</param>
/// <param name="Replacement">What stands there after the damage.</param>
/// <param name="First">Done before it, where a fault takes two files.</param>
public sealed record Damage(PlanFaultKind Kind, string File, string? Found, string Replacement, Damage? First = null)
{
    private const string Gate = "kind: target-missed, indicator: D01 }";
    private const string Exemptions = "units;subject;period;kind;value;reason;document;from;until;basis\n";
    private const string Wave2From = "    from: 2020-07-01";

    /// <summary>One damage a kind of fault that a text can have; bytes that are no UTF-8 have a test of their own.</summary>
    public static readonly IReadOnlyList<Damage> All =
    [
        new(PlanFaultKind.MissingFile, PlanFiles.Recipients, null, ""),
        new(PlanFaultKind.BrokenYaml, PlanFiles.Scoring, "tie-breaks: [B, T, penalty]", "tie-breaks: [B, T, penalty"),
        new(PlanFaultKind.BrokenCsv, PlanFiles.Recipients, "Giám đốc, các PGĐ Sở", "\"Giám đốc\", các PGĐ Sở"),
        new(PlanFaultKind.EmptyTable, PlanFiles.Recipients, "*", "# chưa có nơi nhận\n"),
        new(PlanFaultKind.WrongSeparator, PlanFiles.Holidays, "date;name;kind;basis", "date,name,kind,basis"),
        new(PlanFaultKind.UnknownKey, PlanFiles.Plan, "signer-title:", "signer:"),
        new(PlanFaultKind.MissingKey, PlanFiles.Plan, "legal-basis: Quyết định", "# legal-basis: Quyết định"),
        new(PlanFaultKind.NotASection, PlanFiles.Plan, "months:\n  first-day: 15", "months: 15"),
        new(PlanFaultKind.NotAList, PlanFiles.Scoring, "tie-breaks: [B, T, penalty]", "tie-breaks: B"),
        new(PlanFaultKind.UnknownColumn, PlanFiles.Holidays, "date;name;kind;basis", "date;name;kind;basis;ghi chú"),
        new(PlanFaultKind.MissingColumn, PlanFiles.Holidays, "date;name;kind;basis", "date;name;kind"),
        new(PlanFaultKind.DuplicateColumn, PlanFiles.Holidays, "date;name;kind;basis", "date;name;kind;basis;basis"),
        new(PlanFaultKind.WrongFieldCount, PlanFiles.Holidays, "2020-09-02;Quốc khánh;", "2020-09-02;Quốc khánh;;"),
        new(PlanFaultKind.EmptyField, PlanFiles.Units, ";Krông Pắc;district-office;", ";;district-office;"),
        new(PlanFaultKind.NotANumber, PlanFiles.Targets, "B03;643;63;", "B03;643;1.063;"),
        new(PlanFaultKind.NotAWholeNumber, PlanFiles.Units, ";21;8;", ";21,5;8;"),
        new(PlanFaultKind.NumberOutOfRange, PlanFiles.Plan, "first-day: 15", "first-day: 31"),
        new(PlanFaultKind.NotADate, PlanFiles.Plan, "due-on: 2020-02-28", "due-on: 2020-02-30"),
        new(PlanFaultKind.NotATime, PlanFiles.Plan, "\"16:30\"", "\"16h30\""),
        new(PlanFaultKind.UnknownWord, PlanFiles.Indicators, ";count;none;sum;A;", ";number;none;sum;A;"),
        new(PlanFaultKind.NotACode, PlanFiles.Units, "STP-TTR;own", "STP TTR;own"),
        new(PlanFaultKind.UnknownTimeZone, PlanFiles.Plan, "Asia/Ho_Chi_Minh", "Asia/Buon_Ma_Thuot"),
        new(PlanFaultKind.UnknownUnits, PlanFiles.Plan, "units: [department-unit]", "units: [đơn vị thuộc Sở]"),
        new(PlanFaultKind.UnknownBlock, PlanFiles.Units, ";district-office;CUM1;643", ";district-office;CUM9;643"),
        new(PlanFaultKind.UnknownGroup, PlanFiles.Scoring, "{ code: C05, group: C,", "{ code: C05, group: NTM,"),
        new(PlanFaultKind.UnknownIndicator, PlanFiles.Targets, "C05;district-office", "C50;district-office"),
        new(PlanFaultKind.UnknownPeriod, PlanFiles.Plan, "{ period: 2020-W1,", "{ period: 2020-W3,"),
        new(PlanFaultKind.UnknownDuty, PlanFiles.Scoring, "duty: DL5", "duty: DL6"),
        new(PlanFaultKind.DuplicateCode, PlanFiles.Recipients, "KHOI3;", "KV;"),
        new(PlanFaultKind.DuplicateFolder, PlanFiles.Units, "644-buon-ho", "643-buon-ma-thuot"),
        new(PlanFaultKind.FolderNotAscii, PlanFiles.Units, "644-buon-ho", "644-Buôn-Hồ"),
        new(PlanFaultKind.NameCollision, PlanFiles.Units, ";Krông Buk;", ";Krông Bông;"),
        new(PlanFaultKind.ValidityOutOfOrder, PlanFiles.Units, ";;2025-06-30;found\n644", ";2025-07-01;2025-06-30;found\n644"),
        new(PlanFaultKind.RuralAboveCommunes, PlanFiles.Units, ";21;8;", ";8;21;"),
        new(PlanFaultKind.UnknownUnit, PlanFiles.Successions, "*", "from;to;kind;on;legal_basis;basis\n643;999;rename;2025-07-01;NQ;assumed\n"),
        new(PlanFaultKind.UnitNameOutsideUnit, PlanFiles.UnitNames, "*", "unit;kind;name;valid_from;valid_to;basis\n643;name;Phòng Tư pháp thị xã Buôn Ma Thuột;;2025-07-15;assumed\n"),
        new(PlanFaultKind.UnitNamesOverlap, PlanFiles.UnitNames, "*", "unit;kind;name;valid_from;valid_to;basis\n643;name;Phòng Tư pháp thị xã Buôn Ma Thuột;;2010-12-31;assumed\n643;name;Tư pháp Buôn Ma Thuột;2010-12-31;2011-12-31;assumed\n"),
        new(PlanFaultKind.UnitCodeCollision, PlanFiles.UnitCodes, "*", "unit;system;code;valid_from;valid_to;basis\n643;eoffice;1601;;;assumed\n644;eoffice;1601;2020-01-01;;assumed\n"),
        new(PlanFaultKind.SuccessionTwice, PlanFiles.Successions, "*", "from;to;kind;on;legal_basis;basis\n643;STP-VP;abolish;2025-07-01;NQ;assumed\n643;STP-VP;abolish;2025-07-01;NQ;assumed\n"),
        new(PlanFaultKind.SuccessionWithoutSuccessor, PlanFiles.Successions, "*", "from;to;kind;on;legal_basis;basis\n643;;merge;2025-07-01;NQ;assumed\n"),
        new(PlanFaultKind.SuccessionKindsDiffer, PlanFiles.Successions, "*", "from;to;kind;on;legal_basis;basis\n643;STP-VP;abolish;2025-07-01;NQ;assumed\n643;STP-TTR;merge;2025-07-01;NQ;assumed\n"),
        new(PlanFaultKind.SuccessionNotWhole, PlanFiles.Successions, "*", "from;to;kind;on;legal_basis;basis\n643;STP-VP;merge;2025-07-01;NQ;assumed\n643;STP-TTR;merge;2025-07-01;NQ;assumed\n"),
        new(PlanFaultKind.SuccessionCycle, PlanFiles.Successions, "*", "from;to;kind;on;legal_basis;basis\n643;STP-VP;abolish;2025-07-01;NQ;assumed\nSTP-VP;643;split;2025-06-30;NQ;assumed\n"),
        new(PlanFaultKind.SuccessionGap, PlanFiles.Successions, "*", "from;to;kind;on;legal_basis;basis\n643;STP-VP;abolish;2025-08-01;NQ;assumed\n"),
        new(PlanFaultKind.SuccessionOverlap, PlanFiles.Successions, "*", "from;to;kind;on;legal_basis;basis\n643;STP-VP;abolish;2025-06-01;NQ;assumed\n"),
        new(PlanFaultKind.SuccessionMissing, PlanFiles.Units, ";;2025-06-30;found\n644", ";;2020-06-30;found\n644"),
        new(PlanFaultKind.RenameOfSeveral, PlanFiles.Successions, "*", "from;to;kind;on;legal_basis;basis\n643;STP-VP;rename;2025-07-01;NQ;assumed\n644;STP-VP;rename;2025-07-01;NQ;assumed\n"),
        new(PlanFaultKind.MergeOfOne, PlanFiles.Successions, "*", "from;to;kind;on;legal_basis;basis\n643;STP-CC1;merge;2025-07-01;NQ;assumed\n",
            new(PlanFaultKind.MergeOfOne, PlanFiles.Units, "cc1@stp-daklak.example;;;;", "cc1@stp-daklak.example;;2025-07-01;;")),
        new(PlanFaultKind.SplitWithoutParts, PlanFiles.Successions, "*", "from;to;kind;on;legal_basis;basis\n643;STP-VP;split;2025-07-01;NQ;assumed\n"),
        new(PlanFaultKind.BadMailAddress, PlanFiles.Units, "647@donvi.example", "Phòng Tư pháp <647@donvi.example>"),
        new(PlanFaultKind.ArchiveWithAddress, PlanFiles.Recipients, "LUU;Lưu: VT, VP (TĐ);archive;;", "LUU;Lưu: VT, VP (TĐ);archive;luu@stp-daklak.example;"),
        new(PlanFaultKind.RecipientWithoutAddress, PlanFiles.Recipients, "ban-tdkt@so-noi-vu.example", ""),
        new(PlanFaultKind.DeputyUnfit, PlanFiles.Recipients, "*", WithDeputies("PGD;Phó Giám đốc;to;pgd@stp.example;final;2020-07-01;2020-07-31;assumed;GĐ")),
        new(PlanFaultKind.DeputyWithoutDates, PlanFiles.Recipients, "*", WithDeputies("PGD;Phó Giám đốc;to;pgd@stp.example;final;2020-07-01;;assumed;GD")),
        new(PlanFaultKind.DeputiesOverlap, PlanFiles.Recipients, "*", WithDeputies(
            "PGD1;Phó Giám đốc;to;pgd1@stp.example;final;2020-07-01;2020-07-31;assumed;GD",
            "PGD2;Phó Giám đốc;to;pgd2@stp.example;wave-interim|final;2020-07-31;2020-08-31;assumed;GD")),
        new(PlanFaultKind.WaveOutOfOrder, PlanFiles.Plan, Wave2From, "    from: 2021-07-01"),
        new(PlanFaultKind.WavesOverlap, PlanFiles.Plan, Wave2From, "    from: 2020-06-15"),
        new(PlanFaultKind.WaveGap, PlanFiles.Plan, Wave2From, "    from: 2020-07-15"),
        new(PlanFaultKind.WaveOutsideYear, PlanFiles.Plan, "    from: 2020-01-01", "    from: 2019-12-15"),
        new(PlanFaultKind.WaveClosesTooEarly, PlanFiles.Plan, "closes-on: 2020-07-10", "closes-on: 2020-06-30"),
        new(PlanFaultKind.ObjectionsOutsideTheirTime, PlanFiles.Plan, "objections-until: 2020-07-07", "objections-until: 2020-07-10"),
        new(PlanFaultKind.ObjectionsWithoutWorkingDay, PlanFiles.Plan, "objections-until: 2021-01-06", "objections-until: 2021-01-03"),
        new(PlanFaultKind.DutyWithoutPeriods, PlanFiles.Plan, "    every-month: {", "    # every-month: {"),
        new(PlanFaultKind.DutyPeriodTwice, PlanFiles.Plan, "{ period: 2020-W2, opens-on: 2020-11-01,", "{ period: 2020-W2, opens-on: 2020-11-01, cutoff-on: 2020-11-10, due-on: 2020-11-20, locks-on: 2020-12-31 }\n      - { period: 2020-W2, opens-on: 2020-11-01,"),
        new(PlanFaultKind.DutyOutOfOrder, PlanFiles.Plan, "cutoff-on: 2020-06-15, due-on: 2020-06-30", "cutoff-on: 2020-06-30, due-on: 2020-06-15"),
        new(PlanFaultKind.CheckNotReadable, PlanFiles.Indicators, ";<=B09;", ";=B09;"),
        new(PlanFaultKind.CheckCycle, PlanFiles.Indicators, ";B;yes;district-office;;;;;Số vụ việc hòa giải đã tiếp nhận", ";B;yes;district-office;<=B10;;;;Số vụ việc hòa giải đã tiếp nhận"),
        new(PlanFaultKind.CheckWithoutCommunes, PlanFiles.Units, ";7;7;647@", ";;;647@"),
        new(PlanFaultKind.AggregationUnfit, PlanFiles.Indicators, ";ratio;more;recompute;A;yes;district-office;", ";ratio;more;sum;A;yes;district-office;"),
        new(PlanFaultKind.IndicatorNameCollision, PlanFiles.Indicators, ";Số trường hợp khai tử;", ";Số trường hợp khai sinh;"),
        new(PlanFaultKind.PartOfNonRatio, PlanFiles.Indicators, ";<=B09;;;;", ";<=B09;;B09;;"),
        new(PlanFaultKind.FromDutyUnfit, PlanFiles.Indicators, ";yes-no;more;last;T;yes;*;;;;;", ";yes-no;more;last;T;yes;*;;;;DL1;"),
        new(PlanFaultKind.TargetTwice, PlanFiles.Targets, "B08;644;", "B08;643;"),
        new(PlanFaultKind.TargetUnfit, PlanFiles.Targets, "T06;*;1;1;1;;illustrative;", "T06;*;1;1;1;;illustrative;\nB09;district-office;10;;;;illustrative;"),
        new(PlanFaultKind.TargetOutOfRange, PlanFiles.Targets, "C01;649;6;6;6;", "C01;649;6;6;9;"),
        new(PlanFaultKind.TargetForUnitThatDoesNotReport, PlanFiles.Targets, "T06;*;1;1;1;;illustrative;", "T06;*;1;1;1;;illustrative;\nB06;STP-VP;4;4;8;;illustrative;"),
        new(PlanFaultKind.TargetWithExemption, PlanFiles.Targets, "T05;district-office;;;;", "T05;district-office;;;1;"),
        new(PlanFaultKind.TargetMissing, PlanFiles.Targets, "B06;657;32;32;64;", "B06;657;32;;64;"),
        new(PlanFaultKind.ProvinceRuleUnfit, PlanFiles.ProvinceTargets, "B11;district-office;80;80;80;;", "B11;district-office;80;80;80;cover;"),
        new(PlanFaultKind.ProvinceToleranceUnused, PlanFiles.ProvinceTargets, "B11;district-office;80;80;80;;;", "B11;district-office;80;80;80;;5;"),
        new(PlanFaultKind.ExemptionOfNothing, PlanFiles.Exemptions, "*", Exemptions + "643;B99;;exempt;;thiên tai;CV 12/STP-VP;;2020-12-31;assumed\n"),
        new(PlanFaultKind.ExemptionWithValue, PlanFiles.Exemptions, "*", Exemptions + "643;B06;2020-W1;exempt;40;thiên tai;CV 12/STP-VP;;2020-12-31;assumed\n"),
        new(PlanFaultKind.AdjustmentNeeds, PlanFiles.Exemptions, "*", Exemptions + "643;B06;2020-W1;adjusted;;thiên tai;CV 12/STP-VP;;2020-12-31;assumed\n"),
        new(PlanFaultKind.ExemptionNeverHolds, PlanFiles.Exemptions, "*", Exemptions + "643;B06;2020-W1;adjusted;40;thiên tai;CV 12/STP-VP;;2020-06-29;assumed\n"),
        new(PlanFaultKind.ExemptionTwice, PlanFiles.Exemptions, "*", Exemptions + "643;B06;;exempt;;thiên tai;CV 12/STP-VP;;2020-06-30;assumed\nCUM1;B06;2020-W1;adjusted;40;thiên tai;CV 13/STP-VP;;2020-12-31;assumed\n"),
        new(PlanFaultKind.RuleSetsDoNotMeet, PlanFiles.Scoring, "*", Plans.TwoRuleSets("2020-06-30", "2020-07-02")),
        new(PlanFaultKind.NoRuleSet, PlanFiles.Scoring, "code: RS-2020-DEMO\n", "code: RS-2020-DEMO\nto: 2020-12-30\n"),
        new(PlanFaultKind.LastYearUnused, PlanFiles.Plan, "swing:\n  percent: 20\n  from: 20\n", ""),
        new(PlanFaultKind.LastYearTwice, PlanFiles.LastYear, "643;B06;", "643;A01;"),
        new(PlanFaultKind.LastYearUnknownUnit, PlanFiles.LastYear, "643;B06;", "CUM1;B06;"),
        new(PlanFaultKind.LastYearUnfit, PlanFiles.LastYear, "643;B06;", "643;B05;"),
        new(PlanFaultKind.LastYearOutOfRange, PlanFiles.LastYear, "643;B06;", "643;B06;0,5"),
        new(PlanFaultKind.LastYearForUnitThatDoesNotReport, PlanFiles.LastYear, "643;B06;", "STP-VP;B06;"),
        new(PlanFaultKind.LastYearBeforeUnit, PlanFiles.Units, ";643@donvi.example;;;2025-06-30;found", ";643@donvi.example;;2019-12-01;2025-06-30;found"),
        new(PlanFaultKind.GroupWithoutMovement, PlanFiles.Plan, "  - code: E\n", "  - code: G\n"),
        new(PlanFaultKind.GroupPointsDiffer, PlanFiles.Scoring, "indicator: D03, points: 2", "indicator: D03, points: 2.5"),
        new(PlanFaultKind.RuleAboutNothing, PlanFiles.Scoring, "function: deadline, duty: DL1,", "function: deadline,"),
        new(PlanFaultKind.RuleOnInformation, PlanFiles.Scoring, "function: proportional, indicator: A02", "function: proportional, indicator: A01"),
        new(PlanFaultKind.FunctionUnfit, PlanFiles.Scoring, "function: yes-no, indicator: B05", "function: proportional, indicator: B05"),
        new(PlanFaultKind.RuleNeeds, PlanFiles.Scoring, ", per-case: 1 }", " }"),
        new(PlanFaultKind.RuleParameterUnused, PlanFiles.Scoring, "indicator: A02, points: 4", "indicator: A02, points: 4, cap: 1.2"),
        new(PlanFaultKind.RuleForMonth, PlanFiles.Scoring, "indicator: A02, points: 4", "indicator: A02, points: 4, periods: [2020-03]"),
        new(PlanFaultKind.BandGap, PlanFiles.Scoring, "{ from: 75, to: 95,", "{ above: 75, to: 95,"),
        new(PlanFaultKind.BandOverlap, PlanFiles.Scoring, "{ above: 95,", "{ from: 95,"),
        new(PlanFaultKind.BandFactorRises, PlanFiles.Scoring, "{ above: 95, factor: 1 }", "{ above: 95, factor: 0.5 }"),
        new(PlanFaultKind.FactorOutOfRange, PlanFiles.Scoring, "{ days: 2, factor: 0.75 }", "{ days: 2, factor: 75 }"),
        new(PlanFaultKind.ScoringPartEmpty, PlanFiles.Scoring, "lateness:\n  - { days: 0, factor: 1 }\n  - { days: 2, factor: 0.75 }\n  - { days: 5, factor: 0.5 }\n  - { days: 10, factor: 0.25 }\n", "lateness: []\n"),
        new(PlanFaultKind.LatenessNotRising, PlanFiles.Scoring, "{ days: 5, factor: 0.5 }", "{ days: 2, factor: 0.5 }"),
        new(PlanFaultKind.GradesNotFalling, PlanFiles.Scoring, "name: Tốt, from: 80", "name: Tốt, from: 95"),
        new(PlanFaultKind.LowestGradeNotZero, PlanFiles.Scoring, "name: Yếu, from: 0", "name: Yếu, from: 30"),
        new(PlanFaultKind.UnknownTieBreak, PlanFiles.Scoring, "tie-breaks: [B, T, penalty]", "tie-breaks: [B, T, điểm trừ]"),
        new(PlanFaultKind.GateNeeds, PlanFiles.Scoring, Gate, "kind: target-missed }"),
        new(PlanFaultKind.EscalationNotRising, PlanFiles.Plan, "days-after-due: 3, to: head", "days-after-due: 1, to: head"),
        new(PlanFaultKind.MailHoursOutOfOrder, PlanFiles.Plan, "until: \"18:00\"", "until: \"06:00\""),
        new(PlanFaultKind.ContactUnfit, PlanFiles.Contacts, "*;province;", "*;head;"),
        new(PlanFaultKind.HolidaysMissing, PlanFiles.Plan, "closes-on: 2021-01-08", "closes-on: 2022-01-07"),
        new(PlanFaultKind.SpecialDayTwice, PlanFiles.Holidays, "2020-04-30;", "2020-05-01;"),
        new(PlanFaultKind.MakeUpDayOnWeekday, PlanFiles.Holidays, "2020-09-02;Quốc khánh;holiday", "2020-09-02;Quốc khánh;make-up-day"),
        new(PlanFaultKind.UnknownAwardTitle, PlanFiles.Awards, "titles: [CSTDCS], of: LDTT", "titles: [CSTDCS], of: LĐTT"),
        new(PlanFaultKind.AwardRuleNeeds, PlanFiles.Awards, "of: LDTT, limit: 15", "of: LDTT"),
        new(PlanFaultKind.AwardTitleNeedsItself, PlanFiles.Awards, "kind: title-reached, titles: [CSTDCS], of: LDTT", "kind: title-reached, titles: [CSTDCS], of: CSTDCS"),
        new(PlanFaultKind.UnknownDisciplineLevel, PlanFiles.Awards, "for: collective, from-level: CC", "for: collective, from-level: CB"),
        new(PlanFaultKind.DisciplineLevelUnused, PlanFiles.Awards, "kind: discipline, for: collective, from-level: CC", "kind: on-hold, for: collective, from-level: CC"),
        new(PlanFaultKind.AwardErasDoNotMeet, PlanFiles.Awards, "to: 2023-12-31", "to: 2023-11-30"),
    ];

    private static string WithDeputies(params string[] lines) => string.Join('\n',
        ["code;name;kind;addresses;reports;valid_from;valid_to;basis;replaces", "GD;Giám đốc;to;giam-doc@stp.example;final;;;assumed;", .. lines]);

    /// <summary>The shipped plan's texts with this damage done to them.</summary>
    public Dictionary<string, string> Apply(IReadOnlyDictionary<string, string> files)
    {
        var damaged = (First?.Apply(files) ?? files).ToDictionary(file => file.Key, file => file.Value);
        if (Found is null)
        {
            damaged.Remove(File);
        }
        else if (Found == "*")
        {
            damaged[File] = Replacement;
        }
        else
        {
            var at = damaged[File].IndexOf(Found, StringComparison.Ordinal);
            Assert.True(at >= 0, $"'{Found}' does not stand in {File}.");
            damaged[File] = damaged[File][..at] + Replacement + damaged[File][(at + Found.Length)..];
        }

        return damaged;
    }
}
