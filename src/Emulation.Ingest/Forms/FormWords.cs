namespace Emulation.Ingest.Forms;

/// <summary>The words officers write instead of numbers, and around tables. All but the signs are compared by <see cref="TextKey"/>.</summary>
public sealed record FormWords
{
    /// <summary>Nothing of the kind arose, e.g. <c>KPS</c>.</summary>
    public required IReadOnlyList<string> NotApplicable { get; init; }

    /// <summary>Not known, e.g. <c>chưa có số liệu</c>; the same as a blank cell.</summary>
    public required IReadOnlyList<string> NotReported { get; init; }

    /// <summary>Signs for "nothing arose" in statistics tables; compared as they are.</summary>
    public required IReadOnlyList<string> NotApplicableSigns { get; init; }

    /// <summary>Signs for "not known" in statistics tables; compared as they are.</summary>
    public required IReadOnlyList<string> NotReportedSigns { get; init; }

    public required IReadOnlyList<string> Yes { get; init; }

    public required IReadOnlyList<string> No { get; init; }

    /// <summary>Signs for yes, compared as they are.</summary>
    public required IReadOnlyList<string> YesSigns { get; init; }

    /// <summary>First words of a total row.</summary>
    public required IReadOnlyList<string> Totals { get; init; }

    /// <summary>Whole cells of the signature rows under a table.</summary>
    public required IReadOnlyList<string> Signatures { get; init; }

    /// <summary>First words of a note under a table.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Labels of the unit in the title block.</summary>
    public required IReadOnlyList<string> UnitLabels { get; init; }

    /// <summary>Labels of the period in the title block.</summary>
    public required IReadOnlyList<string> PeriodLabels { get; init; }

    /// <summary>Labels of the day up to which figures are actual.</summary>
    public required IReadOnlyList<string> AsOfLabels { get; init; }

    /// <summary>Labels of other parties in the title block, which name no reporting unit.</summary>
    public required IReadOnlyList<string> OtherLabels { get; init; }

    /// <summary>Labels of the measure of the whole table, above it or in a heading.</summary>
    public required IReadOnlyList<string> MeasureLabels { get; init; }

    /// <summary>First words of a heading over columns that hold no figures of the period: last year's, planned ones.</summary>
    public required IReadOnlyList<string> OtherGroups { get; init; }

    /// <summary>First words of a measure that stands for so many of another, e.g. <c>nghìn lượt</c>.</summary>
    public required IReadOnlyList<string> Multiples { get; init; }

    /// <summary>Measures of money by how many đồng they are.</summary>
    public required IReadOnlyDictionary<string, decimal> Money { get; init; }
}
