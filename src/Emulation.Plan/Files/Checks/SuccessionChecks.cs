namespace Emulation.Plan.Files.Checks;

/// <summary>Successions: known units, days that meet, and lines that together make the kind of change they say.</summary>
internal static class SuccessionChecks
{
    public static void Check(PlanDraft draft, FaultList faults)
    {
        var lines = (draft.Successions ?? []).Where(line => line.IsWhole).ToList();
        CheckUnits(lines, draft, faults);
        CheckShapes(lines, draft, faults);
        CheckCycles(lines, faults);
        foreach (var line in lines)
        {
            CheckDays(line, draft, faults);
        }

        CheckEnds(draft, faults);
    }

    private static void CheckUnits(List<Located<Succession>> lines, PlanDraft draft, FaultList faults)
    {
        foreach (var line in lines)
        {
            foreach (var code in new[] { line.Value.From, line.Value.To }.OfType<UnitCode>().Where(code => draft.Units is not null && draft.UnitOf(code) is null))
            {
                line.Add(faults, PlanFaultKind.UnknownUnit, code.Value);
            }

            if (line.Value is { To: null, Kind: not SuccessionKind.Abolish })
            {
                line.Add(faults, PlanFaultKind.SuccessionWithoutSuccessor, line.Value.From.Value, WordOf(line.Value.Kind));
            }
        }

        foreach (var (first, second) in Duplicates.Of(lines, line => (line.From, line.To)))
        {
            second.Add(faults, PlanFaultKind.SuccessionTwice, second.Value.From.Value, second.Value.To?.Value ?? "–", first.Line.ToInvariant());
        }
    }

    /// <summary>The lines of one unit and day must make one change: one kind, and as many units on each side as that kind has.</summary>
    private static void CheckShapes(List<Located<Succession>> lines, PlanDraft draft, FaultList faults)
    {
        foreach (var leaving in lines.GroupBy(line => (line.Value.From, line.Value.On)))
        {
            var first = leaving.First();
            var from = first.Value.From.Value;
            if (leaving.FirstOrDefault(line => line.Value.Kind != first.Value.Kind) is { } other)
            {
                other.Add(faults, PlanFaultKind.SuccessionKindsDiffer, from, WordOf(first.Value.Kind), WordOf(other.Value.Kind));
            }
            else if (first.Value.Kind == SuccessionKind.Split && leaving.Count() == 1 && !Goes(draft, first))
            {
                first.Add(faults, PlanFaultKind.SplitWithoutParts, from);
            }
            else if (first.Value.Kind is SuccessionKind.Rename or SuccessionKind.Merge && leaving.Count() > 1)
            {
                leaving.Last().Add(faults, PlanFaultKind.SuccessionNotWhole, from, WordOf(first.Value.Kind));
            }
        }

        foreach (var arriving in lines.Where(line => line.Value.To is not null).GroupBy(line => (line.Value.To, line.Value.On, line.Value.Kind)))
        {
            var (first, to) = (arriving.First(), arriving.Key.To!.Value.Value);
            if (arriving.Key.Kind == SuccessionKind.Rename && arriving.Count() > 1)
            {
                arriving.Last().Add(faults, PlanFaultKind.RenameOfSeveral, to);
            }
            else if (arriving.Key.Kind == SuccessionKind.Merge && arriving.Count() == 1 && draft.UnitOf(arriving.Key.To.Value)?.ValidFrom is { } began && began == arriving.Key.On)
            {
                first.Add(faults, PlanFaultKind.MergeOfOne, to, first.Value.From.Value);
            }
        }
    }

    // A unit that loses a part and goes on is split into itself and the part.
    private static bool Goes(PlanDraft draft, Located<Succession> line) => draft.UnitOf(line.Value.From) is not { } unit || unit.ExistsOn(line.Value.On);

    private static void CheckDays(Located<Succession> line, PlanDraft draft, FaultList faults)
    {
        var (value, on) = (line.Value, line.Value.On);
        if (draft.UnitOf(value.From) is { } from)
        {
            if (from.ValidTo < value.Eve)
            {
                line.Add(faults, PlanFaultKind.SuccessionGap, value.From.Value, from.ValidTo.Value.ToText(), on.ToText());
            }
            else if (value.Kind != SuccessionKind.Split && from.ExistsOn(on))
            {
                line.Add(faults, PlanFaultKind.SuccessionOverlap, value.From.Value, from.ValidTo?.ToText() ?? "–", value.To?.Value ?? "–", on.ToText());
            }
        }

        if (value.To is { } code && draft.UnitOf(code) is { } to)
        {
            if (to.ValidFrom > on)
            {
                line.Add(faults, PlanFaultKind.SuccessionGap, value.From.Value, value.Eve.ToText(), to.ValidFrom.Value.ToText());
            }
            else if (value.Kind is SuccessionKind.Rename or SuccessionKind.Split && to.ExistsOn(value.Eve))
            {
                line.Add(faults, PlanFaultKind.SuccessionOverlap, value.From.Value, value.Eve.ToText(), code.Value, to.ValidFrom?.ToText() ?? "–");
            }
        }
    }

    private static void CheckCycles(List<Located<Succession>> lines, FaultList faults)
    {
        var next = lines.Where(line => line.Value.To is not null).ToLookup(line => line.Value.From, line => line.Value.To!.Value);
        foreach (var line in lines.Where(line => line.Value.To is { } to && Reaches(next, to, line.Value.From, [])))
        {
            line.Add(faults, PlanFaultKind.SuccessionCycle, line.Value.From.Value, line.Value.To!.Value.Value);
        }
    }

    private static bool Reaches(ILookup<UnitCode, UnitCode> next, UnitCode at, UnitCode goal, HashSet<UnitCode> seen) =>
        at == goal || (seen.Add(at) && next[at].Any(further => Reaches(next, further, goal, seen)));

    /// <summary>A unit that ends while the plan's year runs must say what becomes of its work.</summary>
    private static void CheckEnds(PlanDraft draft, FaultList faults)
    {
        var told = (draft.Successions ?? []).Select(line => line.Value.From).ToHashSet();
        foreach (var unit in (draft.Units ?? []).Where(unit => unit.IsWhole && unit.Value.ValidTo is not null))
        {
            if (draft.Head is { } head && unit.Value.ValidTo is { } last && last.Year == head.Year && last < new DateOnly(head.Year, 12, 31) && !told.Contains(unit.Value.Code))
            {
                unit.Add(faults, PlanFaultKind.SuccessionMissing, unit.Value.Code.Value, last.ToText());
            }
        }
    }

    private static string WordOf(SuccessionKind kind) => PlanWords.SuccessionKinds.WordOf(kind);

    private static void Add<T>(this Located<T> line, FaultList faults, PlanFaultKind kind, params string[] values) => faults.Add(line.File, line.Line, kind, values);
}
