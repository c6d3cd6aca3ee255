using System.Text;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Answers;

/// <summary>The receipt as plain text, for mails and terminals.</summary>
internal static class ReceiptText
{
    public static string Of(Receipt receipt)
    {
        var text = new StringBuilder();
        text.Append(Texts.Get("Title")).Append('\n').Append(Texts.Get($"Verdict.{receipt.Verdict}")).Append("\n\n").Append(receipt.Lead).Append("\n\n");
        foreach (var (label, value) in receipt.Facts)
        {
            text.Append(label).Append(": ").Append(value).Append('\n');
        }

        if (receipt.OnReturned is { } onReturned)
        {
            text.Append('\n').Append(onReturned).Append('\n').Append(receipt.Returned is { } name ? $"→ {name}\n" : "");
        }

        receipt.Groups.ToList().ForEach(group => Append(text, group));
        AppendChanges(text, receipt);
        text.Append('\n').AppendJoin('\n', receipt.Notes).Append('\n').Append(Texts.Get("Footer")).Append('\n');
        return text.ToString();
    }

    /// <summary>The heading of a group of findings.</summary>
    public static string TitleOf(Severity severity) => Texts.Get(severity switch
    {
        Severity.Error => "Section.Errors",
        Severity.NeedsExplanation => "Section.Explanations",
        _ => "Section.Warnings",
    });

    private static void Append(StringBuilder text, FindingGroup group)
    {
        text.Append('\n').Append(TitleOf(group.Severity)).Append(" [").Append(group.Code).Append("]\n");
        foreach (var finding in group.Findings)
        {
            var place = ReceiptPlaces.Of(finding);
            text.Append("- ").Append(place.Length == 0 ? "" : place + ": ").Append(finding.Message).Append('\n');
            if (group.CommonCure is null)
            {
                text.Append("  ").Append(Texts.Get("Label.Cure")).Append(": ").Append(finding.Cure).Append('\n');
            }
        }

        text.Append(group.Rest is { } rest ? $"- {rest}\n" : "");
        if (group.CommonCure is { } cure)
        {
            text.Append("  ").Append(Texts.Get("Label.Cure")).Append(": ").Append(cure).Append('\n');
        }
    }

    private static void AppendChanges(StringBuilder text, Receipt receipt)
    {
        if (receipt.ChangesTitle is not { } title)
        {
            return;
        }

        text.Append('\n').Append(title).Append('\n');
        foreach (var change in receipt.Changes)
        {
            text.Append("- ").Append(change.Indicator).Append(' ').Append(change.Name).Append(": ").Append(change.Old).Append(" → ").Append(change.New).Append('\n');
        }

        text.Append(receipt.Changes.Count == 0 ? "- " + Texts.Get("Changes.Same") + "\n" : "");
    }
}
