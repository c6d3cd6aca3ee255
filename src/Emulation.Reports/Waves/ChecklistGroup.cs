namespace Emulation.Reports.Waves;

/// <summary>The lines of a check list of one kind, under one heading.</summary>
public sealed record ChecklistGroup(string Kind, bool Bars, IReadOnlyList<ChecklistLine> Lines)
{
    public string Heading => Texts.Get(Bars ? "Check.HeadingBars" : "Check.HeadingOpen", ChecklistLine.HeadingOf(Kind), Documents.VietnameseFormat.Number(Lines.Count));

    /// <summary>What bars the closing first, then as the list has them.</summary>
    public static IEnumerable<ChecklistGroup> Of(IEnumerable<ChecklistLine> lines) => lines
        .Where(line => !line.IsOfClosed)
        .GroupBy(line => (line.Kind, line.Bars))
        .OrderByDescending(group => group.Key.Bars)
        .Select(group => new ChecklistGroup(group.Key.Kind, group.Key.Bars, [.. group]));
}
