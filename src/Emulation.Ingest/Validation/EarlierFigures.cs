namespace Emulation.Ingest.Validation;

/// <summary>A value that the wave report which counts gives.</summary>
/// <param name="Value">Includes <paramref name="Estimated"/>.</param>
/// <param name="Estimated">Null if all is actual.</param>
/// <param name="DataAsOf">The day up to which it was actual; null if the report did not say.</param>
public readonly record struct EarlierFigure(int UnitId, int PeriodId, int IndicatorId, decimal Value, decimal? Estimated, DateOnly? DataAsOf)
{
    /// <summary>The part that was no estimate.</summary>
    public decimal Actual => Value - (Estimated ?? 0);
}

/// <summary>What units have reported before, to compare a new report with: cumulative figures never fall.</summary>
public sealed class EarlierFigures
{
    private readonly Dictionary<(int UnitId, int PeriodId, int IndicatorId), EarlierFigure> figures;

    public EarlierFigures(IEnumerable<EarlierFigure> figures)
    {
        this.figures = [];
        foreach (var figure in figures)
        {
            this.figures[(figure.UnitId, figure.PeriodId, figure.IndicatorId)] = figure;
        }
    }

    /// <summary>Nothing was reported before.</summary>
    public static EarlierFigures None { get; } = new([]);

    public bool IsEmpty => figures.Count == 0;

    /// <summary>These figures once a report was read that comes before what is read next: of what it covers nothing else counts.</summary>
    public EarlierFigures After(ReadSubmission report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var covers = report.Covers.ToHashSet();
        var stated = report.Figures.Where(figure => figure.Value is not null)
            .Select(figure => new EarlierFigure(figure.UnitId, figure.PeriodId, figure.IndicatorId, figure.Value!.Value, figure.Estimated, report.DataAsOf));
        return new EarlierFigures([.. figures.Values.Where(figure => !covers.Contains((figure.UnitId, figure.PeriodId))), .. stated]);
    }

    public EarlierFigure? Find(int unitId, int periodId, int indicatorId) =>
        figures.TryGetValue((unitId, periodId, indicatorId), out var figure) ? figure : null;
}
