using Emulation.Ingest.Validation;
using Emulation.Reports.Reconciliation.Register;

namespace Emulation.Jobs.Pages;

/// <summary>How the pages write entries of the register.</summary>
internal static class MismatchShow
{
    public static string Value(decimal? number, DateOnly? day) => number?.ToString("#,##0.##", Texts.Vietnamese) ?? (day is { } date ? Show.Day(date) : "–");

    /// <summary>With its sign; empty where a difference has no meaning.</summary>
    public static string Signed(decimal? difference) => difference?.ToString("+#,##0.##;−#,##0.##;0", Texts.Vietnamese) ?? "";

    public static string Decision(Show show, MismatchDecision decision) => Texts.Get(
        "mismatch.decision", Texts.Get("counts." + decision.Counts), decision.Reason.TrimEnd('.'), decision.DecidedBy, show.Moment(decision.DecidedAt));

    public static string Place(MismatchCell cell) => cell.Sheet == 0
        ? Texts.Get("mismatch.line", cell.Row, cell.Column)
        : Texts.Get("mismatch.cell", cell.Sheet, new CellAddress(cell.Sheet, cell.Row, cell.Column));

    /// <summary>Who or which run, and the words that were said.</summary>
    public static string Event(MismatchEvent one) => string.Join(": ", new[]
    {
        one.RunId is { } run ? Texts.Get("mismatch-event.run", run) : one.Who,
        one.Counts is { } counts ? Texts.Get("counts." + counts) : one is { Owner: { } owner, DueOn: { } due } ? Texts.Get("mismatch.owner", owner, Show.Day(due)) : null,
        one.RunId is null ? one.Text : null,
    }.Where(part => !string.IsNullOrEmpty(part)));
}
