using System.Globalization;
using Emulation.Plan;
using Emulation.Reports.Scoring;
using Emulation.Reports.Waves;

namespace Emulation.Reports.Documents.Mail;

/// <summary>What a unit is told of its objection; both faces say the same.</summary>
/// <param name="Facts">Label and value: the objection with its day, the decision, the answer.</param>
/// <param name="Remark">What follows from the decision.</param>
public sealed record AnswerLetter(string Subject, string Issuer, string Title, string Unit, IReadOnlyList<(string Label, string Value)> Facts, string Remark, string Footer)
{
    /// <summary>The text face.</summary>
    public string Text => string.Join('\n', [Title, Unit, "", .. Facts.Select(fact => $"{fact.Label}: {fact.Value}"), "", Remark, "", Footer, ""]);

    internal static AnswerLetter Of(EmulationPlan plan, Unit unit, string period, Objection objection, ObjectionAnswer answer) => new(
        Texts.Get("Answer.Subject", plan.Issuer.Name, objection.Id.ToString(CultureInfo.InvariantCulture), period, unit.Name),
        plan.Issuer.Name,
        Texts.Get("Answer.Title", objection.Id.ToString(CultureInfo.InvariantCulture), period),
        unit.Name,
        [
            (Texts.Get("Answer.Objection", VietnameseNumber.Instant(plan.TimeZone, objection.EnteredAt)), objection.Text),
            (Texts.Get("Answer.Decision"), Texts.Get(answer.IsUpheld ? "Answer.Upheld" : "Answer.Rejected")),
            (Texts.Get("Answer.Answer", VietnameseNumber.Instant(plan.TimeZone, answer.DecidedAt)), answer.Text),
        ],
        Texts.Get(answer.IsUpheld ? "Answer.Upheld.Next" : "Answer.Rejected.Next", plan.Issuer.Name),
        Texts.Get("Mail.Automatic", plan.Issuer.Name));
}
