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

    /// <summary>All of them, in the order in which faults are listed.</summary>
    internal static readonly string[] All = [Plan, Units, Successions, UnitNames, UnitCodes, Indicators, Targets, Scoring, Recipients, Contacts, Holidays, LastYear, Awards];

    /// <summary>Those without which there is no plan.</summary>
    internal static readonly string[] Required = [.. All.Except([Successions, UnitNames, UnitCodes, Contacts, LastYear, Awards])];
}
