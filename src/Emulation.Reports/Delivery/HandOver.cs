namespace Emulation.Reports.Delivery;

/// <summary>What became of a mail handed to a transport.</summary>
/// <param name="Answer">What the other side said, or what went wrong; one line for people.</param>
public abstract record HandOver(string Answer)
{
    /// <summary>The other side has it.</summary>
    public sealed record Accepted(string Answer) : HandOver(Answer);

    /// <summary>Certainly not accepted; worth trying again.</summary>
    public sealed record Later(string Answer) : HandOver(Answer);

    /// <summary>The other side could not be reached: certainly not accepted, and others would fare the same.</summary>
    public sealed record Unreachable(string Answer) : HandOver(Answer);

    /// <summary>Certainly not accepted, and never will be.</summary>
    public sealed record Refused(string Answer) : HandOver(Answer);

    /// <summary>It may have been accepted: the answer was lost.</summary>
    public sealed record Unknown(string Answer) : HandOver(Answer);
}
