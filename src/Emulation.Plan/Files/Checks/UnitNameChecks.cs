namespace Emulation.Plan.Files.Checks;

/// <summary>Dated names and other systems' codes: of a known unit, in its days, each meaning one thing on a day.</summary>
internal static class UnitNameChecks
{
    public static void Check(PlanDraft draft, FaultList faults)
    {
        foreach (var line in (draft.UnitNames ?? []).Where(line => line.IsWhole))
        {
            CheckDays(line, line.Value.Unit, (line.Value.Name.ValidFrom, line.Value.Name.ValidTo), draft, faults);
        }

        foreach (var line in (draft.UnitCodes ?? []).Where(line => line.IsWhole))
        {
            CheckDays(line, line.Value.Unit, (line.Value.Code.ValidFrom, line.Value.Code.ValidTo), draft, faults);
        }

        var printed = (draft.UnitNames ?? []).Where(line => line.IsWhole && line.Value.Name.Kind != UnitNameKind.Alias);
        foreach (var (first, second) in Overlapping(printed, line => (line.Unit, line.Name.Kind), line => (line.Name.ValidFrom, line.Name.ValidTo)))
        {
            faults.Add(second.File, second.Line, PlanFaultKind.UnitNamesOverlap, second.Value.Name.Name, second.Value.Unit.Value, first.Line.ToInvariant());
        }

        var codes = (draft.UnitCodes ?? []).Where(line => line.IsWhole);
        foreach (var (first, second) in Overlapping(codes, line => (line.Code.System, line.Code.Code), line => (line.Code.ValidFrom, line.Code.ValidTo)))
        {
            faults.Add(second.File, second.Line, PlanFaultKind.UnitCodeCollision, second.Value.Code.Code, second.Value.Code.System, first.Line.ToInvariant());
        }
    }

    private static void CheckDays<T>(Located<T> line, UnitCode code, (DateOnly? From, DateOnly? To) days, PlanDraft draft, FaultList faults)
    {
        if (draft.Units is not null && draft.UnitOf(code) is null)
        {
            faults.Add(line.File, line.Line, PlanFaultKind.UnknownUnit, code.Value);
        }

        if (days.From > days.To)
        {
            faults.Add(line.File, line.Line, PlanFaultKind.ValidityOutOfOrder, days.From.Value.ToText(), days.To.Value.ToText());
        }
        else if (draft.UnitOf(code) is { } unit && (days.From < unit.ValidFrom || days.To > unit.ValidTo))
        {
            faults.Add(line.File, line.Line, PlanFaultKind.UnitNameOutsideUnit, code.Value, unit.ValidFrom?.ToText() ?? "–", unit.ValidTo?.ToText() ?? "–");
        }
    }

    private static IEnumerable<(Located<T> First, Located<T> Second)> Overlapping<T, TKey>(
        IEnumerable<Located<T>> lines, Func<T, TKey> keyOf, Func<T, (DateOnly? From, DateOnly? To)> daysOf) =>
        from sameKey in lines.GroupBy(line => keyOf(line.Value))
        let ordered = sameKey.OrderBy(line => daysOf(line.Value).From ?? DateOnly.MinValue).ThenBy(line => line.Line).ToList()
        from pair in ordered.Zip(ordered.Skip(1))
        where (daysOf(pair.Second.Value).From ?? DateOnly.MinValue) <= (daysOf(pair.First.Value).To ?? DateOnly.MaxValue)
        select (pair.First, pair.Second);
}
