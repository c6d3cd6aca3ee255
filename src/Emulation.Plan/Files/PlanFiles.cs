namespace Emulation.Plan.Files;

/// <summary>The names of the files a plan folder consists of; others (a README) are no part of the plan.</summary>
public static class PlanFiles
{
    public const string Plan = "plan.yaml";
    public const string Units = "units.csv";
    public const string Indicators = "indicators.csv";
    public const string Targets = "targets.csv";
    public const string Scoring = "scoring.yaml";
    public const string Recipients = "recipients.csv";
    public const string Holidays = "holidays.csv";

    /// <summary>Figures of the year before; a plan may do without.</summary>
    public const string LastYear = "last-year.csv";

    /// <summary>What can be proposed and what the award law asks; a plan may do without.</summary>
    public const string Awards = "awards.yaml";

    /// <summary>Which units followed which; a plan may do without.</summary>
    public const string Successions = "successions.csv";

    /// <summary>Names of units that hold for a time; a plan may do without.</summary>
    public const string UnitNames = "unit-names.csv";

    /// <summary>Codes of units in other systems; a plan may do without.</summary>
    public const string UnitCodes = "unit-codes.csv";

    /// <summary>Who is told when a unit owes a report; a plan may do without.</summary>
    public const string Contacts = "contacts.csv";

    /// <summary>Decisions that excuse single units, or give them another target, until a day; a plan may do without.</summary>
    public const string Exemptions = "exemptions.csv";

    /// <summary>The province's own targets, beside which those of the units are added up; a plan may do without.</summary>
    public const string ProvinceTargets = "province-targets.csv";

    /// <summary>All of them, in the order in which faults are listed.</summary>
    public static readonly IReadOnlyList<string> All = [Plan, Units, Successions, UnitNames, UnitCodes, Indicators, Targets, ProvinceTargets, Exemptions, Scoring, Recipients, Contacts, Holidays, LastYear, Awards];

    /// <summary>The 0-based place of a file in <see cref="All"/>; -1 for a file that is no part of a plan.</summary>
    internal static int PlaceOf(string file) => All.TakeWhile(name => name != file).Count() is var place && place < All.Count ? place : -1;

    /// <summary>Those without which there is no plan.</summary>
    internal static readonly string[] Required = [.. All.Except([Successions, UnitNames, UnitCodes, ProvinceTargets, Exemptions, Contacts, LastYear, Awards])];
}
