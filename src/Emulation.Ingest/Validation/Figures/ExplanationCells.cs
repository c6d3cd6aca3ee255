using Emulation.Ingest.Validation.Recognition;

namespace Emulation.Ingest.Validation.Figures;

/// <summary>Reads the column “Giải trình” of the current row; a mark or a single word explains nothing.</summary>
internal sealed class ExplanationCells(FormTable table, FigureColumns columns, Findings findings)
{
    private const int MostCharacters = 2000;
    private const int FewestLetters = 8;

    private readonly CellValues cells = new(table, findings);
    private readonly HashSet<int> explained = [];

    /// <summary>In order of rows.</summary>
    public List<Explanation> All { get; } = [];

    /// <summary>True if the figure at that position of the list has its explanation.</summary>
    public bool Has(int position) => explained.Contains(position);

    /// <summary>Takes the row's explanation, if there is one, for the figure at that position of the list.</summary>
    public void Read(in Figure figure, int position)
    {
        if (table.Cell(columns.Explanation).IsBlank || cells.Text(columns.Explanation, MostCharacters) is not { } text || !SaysSomething(text))
        {
            return;
        }

        explained.Add(position);
        var source = figure.Source with { Column = (short)table.ColumnOf(columns.Explanation) };
        All.Add(new Explanation(figure.UnitId, figure.IndicatorId, figure.PeriodId, text, source));
    }

    private static bool SaysSomething(string text) =>
        text.Contains(' ', StringComparison.Ordinal) && text.Count(char.IsLetter) >= FewestLetters;
}
