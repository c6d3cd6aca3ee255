using Emulation.Jobs.Pages.Storage;

namespace Emulation.Jobs.Pages;

/// <summary>A recipient of a report, and whether a mail may be ordered once more.</summary>
/// <param name="First">The mail the report itself queued.</param>
/// <param name="Newest">The last mail to that address; the first where none was sent again.</param>
internal sealed record ResendOffer(ReportMailRow First, ReportMailRow Newest)
{
    /// <summary>True once every mail to that address has an outcome. One of which nobody knows whether it arrived is a decision of its own.</summary>
    public bool IsOffered => Newest.State is "accepted" or "bounced" or "refused";

    /// <summary>One a recipient, in the order of the report's list.</summary>
    public static IReadOnlyList<ResendOffer> Of(IReadOnlyList<ReportMailRow> mails) =>
        [.. mails.GroupBy(mail => mail.Address).Select(group => new ResendOffer(group.First(), group.Last()))];
}
