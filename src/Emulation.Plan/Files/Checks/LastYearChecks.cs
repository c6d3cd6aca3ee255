namespace Emulation.Plan.Files.Checks;

/// <summary>Figures of last year: of whom, of what, and whether the value can be.</summary>
internal static class LastYearChecks
{
    public static void Check(PlanDraft draft, FaultList faults)
    {
        if (draft.LastYear is not { } figures)
        {
            return;
        }

        if (draft.Head is not null && draft.Swing is null)
        {
            faults.Add(PlanFiles.LastYear, null, PlanFaultKind.LastYearUnused);
        }

        foreach (var (first, second) in Duplicates.Of(figures.Where(figure => figure.Value.Period.Value is not null), figure => (figure.Unit, figure.Indicator, figure.Period)))
        {
            var figure = second.Value;
            faults.Add(second.File, second.Line, PlanFaultKind.LastYearTwice, figure.Unit.Value, figure.Indicator.Value, first.Line.ToInvariant());
        }

        foreach (var figure in figures)
        {
            CheckFigure(figure, draft, faults);
        }

        foreach (var figure in figures.Where(figure => figure.IsWhole && IsBeforeUnit(draft, figure.Value)).DistinctBy(figure => figure.Value.Unit))
        {
            faults.Add(figure.File, figure.Line, PlanFaultKind.LastYearBeforeUnit, figure.Value.Unit.Value, draft.UnitOf(figure.Value.Unit)!.ValidFrom!.Value.ToText());
        }
    }

    private static void CheckFigure(Located<LastYearFigure> located, PlanDraft draft, FaultList faults)
    {
        void Add(PlanFaultKind kind, params string[] values) => faults.Add(located.File, located.Line, kind, values);
        var figure = located.Value;
        var unit = draft.Units?.Select(unit => unit.Value).FirstOrDefault(unit => unit.Code == figure.Unit);
        if (draft.Units is not null && unit is null && figure.Unit.Value.Length > 0)
        {
            Add(PlanFaultKind.LastYearUnknownUnit, figure.Unit.Value);
        }

        if (!draft.KnowsIndicator(figure.Indicator) && figure.Indicator.Value.Length > 0)
        {
            Add(PlanFaultKind.UnknownIndicator, figure.Indicator.Value);
        }

        if (draft.IndicatorOf(figure.Indicator) is not { } indicator || !located.IsWhole)
        {
            return;
        }

        if (indicator.Kind is IndicatorKind.YesNo or IndicatorKind.Date)
        {
            Add(PlanFaultKind.LastYearUnfit, figure.Indicator.Value);
        }
        else if (RangeBroken(indicator, figure.Value) is { } range)
        {
            Add(PlanFaultKind.LastYearOutOfRange, figure.Unit.Value, figure.Indicator.Value, figure.Value.ToText(), range);
        }

        if (unit is not null && indicator.Units.Count > 0 && !indicator.Units.Any(group => PlanDraft.IsIn(unit, group)))
        {
            Add(PlanFaultKind.LastYearForUnitThatDoesNotReport, figure.Unit.Value, figure.Indicator.Value);
        }
    }

    private static bool IsBeforeUnit(PlanDraft draft, LastYearFigure figure) =>
        draft.UnitOf(figure.Unit) is { } unit && draft.PeriodOf(figure.Period) is { } period && unit.ValidFrom > period.To.AddYears(-1) && !IsCarriedOver(draft, unit);

    /// <summary>True for a unit that is nothing but whole units under one roof: the office may have added up their figures.</summary>
    private static bool IsCarriedOver(PlanDraft draft, Unit unit) =>
        (draft.Successions ?? []).Where(line => line.Value.To == unit.Code).ToList() is { Count: > 0 } lines
        && lines.All(line => line.Value.Kind is SuccessionKind.Rename or SuccessionKind.Merge);

    /// <summary>What the value should be, in Vietnamese; null if it can be.</summary>
    private static string? RangeBroken(Indicator indicator, decimal value) => indicator.Kind switch
    {
        IndicatorKind.Ratio => value is < 0 or > 100 ? Texts.Get("Range.Percent", Texts.Vietnamese) : null,
        IndicatorKind.Count => value < 0 || value != decimal.Truncate(value) ? Texts.Get("Range.Count", Texts.Vietnamese) : null,
        _ => value < 0 ? Texts.Get("Range.Positive", Texts.Vietnamese) : null,
    };
}
