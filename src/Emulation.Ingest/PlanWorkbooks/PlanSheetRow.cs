using Emulation.Plan.Files;

namespace Emulation.Ingest.PlanWorkbooks;

/// <summary>How the lines of one file of a plan become the rows of its sheet: line number and row number are the same.</summary>
/// <param name="File">Name of the file and of the sheet.</param>
internal sealed record PlanSheetRow(string File)
{
    public bool IsTable => File.EndsWith(".csv", StringComparison.Ordinal);

    /// <summary>The decimal sign of the file.</summary>
    public char DecimalSign => IsTable ? ',' : '.';

    public IReadOnlyList<string> Split(string line, int columns) => IsTable ? CsvCells.Split(line, columns) : YamlCells.Split(line);

    public string Join(IReadOnlyList<string> cells, int columns) => IsTable ? CsvCells.Join(cells, columns) : YamlCells.Join(cells);

    /// <summary>The words a cell may hold; null if any text may.</summary>
    /// <param name="before">The cell before it, in a YAML row the key.</param>
    public IReadOnlyList<string>? WordsOf(string? column, string? before) =>
        IsTable ? (column is null ? null : PlanVocabulary.Of(File, column))
        : before?.TrimEnd() is { } key && key.EndsWith(':') ? PlanVocabulary.Of(File, key.TrimEnd(':').Split(' ', '{', ',')[^1])
        : null;

    /// <summary>0-based place of the header among the lines; -1 if the file has none.</summary>
    public int HeaderOf(IReadOnlyList<string> lines) => IsTable ? lines.ToList().FindIndex(CsvCells.IsHeader) : -1;
}
