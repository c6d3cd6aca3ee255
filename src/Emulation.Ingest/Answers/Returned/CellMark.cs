using System.Globalization;
using System.Text.RegularExpressions;
using Emulation.Ingest.Parsing.Workbooks;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Answers.Returned;

/// <summary>A cell of the returned workbook that is coloured and commented.</summary>
/// <param name="Sheet">Null for the one sheet of a workbook made from a text file.</param>
/// <param name="Severity">The weightiest of its findings.</param>
/// <param name="Text">All its findings: what was found and how to mend it.</param>
internal sealed partial record CellMark(string? Sheet, int Row, int Column, Severity Severity, string Text)
{
    private const int LongestText = 3_000;

    public string Address => new CellAddress(1, Row, (short)Column).ToString();

    /// <summary>One mark a cell, in order of place.</summary>
    /// <param name="keyColumn">Column that stands for a row as a whole.</param>
    public static List<CellMark> Of(IEnumerable<Rejection> findings, int keyColumn) =>
        [.. findings
            .Select(finding => (Finding: finding, Place: PlaceOf(finding, keyColumn)))
            .Where(one => one.Place is not null)
            .GroupBy(one => (one.Finding.Sheet, one.Place!.Value.Row, one.Place.Value.Column), one => one.Finding)
            .Select(group => new CellMark(
                group.Key.Sheet, group.Key.Row, group.Key.Column,
                group.MinBy(finding => WeightOf(finding.Severity))!.Severity,
                Clip(string.Join("\n\n", group.Select(Say)))))
            .OrderBy(mark => mark.Row).ThenBy(mark => mark.Column)];

    /// <summary>Where a finding stands; null for a sheet or a file as a whole.</summary>
    public static (int Row, int Column)? PlaceOf(Rejection finding, int keyColumn)
    {
        if (finding.Address is not { } address)
        {
            return finding.RowNumber is { } row ? (row, keyColumn) : null;
        }

        if (InText().Match(address) is { Success: true } match)
        {
            return (Number(match.Groups[1].ValueSpan), Number(match.Groups[2].ValueSpan));
        }

        var column = CellReader.ParseColumn(address, out var length);
        return column > 0 && int.TryParse(address.AsSpan(length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (number, column) : null;
    }

    /// <summary>Errors weigh most.</summary>
    public static int WeightOf(Severity severity) => severity switch { Severity.Error => 0, Severity.NeedsExplanation => 1, _ => 2 };

    public static string Word(Severity severity) => Texts.Get($"Returned.{severity}");

    private static string Say(Rejection finding) => $"{Word(finding.Severity)}: {finding.Message}\n→ {finding.Cure}";

    private static string Clip(string text) => text.Length <= LongestText ? text : text[..LongestText] + "…";

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex("^dòng ([0-9]{1,7}), cột ([0-9]{1,4})$")]
    private static partial Regex InText();
}
