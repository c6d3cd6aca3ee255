namespace Emulation.Reports.Documents.Model;

/// <summary>The facts of the cover as label and value, in the order in which every face shows them.</summary>
public static class CoverFacts
{
    public static IReadOnlyList<(string Label, string Value)> Of(ReportCover cover)
    {
        ArgumentNullException.ThrowIfNull(cover);
        IReadOnlyList<(string, string)> facts =
        [
            (Texts.Get("Fact.Period"), Texts.Get("Fact.PeriodValue", cover.PeriodName, VietnameseFormat.Date(cover.From), VietnameseFormat.Date(cover.To))),
            (Texts.Get("Fact.DataAsOf"), VietnameseFormat.Moment(cover.DataAsOf)),
            (Texts.Get("Fact.Coverage"), Texts.Get("Fact.CoverageValue", VietnameseFormat.Number(cover.CompleteUnits), VietnameseFormat.Number(cover.ExpectedUnits))),
            (Texts.Get("Fact.Missing"), cover.MissingUnits.Count == 0 ? Texts.Get("Fact.NoneMissing") : string.Join(", ", cover.MissingUnits)),
            (Texts.Get("Fact.Plan"), Texts.Get("Fact.PlanValue", cover.PlanTitle, cover.PlanCode, VietnameseFormat.Number(cover.PlanVersion))),
            (Texts.Get("Fact.LegalBasis"), cover.LegalBasis),
            (Texts.Get("Fact.RuleSet"), cover.RuleNote is null ? cover.RuleSet : $"{cover.RuleSet}. {cover.RuleNote}"),
            (Texts.Get("Fact.Run"), Texts.Get("Fact.RunValue", cover.RunHash, VietnameseFormat.Number(cover.Edition))),
        ];
        (string, string?)[] more = [(Texts.Get("Fact.Late"), cover.Late), (Texts.Get("Fact.Audit"), cover.AuditHead)];
        return [.. facts, .. more.Where(fact => fact.Item2 is not null).Select(fact => (fact.Item1, fact.Item2!))];
    }
}
