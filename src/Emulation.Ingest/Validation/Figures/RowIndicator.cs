using Emulation.Ingest.Forms;
using Emulation.Ingest.Validation.Recognition;
using Emulation.Plan;

namespace Emulation.Ingest.Validation.Figures;

/// <summary>Which indicator a row speaks of: by its code, or by its name where the code is blank. Code, name and measure must not contradict each other.</summary>
internal sealed class RowIndicator
{
    private readonly FormTable table;
    private readonly FigureColumns columns;
    private readonly PlanIndex index;
    private readonly Findings findings;
    private readonly Dictionary<string, Indexed<Indicator>>.AlternateLookup<ReadOnlySpan<char>> byCode;
    private readonly string?[] agreedNames;
    private readonly (string Text, decimal Scale)?[] agreedMeasures;

    public RowIndicator(FormTable table, FigureColumns columns, PlanIndex index, Findings findings)
    {
        (this.table, this.columns, this.index, this.findings) = (table, columns, index, findings);
        byCode = index.IndicatorsByCode.GetAlternateLookup<ReadOnlySpan<char>>();
        agreedNames = new string?[index.Indicators.Length];
        agreedMeasures = new (string, decimal)?[index.Indicators.Length];
    }

    public bool IsKnownCode() => byCode.TryGetValue(table.Cell(columns.Indicator).Text, out _);

    /// <summary>True if the row has no code and its name is an indicator's.</summary>
    public bool IsKnownName() => table.Cell(columns.Indicator).IsBlank && table.Cell(columns.Name).Text is { IsEmpty: false } name && index.IndicatorByName(name) is not null;

    /// <summary>The indicator of the current row; null with a finding if there is none or the row contradicts itself.</summary>
    /// <param name="scale">The row's measure over the indicator's; 1 but for money.</param>
    public Indexed<Indicator>? Read(out decimal scale)
    {
        scale = 1;
        return Find() is { } indicator && NameAgrees(indicator) & MeasureAgrees(indicator, out scale) ? indicator : null;
    }

    private Indexed<Indicator>? Find()
    {
        var code = table.Cell(columns.Indicator).Text;
        if (byCode.TryGetValue(code, out var indicator))
        {
            return indicator;
        }

        var name = table.Cell(columns.Name).Text;
        if (code.IsEmpty && !name.IsEmpty && index.IndicatorByName(name) is { } byName)
        {
            return byName;
        }

        if (code.IsEmpty && name.IsEmpty)
        {
            findings.Add(RejectionCatalogue.Required, table.PlaceOf(columns.Indicator));
            return null;
        }

        var place = table.PlaceOf(code.IsEmpty ? columns.Name : columns.Indicator);
        findings.Add(RejectionCatalogue.IndicatorUnknown, place, ("found", CellFaults.LooksLikeAName(code.IsEmpty ? name : code) ? "…" : Findings.Clip(code.IsEmpty ? name : code)));
        return null;
    }

    /// <summary>A wording of its own is fine; the name of another indicator means that codes and names slipped.</summary>
    private bool NameAgrees(Indexed<Indicator> indicator)
    {
        var name = table.Cell(columns.Name).Text;
        if (name.IsEmpty || name.SequenceEqual(agreedNames[indicator.Index]))
        {
            return true;
        }

        if (index.IndicatorByName(name) is { } named && named != indicator)
        {
            findings.Add(
                RejectionCatalogue.IndicatorName, table.PlaceOf(columns.Name),
                ("code", indicator.Value.Code.Value), ("found", Findings.Clip(name)), ("expected", named.Value.Code.Value));
            return false;
        }

        agreedNames[indicator.Index] = name.ToString();
        return true;
    }

    /// <summary>The measure of the whole table is meant for what it can measure: money is converted, counts are as they are, but not counted by the thousand.</summary>
    private bool TableMeasureAgrees(Indexed<Indicator> indicator, string measure, out decimal scale)
    {
        scale = 1;
        if (indicator.Value.Kind == IndicatorKind.Money)
        {
            scale = Measures.ScaleTo(indicator.Value, measure) ?? 1;
            return true;
        }

        if (indicator.Value.Kind != IndicatorKind.Count || !HeadingMeasures.IsMultiple(measure) || table.Cell(columns.Value).IsBlank)
        {
            return true;
        }

        findings.Add(
            RejectionCatalogue.Measure, table.MeasurePlace,
            ("found", Findings.Clip(measure)), ("code", indicator.Value.Code.Value), ("expected", indicator.Value.Measure));
        return false;
    }

    /// <summary>Money may be given in another measure of money and is converted; any other contradiction is an error.</summary>
    private bool MeasureAgrees(Indexed<Indicator> indicator, out decimal scale)
    {
        scale = 1;
        var measure = table.Cell(columns.Measure).Text;
        if (measure.IsEmpty)
        {
            return table.Measure is null || TableMeasureAgrees(indicator, table.Measure, out scale);
        }

        if (agreedMeasures[indicator.Index] is { } known && measure.SequenceEqual(known.Text))
        {
            scale = known.Scale;
            return true;
        }

        if (Measures.ScaleTo(indicator.Value, measure) is not { } found)
        {
            findings.Add(
                RejectionCatalogue.Measure, table.PlaceOf(columns.Measure),
                ("found", Findings.Clip(measure)), ("code", indicator.Value.Code.Value), ("expected", indicator.Value.Measure));
            return false;
        }

        scale = found;
        agreedMeasures[indicator.Index] = (measure.ToString(), found);
        return true;
    }
}
