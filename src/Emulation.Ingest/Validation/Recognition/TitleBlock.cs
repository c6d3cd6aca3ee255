using Emulation.Ingest.Forms;

namespace Emulation.Ingest.Validation.Recognition;

/// <summary>The lines above a table: agency, title, unit, period. Labels are compared by key; the value follows in the same cell or in the next filled one of the row.</summary>
internal sealed class TitleBlock(IReadOnlyList<HeadText> texts)
{
    private static readonly FormWords Words = FormCatalogue.Words;

    public static TitleBlock Empty { get; } = new([]);

    /// <summary>In order of rows and columns.</summary>
    public IReadOnlyList<HeadText> Texts { get; } = texts;

    /// <summary>The unit as labelled; null if there is no label.</summary>
    public HeadText? Unit => Labelled(Words.UnitLabels).FirstOrDefault(text => !IsMoney(text));

    public HeadText? Period => Labelled(Words.PeriodLabels).FirstOrDefault();

    /// <summary>The measure of the whole table: "(ĐVT: triệu đồng)"; "Đơn vị: đồng" is meant so too.</summary>
    public HeadText? Measure => Labelled(Words.MeasureLabels, isOther: true).FirstOrDefault() ?? Labelled(Words.UnitLabels).FirstOrDefault(IsMoney);

    public HeadText? AsOf => Labelled(Words.AsOfLabels).FirstOrDefault();

    /// <summary>The texts that carry no label: agency lines and titles.</summary>
    public IEnumerable<HeadText> Unlabelled =>
        Texts.Where(text => !StartsWithAny(text.Text, Words.UnitLabels) && !StartsWithAny(text.Text, Words.PeriodLabels)
            && !StartsWithAny(text.Text, Words.OtherLabels) && !StartsWithAny(text.Text, Words.AsOfLabels));

    /// <summary>True if one of the texts is a title of the form, perhaps with more behind it (a year, a wave).</summary>
    public bool HasTitleOf(FormDefinition form)
    {
        foreach (var title in form.TitleSynonyms.Prepend(form.Title))
        {
            var key = TextKey.Of(title);
            if (Texts.Any(text => text.Key.StartsWith(key, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMoney(HeadText text) => HeadingMeasures.IsMoney(text.Text.TrimEnd(')', ' '));

    /// <summary>The texts behind one of the labels, in order.</summary>
    /// <param name="isOther">True if the labels are among those that name no reporting unit.</param>
    private IEnumerable<HeadText> Labelled(IReadOnlyList<string> labels, bool isOther = false)
    {
        for (var index = 0; index < Texts.Count; index++)
        {
            if (LabelLength(Texts[index].Text, labels) is not { } length || (!isOther && StartsWithAny(Texts[index].Text, Words.OtherLabels)))
            {
                continue;
            }

            var rest = Texts[index].Text[length..].Trim(' ', ':', '.', '…', '\u00A0');
            if (rest.Length > 0)
            {
                yield return new HeadText(Texts[index].Row, Texts[index].Column, rest);
            }
            else if (index + 1 < Texts.Count && Texts[index + 1].Row == Texts[index].Row)
            {
                yield return Texts[index + 1];
            }
        }
    }

    private static bool StartsWithAny(string text, IReadOnlyList<string> labels) => LabelLength(text, labels) is not null;

    /// <summary>Where the label ends in the text: at the colon, or at the text's end.</summary>
    private static int? LabelLength(string text, IReadOnlyList<string> labels)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var head = colon < 0 ? text : text[..colon];
        var key = TextKey.Of(head.TrimStart('('));
        foreach (var label in labels)
        {
            if (key == TextKey.Of(label))
            {
                return colon < 0 ? text.Length : colon + 1;
            }
        }

        return null;
    }
}
