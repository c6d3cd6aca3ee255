using Emulation.Reports.Documents;

namespace Emulation.Reports.Awards;

/// <summary>How a check came out, with what was found.</summary>
/// <param name="Said">One Vietnamese sentence with its numbers.</param>
internal readonly record struct Judgement(CheckOutcome Outcome, string Said)
{
    /// <param name="text">The text's name after <c>Award.</c>.</param>
    /// <param name="values">What stands at its places.</param>
    public static Judgement Met(string text, params string[] values) => Of(CheckOutcome.Met, text, values);

    public static Judgement Failed(string text, params string[] values) => Of(CheckOutcome.Failed, text, values);

    public static Judgement Unknown(string text, params string[] values) => Of(CheckOutcome.Unknown, text, values);

    public static Judgement Of(CheckOutcome outcome, string text, params string[] values) => new(outcome, Texts.Get("Award." + text, values));

    public static string Say(decimal number) => VietnameseFormat.Number(number);
}
