using Emulation.Reports.Documents.Model;

namespace Emulation.Reports.Documents.Workbook;

/// <summary>Footnotes of the indicators: which units a decision gave another target, or excused, and why.</summary>
internal sealed class DecisionNotes
{
    private readonly Dictionary<string, int> numbers = [];
    private readonly List<string> lines = [];

    public DecisionNotes(ReportModel model)
    {
        foreach (var (place, total) in model.Indicators.Index())
        {
            var decided = model.Figures.Where(unit => unit.Cells[place] is { Decision: not null }).ToLookup(unit => unit.Cells[place]!.Decision!);
            if (decided.Count > 0)
            {
                var number = numbers[total.Code] = numbers.Count + 1;
                lines.AddRange(decided.Select(units => Texts.Get(
                    "Decision.Note", VietnameseFormat.Number(number), total.Code, string.Join("; ", units.Select(unit => Words(unit.Unit, total, unit.Cells[place]!))), units.Key)));
            }
        }
    }

    /// <summary>One a decision and indicator, in the order of the indicators.</summary>
    public IReadOnlyList<string> Lines => lines;

    /// <summary>The name of an indicator with the number of its note.</summary>
    public string Named(IndicatorTotal total) =>
        numbers.TryGetValue(total.Code, out var number) ? $"{total.Name} [{VietnameseFormat.Number(number)}]" : total.Name;

    private static string Words(string unit, IndicatorTotal total, UnitFigure figure) => figure switch
    {
        { Verdict: "exempt" } => Texts.Get("Decision.Exempt", unit),
        { AssignedTarget: { } assigned } => Texts.Get("Decision.Adjusted", unit, FigureWords.Quantity(total, assigned), FigureWords.Quantity(total, figure.Target)),
        { TargetDate: { } day } => Texts.Get("Decision.Set", unit, VietnameseFormat.Date(day)),
        _ => Texts.Get("Decision.Set", unit, FigureWords.Quantity(total, figure.Target)),
    };
}
