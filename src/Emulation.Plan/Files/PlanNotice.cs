using System.Globalization;

namespace Emulation.Plan.Files;

/// <summary>Something in a plan without faults that the office should look at: the plan can be applied as it is.</summary>
/// <param name="File">Name of the file in the plan folder.</param>
/// <param name="Line">1-based.</param>
/// <param name="Kind">What it is about; the catalogue stands in docs/formats/plan.md.</param>
/// <param name="Values">In the order of the sentence's placeholders.</param>
public sealed record PlanNotice(string File, int Line, PlanNoticeKind Kind, IReadOnlyList<string> Values)
{
    /// <summary>What was found, one Vietnamese sentence.</summary>
    public string Message => MessageIn(Texts.Vietnamese);

    /// <summary>What to do about it, one Vietnamese sentence.</summary>
    public string Cure => CureIn(Texts.Vietnamese);

    /// <summary><see cref="Message"/> in another language.</summary>
    public string MessageIn(CultureInfo language) => Texts.Get($"Notice.{Kind}", language, Values);

    /// <summary><see cref="Cure"/> in another language.</summary>
    public string CureIn(CultureInfo language) => Texts.Get($"Notice.{Kind}.Cure", language, Values);

    /// <summary>File, line, sentence and cure in one line of Vietnamese.</summary>
    public override string ToString() => $"{File}:{Line}: {Message} {Cure}";
}

/// <summary>What a plan can be noticed for. Each kind has a sentence and a cure in Texts.resx.</summary>
public enum PlanNoticeKind
{
    /// <summary>The units' targets add up to less than the province's needs.</summary>
    ProvinceSumShort,

    /// <summary>They add up to more, though the line asks for exactly the province's.</summary>
    ProvinceSumOver,

    /// <summary>The province has a target and no unit has a part of it.</summary>
    ProvinceTargetUnassigned,

    /// <summary>Units have a weaker target than the province.</summary>
    ProvinceTargetWeaker,

    /// <summary>The province's targets of the waves add up to another number than its target of the year.</summary>
    ProvinceWavesOffYear,

    /// <summary>A decision about a wave leaves the unit's target of the year as it was.</summary>
    YearTargetUnadjusted,
}
