using Emulation.Reports.Documents.Places;

namespace Emulation.Reports.Documents.Model;

/// <summary>The facts of the cover as label and value, in the order in which every face shows them.</summary>
public static class CoverFacts
{
    public static IReadOnlyList<(string Label, Phrase Value)> Of(ReportCover cover)
    {
        ArgumentNullException.ThrowIfNull(cover);
        IReadOnlyList<(string, Phrase)> facts =
        [
            (Texts.Get("Fact.Period"), Texts.Say("Fact.PeriodValue", cover.PeriodName, Said(VietnameseFormat.Date(cover.From), "from"), Said(VietnameseFormat.Date(cover.To), "to"))),
            (Texts.Get("Fact.DataAsOf"), Said(VietnameseFormat.Moment(cover.DataAsOf), "data-as-of")),
            (Texts.Get("Fact.Coverage"), Texts.Say("Fact.CoverageValue", Said(VietnameseFormat.Number(cover.CompleteUnits), "complete-units"), Said(VietnameseFormat.Number(cover.ExpectedUnits), "expected-units"))),
            (Texts.Get("Fact.Missing"), cover.MissingUnits.Count == 0 ? Texts.Get("Fact.NoneMissing") : string.Join(", ", cover.MissingUnits)),
            (Texts.Get("Fact.Plan"), Texts.Say("Fact.PlanValue", cover.PlanTitle, cover.PlanCode, Said(VietnameseFormat.Number(cover.PlanVersion), "plan-version"))),
            (Texts.Get("Fact.LegalBasis"), cover.LegalBasis),
            (Texts.Get("Fact.RuleSet"), cover.RuleNote is null ? cover.RuleSet : $"{cover.RuleSet}. {cover.RuleNote}"),
            (Texts.Get("Fact.Run"), Texts.Say("Fact.RunValue", Said(cover.RunHash, "run-hash"), Said(VietnameseFormat.Number(cover.Edition), "edition"))),
        ];
        (string, Phrase?)[] more =
        [
            (Texts.Get("Fact.Late"), cover.Late is { } late ? Phrase.Quote(late, Addresses.Cover("late")) : null),
            (Texts.Get("Fact.Audit"), cover.AuditHead is { } head ? Said(head, "audit-head") : null),
        ];
        return [.. facts, .. more.Where(fact => fact.Item2 is not null).Select(fact => (fact.Item1, fact.Item2!))];
    }

    private static Phrase Said(string text, string column) => Phrase.Of(text, Addresses.Cover(column));
}
