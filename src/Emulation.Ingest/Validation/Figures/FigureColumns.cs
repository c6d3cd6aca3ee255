using Emulation.Ingest.Forms;

namespace Emulation.Ingest.Validation.Figures;

/// <summary>The places of the columns in a form of figures.</summary>
internal sealed class FigureColumns(FormDefinition form)
{
    public int Number { get; } = form.IndexOf("number");

    public int Unit { get; } = form.IndexOf("unit");

    public int Period { get; } = form.IndexOf("period");

    public int Indicator { get; } = form.IndexOf("indicator");

    public int Name { get; } = form.IndexOf("name");

    public int Measure { get; } = form.IndexOf("measure");

    public int Value { get; } = form.IndexOf("value");

    public int Numerator { get; } = form.IndexOf("numerator");

    public int Denominator { get; } = form.IndexOf("denominator");

    public int Estimate { get; } = form.IndexOf("estimate");

    public int Note { get; } = form.IndexOf("note");

    /// <summary>Why the figure is as it is; optional.</summary>
    public int Explanation { get; } = form.IndexOf("explanation");

    /// <summary>Null for the monthly form.</summary>
    public int? AsOf { get; } = form.Columns.Any(column => column.Id == "asOf") ? form.IndexOf("asOf") : null;

    /// <summary>The columns that hold values of an indicator.</summary>
    public IEnumerable<int> Values => [Value, Numerator, Denominator, Estimate];
}
