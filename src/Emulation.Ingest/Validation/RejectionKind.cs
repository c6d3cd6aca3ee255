namespace Emulation.Ingest.Validation;

/// <summary>One line of the catalogue of findings.</summary>
/// <param name="Code">Stable code, e.g. <c>E-NUMBER</c>; the letter tells the severity: E error, N needs an explanation, W warning.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="HidesFound">True where what was found could be personal data: it is then left out of the finding.</param>
public sealed record RejectionKind(string Code, Severity Severity, bool HidesFound = false)
{
    /// <summary>The sentence, with places in braces filled in by name.</summary>
    public string Message(params ReadOnlySpan<(string Name, string Value)> values) =>
        RejectionTexts.Fill(RejectionTexts.Get(Code + ".Message", VietnameseText.Culture), values);

    /// <summary>What to do, one sentence.</summary>
    public string Cure(params ReadOnlySpan<(string Name, string Value)> values) =>
        RejectionTexts.Fill(RejectionTexts.Get(Code + ".Cure", VietnameseText.Culture), values);
}
