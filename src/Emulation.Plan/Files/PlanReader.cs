namespace Emulation.Plan.Files;

/// <summary>Reads the files of a plan into a draft; says what cannot be read.</summary>
internal static class PlanReader
{
    public static PlanDraft Read(IReadOnlyDictionary<string, string> files, FaultList faults)
    {
        foreach (var missing in PlanFiles.Required.Where(name => !files.ContainsKey(name)))
        {
            faults.Add(missing, null, PlanFaultKind.MissingFile, missing);
        }

        var plan = files.TryGetValue(PlanFiles.Plan, out var planText) ? PlanYamlReader.Read(planText, faults) : null;
        var indicators = Read(files, PlanFiles.Indicators, text => IndicatorsReader.Read(text, faults));
        return new PlanDraft
        {
            Head = plan?.Head,
            Movements = plan?.Movements,
            Waves = plan?.Waves,
            Periods = plan?.Periods,
            Blocks = plan?.Blocks,
            Duties = plan?.Duties,
            Times = plan?.Times,
            Swing = plan?.Swing,
            Release = plan?.Release,
            Units = Read(files, PlanFiles.Units, text => UnitsReader.Read(text, faults)),
            Successions = Read(files, PlanFiles.Successions, text => SuccessionsReader.Read(text, faults)),
            UnitNames = Read(files, PlanFiles.UnitNames, text => UnitNamesReader.ReadNames(text, faults)),
            UnitCodes = Read(files, PlanFiles.UnitCodes, text => UnitNamesReader.ReadCodes(text, faults)),
            Indicators = indicators,
            Targets = Read(files, PlanFiles.Targets, text => TargetsReader.Read(text, plan?.Periods, indicators, faults)),
            ProvinceTargets = Read(files, PlanFiles.ProvinceTargets, text => ProvinceTargetsReader.Read(text, plan?.Periods, indicators, faults)),
            Exemptions = Read(files, PlanFiles.Exemptions, text => ExemptionsReader.Read(text, indicators, faults)),
            Scoring = Read(files, PlanFiles.Scoring, text => ScoringReader.Read(text, faults)),
            Recipients = Read(files, PlanFiles.Recipients, text => RecipientsReader.Read(text, faults)),
            SpecialDays = Read(files, PlanFiles.Holidays, text => HolidaysReader.Read(text, faults)),
            LastYear = Read(files, PlanFiles.LastYear, text => LastYearReader.Read(text, plan?.Periods, faults)),
            Contacts = Read(files, PlanFiles.Contacts, text => ContactsReader.Read(text, faults)),
            Awards = Read(files, PlanFiles.Awards, text => AwardsReader.Read(text, faults)),
        };
    }

    private static T? Read<T>(IReadOnlyDictionary<string, string> files, string name, Func<string, T?> read)
        where T : class
        => files.TryGetValue(name, out var text) ? read(text) : null;
}
