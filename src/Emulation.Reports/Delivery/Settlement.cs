using System.Globalization;

namespace Emulation.Reports.Delivery;

/// <summary>What is written down about a mail after a hand-over: pure rules from answer to state.</summary>
/// <param name="NextAttemptAt">When it is tried again; null unless the state is queued.</param>
/// <param name="IsUnreachable">True if other mails would fare the same now.</param>
public sealed record Settlement(string State, string Answer, DateTimeOffset? NextAttemptAt, bool IsUnreachable = false)
{
    /// <param name="attempts">Attempts made, this one included.</param>
    /// <param name="mostAttempts">Attempts after which "later" is taken for "no".</param>
    public static Settlement Of(HandOver answer, int attempts, int mostAttempts, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer switch
        {
            HandOver.Accepted => new Settlement("accepted", answer.Answer, null),
            HandOver.Refused => new Settlement("refused", answer.Answer, null),
            HandOver.Unknown => new Settlement("uncertain", answer.Answer, null),
            _ when attempts >= mostAttempts => new Settlement(
                "refused", $"Given up after {attempts.ToString(CultureInfo.InvariantCulture)} attempts: {answer.Answer}", null, answer is HandOver.Unreachable),
            _ => new Settlement("queued", answer.Answer, now + BackOff.After(attempts), answer is HandOver.Unreachable),
        };
    }

    /// <summary>For a mail whose sender died while sending.</summary>
    /// <param name="wasAccepted">What the transport knows; null if it cannot know.</param>
    public static Settlement OfInterrupted(bool? wasAccepted, DateTimeOffset now) => wasAccepted switch
    {
        true => new Settlement("accepted", "The sender was interrupted; the transport has the mail.", null),
        false => new Settlement("queued", "The sender was interrupted; the transport does not have the mail.", now),
        null => new Settlement("uncertain", "The sender was interrupted while sending; the mail may have been accepted.", null),
    };
}
