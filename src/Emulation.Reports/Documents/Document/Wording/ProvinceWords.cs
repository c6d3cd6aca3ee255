using Emulation.Reports.Documents.Model;
using Emulation.Reports.Documents.Places;

namespace Emulation.Reports.Documents.Document.Wording;

/// <summary>What the document says of a target that is the province's own, and of the units' beside it. Pure.</summary>
internal static class ProvinceWords
{
    /// <summary>How a target is called: the province's, or what was set.</summary>
    public static string Whose(IndicatorTotal total) => Texts.Get(total.Province is null ? "Document.Indicator.TargetOfUnits" : "Document.Indicator.TargetOfProvince");

    /// <summary>Key of the sentence about an indicator whose total counts units.</summary>
    public static string Done(IndicatorTotal total) => total.Province is null ? "Document.Indicator.Done" : "Document.Indicator.DoneForProvince";

    /// <summary>By which day the province wants it done; empty where it names none.</summary>
    public static Phrase Day(IndicatorTotal total) =>
        total.Province?.Day is { } day ? Texts.Say("Document.Indicator.ByDay", Phrase.Of(VietnameseFormat.Date(day), Addresses.Indicator(total, "target-day"))) : "";

    /// <summary>What the units were set, where that is not the province's target.</summary>
    public static Phrase OfUnits(IndicatorTotal total) => Differs(total)
        ? Texts.Say(total.Measure == "%" ? "Document.Indicator.UnitsTargetCommon" : "Document.Indicator.UnitsTarget", Amounts.Of(total, total.Province!.UnitsTarget, "units-target"))
        : "";

    /// <summary>Below the table of totals: what its mark means, and what the units were set where that differs.</summary>
    public static IEnumerable<Phrase> Notes(IReadOnlyList<IndicatorTotal> totals)
    {
        if (totals.All(total => total.Province is null))
        {
            return [];
        }

        var others = totals.Where(Differs).Select(total => total.Code + " " + Amounts.Of(total, total.Province!.UnitsTarget, "units-target")).ToList();
        Phrase mark = Texts.Get("Document.Appendix.1.Province");
        return others.Count == 0 ? [mark] : [mark, Texts.Say("Document.Appendix.1.UnitsTargets", Phrase.Join("; ", others))];
    }

    private static bool Differs(IndicatorTotal total) => total.Province is { UnitsTarget: { } ofUnits } && ofUnits != total.Target;
}
