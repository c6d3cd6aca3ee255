using Emulation.Ingest.Validation.Recognition;
using Emulation.Ingest.Validation.Values;
using Emulation.Plan;

namespace Emulation.Ingest.Validation.Figures;

/// <summary>Turns the rows of a form of figures into figures, row by row, without making strings of codes and numbers.</summary>
internal sealed class FigureRows
{
    private readonly FormTable table;
    private readonly Identity identity;
    private readonly Findings findings;
    private readonly FigureColumns columns;
    private readonly FigureValues values;
    private readonly TableRows rows;
    private readonly VersionRows versions;
    private readonly Indexed<Unit>? fixedUnit;
    private readonly Indexed<Period>? fixedPeriod;
    private readonly ChildRows children;
    private readonly TotalRows totals;
    private readonly FootnoteEstimates notes;
    private readonly bool namesUnits;
    private readonly bool namesPeriods;
    private bool isOver;

    /// <param name="unit">The unit the title block names; null if rows name their own.</param>
    /// <param name="period">The period the title block names; null if rows name their own.</param>
    public FigureRows(FormTable table, PlanIndexes indexes, Identity identity, Indexed<Unit>? unit, Indexed<Period>? period, DateOnly today, Findings findings)
    {
        (this.table, this.identity, this.findings) = (table, identity, findings);
        (fixedUnit, fixedPeriod) = (unit, period);
        columns = new FigureColumns(table.Form);
        values = new FigureValues(table, columns, findings);
        children = new ChildRows(table, columns, findings);
        totals = new TotalRows(table, columns, findings);
        notes = new FootnoteEstimates(table, columns, indexes.Of(period), findings);
        versions = new VersionRows(table, columns, indexes, findings);
        rows = new TableRows(table, columns.Indicator, [columns.Indicator, .. columns.Values]);
        (namesUnits, namesPeriods) = (table.ColumnOf(columns.Unit) > 0, table.ColumnOf(columns.Period) > 0);
        Explanations = new ExplanationCells(table, columns, findings);
        AsOf = new AsOfDay(table, columns, today, findings);
        Figures = new List<Figure>(table.RowEstimate);
    }

    /// <summary>In order of rows.</summary>
    public List<Figure> Figures { get; }

    /// <inheritdoc cref="VersionRows.Find"/>
    public int? Find(Indexed<Unit> unit, Indexed<Period> period, Indexed<Indicator> indicator) => versions.Find(unit, period, indicator);

    /// <summary>What is said beside the figures.</summary>
    public ExplanationCells Explanations { get; }

    /// <summary>Data rows seen, faulty ones included.</summary>
    public int RowCount { get; private set; }

    /// <summary>True if any row says anything, if only that a figure is not known.</summary>
    public bool IsFilledIn { get; private set; }

    /// <summary>Data rows the file hides.</summary>
    public int HiddenCount { get; private set; }

    /// <summary>The day up to which the figures are actual.</summary>
    public AsOfDay AsOf { get; }

    public void ReadAll()
    {
        while (table.Source.Read())
        {
            if (IsData())
            {
                RowCount++;
                table.LastDataRow = table.Source.RowNumber;
                HiddenCount += table.Source.IsRowHidden ? 1 : 0;
                ReadRow();
            }
        }

        children.Finish();
        totals.Check(Figures);
        notes.Apply(Figures, versions.For(fixedPeriod).Grid, fixedUnit, fixedPeriod);
        values.Finish();
    }

    private bool IsData()
    {
        // The usual row first: telling rows apart by their words costs more than reading them.
        var indicators = versions.For(fixedPeriod).Indicators;
        if (table.IsText ? !table.Cell(columns.Indicator).IsBlank : indicators.IsKnownCode())
        {
            return true;
        }

        if (indicators.IsKnownName() is false && rows.ChildLabel() is { } label)
        {
            if (!children.Read(label))
            {
                findings.Add(RejectionCatalogue.NoParent, table.Row, ("found", CellFaults.LooksLikeAName(label) ? "…" : Findings.Clip(label)));
            }

            return false;
        }

        switch (rows.Kind())
        {
            case RowKind.Signature:
                isOver = true;
                return false;
            case RowKind.Section:
                children.Finish();
                return false;
            case RowKind.Note:
                notes.Read(rows.Texts());
                return false;
            case RowKind.Total:
                findings.Add(RejectionCatalogue.RowNotRead, table.Row, ("found", Findings.Clip(rows.Texts())));
                return false;
            case RowKind.Data:
                // Names and stamps stand under the signatures; an estimate may, too.
                if (isOver && rows.SaysEstimate())
                {
                    notes.Read(rows.Texts());
                }

                return !isOver;
            default:
                return false;
        }
    }

