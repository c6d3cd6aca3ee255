namespace Emulation.Reports.Documents;

/// <summary>Where a value stands in a report, whatever face prints it: the first four columns of its row in the CSV twin. Occurs once in a report.</summary>
/// <remarks>docs/formats/report.md lists parts and columns; docs/adr/0020-lineage.md: by its address a printed number leads back to cells and decisions.</remarks>
/// <param name="Unit">Code of the unit; empty for what speaks of all.</param>
/// <param name="Code">What the value is of within its part: an indicator, a group, a rule, a duty with its period (<c>BC1@2020-W1</c>); empty if the part needs none.</param>
public readonly record struct ValueAddress(string Part, string Unit, string Code, string Column)
{
    /// <summary>E.g. <c>results;654;B;points</c>.</summary>
    public override string ToString() => $"{Part};{Unit};{Code};{Column}";

    /// <summary>Null if the text has no four parts.</summary>
    public static ValueAddress? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split(';') is [var part, var unit, var code, var column] ? new ValueAddress(part, unit, code, column) : null;
    }
}
