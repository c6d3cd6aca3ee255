using System.Text.RegularExpressions;

namespace Emulation.Plan.Files.Checks;

/// <summary>Units: codes, folders, names, blocks, addresses, counts.</summary>
internal static partial class UnitChecks
{
    public static void Check(PlanDraft draft, FaultList faults)
    {
        Duplicates.Check(draft.Units, unit => unit.Code.Value, faults);
        Duplicates.Check(draft.Blocks, block => block.Code, faults);
        foreach (var (first, second) in Duplicates.Of(draft.Units ?? [], unit => unit.Folder))
        {
            faults.Add(second.File, second.Line, PlanFaultKind.DuplicateFolder, second.Value.Folder, first.Value.Code.Value);
        }

        foreach (var unit in (draft.Units ?? []).Where(unit => unit.IsWhole))
        {
            CheckUnit(unit, draft, faults);
        }

        CheckNames(draft, faults);
    }

    private static void CheckUnit(Located<Unit> unit, PlanDraft draft, FaultList faults)
    {
        void Add(PlanFaultKind kind, params string[] values) => faults.Add(unit.File, unit.Line, kind, values);
        var value = unit.Value;
        if (!FolderPattern().IsMatch(value.Folder))
        {
            Add(PlanFaultKind.FolderNotAscii, value.Folder);
        }

        if (draft.Blocks?.Any(block => block.Value.Code == value.Block) == false)
        {
            Add(PlanFaultKind.UnknownBlock, value.Block);
        }

        if (value.MailAddress is { } mail && !MailAddresses.IsPlain(mail))
        {
            Add(PlanFaultKind.BadMailAddress, mail);
        }

        if (value.ReportsFor is { } group && !draft.KnowsUnits(group))
        {
            Add(PlanFaultKind.UnknownUnits, group);
        }

        if (value.ValidFrom > value.ValidTo)
        {
            Add(PlanFaultKind.ValidityOutOfOrder, value.ValidFrom.Value.ToText(), value.ValidTo.Value.ToText());
        }

        if (value.Communes < 0 || value.RuralCommunes < 0 || value.RuralCommunes > (value.Communes ?? 0))
        {
            Add(PlanFaultKind.RuralAboveCommunes, Count(value.RuralCommunes), Count(value.Communes));
        }
    }

    /// <summary>A name means one unit: two units that exist, and have it, on the same day may not share a key.</summary>
    private static void CheckNames(PlanDraft draft, FaultList faults)
    {
        var place = draft.Head?.Issuer.Place ?? "";
        var names = SpansOf(draft).Select(span => (Span: span, Key: UnitNames.KeyOf(span.Name, place))).Where(name => name.Key.Length > 0).ToList();
        foreach (var sameKey in names.GroupBy(name => name.Key, name => name.Span))
        {
            var first = sameKey.First();
            var others = sameKey.DistinctBy(span => (span.Code, span.From, span.To)).Where(span => span.Code != first.Code);
            foreach (var other in others.Where(span => span.Meets(first)).DistinctBy(span => span.Code))
            {
                faults.Add(other.File, other.Line, PlanFaultKind.NameCollision, other.Name, other.Code.Value, first.Code.Value);
            }
        }
    }

    private static IEnumerable<NameSpan> SpansOf(PlanDraft draft) =>
        (draft.Units ?? []).SelectMany(unit => UnitNames.NamesOf(unit.Value)
            .Select(name => new NameSpan(unit.File, unit.Line, unit.Value.Code, name, unit.Value.ValidFrom, unit.Value.ValidTo)))
        .Concat((draft.UnitNames ?? []).Where(line => line.IsWhole && draft.UnitOf(line.Value.Unit) is not null).Select(line => new NameSpan(
            line.File, line.Line, line.Value.Unit, line.Value.Name.Name,
            line.Value.Name.ValidFrom ?? draft.UnitOf(line.Value.Unit)!.ValidFrom, line.Value.Name.ValidTo ?? draft.UnitOf(line.Value.Unit)!.ValidTo)));

    /// <summary>A name and the days on which its unit has it.</summary>
    private sealed record NameSpan(string File, int Line, UnitCode Code, string Name, DateOnly? From, DateOnly? To)
    {
        public bool Meets(NameSpan other) =>
            (From ?? DateOnly.MinValue) <= (other.To ?? DateOnly.MaxValue) && (other.From ?? DateOnly.MinValue) <= (To ?? DateOnly.MaxValue);
    }

    private static string Count(int? number) => number?.ToInvariant() ?? "–";

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex FolderPattern();
}