    private void ReadRow()
    {
        children.Finish();
        var isTotal = false;
        // The period first: it tells on which day the unit's name is meant.
        var period = fixedPeriod ?? (namesPeriods ? ReadPeriod() : null);
        var unit = fixedUnit ?? (namesUnits ? ReadUnit(period, out isTotal) : null);
        var isCovered = unit is not null && period is not null && identity.Covers(unit, period, table.Row);
        var reader = versions.For(period);
        var indicator = reader.Indicators.Read(out var scale);
        AsOf.Read(period?.Value);
        IsFilledIn = IsFilledIn || HasValue();
        if (indicator is null)
        {
            children.Begin(null, 1, null);
            return;
        }

        CheckNote();
        var reading = values.Read(indicator.Value, scale);
        children.Begin(indicator.Value, scale, reading);
        if (isTotal)
        {
            totals.Add(indicator, period, reading);
        }
        else if (reading is { } figure && isCovered && reader.Index.Same(unit!) is { } asked && IsAsked(reader.Index, asked, indicator, figure))
        {
            Add(reader.Grid, asked, period!, indicator, figure);
        }
    }

    private bool HasValue() =>
        !table.Cell(columns.Value).IsBlank || !table.Cell(columns.Numerator).IsBlank || !table.Cell(columns.Denominator).IsBlank || !table.Cell(columns.Estimate).IsBlank;

    /// <summary>Notes are read by nobody, so only the officers of units are told what does not belong there; the office's bulk files are not searched.</summary>
    private void CheckNote()
    {
        if (!identity.SpeaksForOthers && table.Cell(columns.Note).Text is { IsEmpty: false } note && IdentityNumbers.IsIn(note))
        {
            findings.Add(RejectionCatalogue.PersonalText, table.PlaceOf(columns.Note));
        }
    }

    private Indexed<Unit>? ReadUnit(Indexed<Period>? period, out bool isTotal)
    {
        isTotal = false;
        var text = table.Cell(columns.Unit).Text;
        if (text.IsEmpty)
        {
            findings.Add(RejectionCatalogue.Required, table.PlaceOf(columns.Unit));
            return null;
        }

        return identity.Unit(text, table.PlaceOf(columns.Unit), period, out isTotal);
    }

    private Indexed<Period>? ReadPeriod()
    {
        var text = table.Cell(columns.Period).Text;
        if (text.IsEmpty)
        {
            findings.Add(RejectionCatalogue.Required, table.PlaceOf(columns.Period));
            return null;
        }

        return identity.Period(text, table.PlaceOf(columns.Period));
    }

    /// <summary>A value for an indicator the unit is not asked for is an error; "nothing arose" and blank say the same as silence.</summary>
    private bool IsAsked(PlanIndex index, Indexed<Unit> unit, Indexed<Indicator> indicator, in FigureReading reading)
    {
        if (index.IsAsked(unit, indicator.Value))
        {
            return true;
        }

        if (reading.State == FigureState.Value)
        {
            findings.Add(RejectionCatalogue.IndicatorNotAsked, table.Row, ("found", indicator.Value.Code.Value), ("expected", unit.Value.Name));
        }

        return false;
    }

    private void Add(FigureGrid grid, Indexed<Unit> unit, Indexed<Period> period, Indexed<Indicator> indicator, in FigureReading reading)
    {
        if (grid.Add(unit.Index, period.Index, indicator.Index, Figures.Count) is { } earlier)
        {
            findings.Add(
                RejectionCatalogue.Duplicate, table.Row,
                ("found", indicator.Value.Code.Value), ("expected", Figures[earlier].Source.Row.ToString(VietnameseText.Culture)));
            return;
        }

        var source = new CellAddress(table.Source.Sheet, table.Source.RowNumber, (short)table.ColumnOf(columns.Value));
        var figure = new Figure(
            unit.Id, indicator.Id, period.Id, reading.State, reading.Value, reading.Estimated, reading.Numerator, reading.Denominator, reading.Date, source);
        Explanations.Read(figure, Figures.Count);
        Figures.Add(figure);
    }
}
