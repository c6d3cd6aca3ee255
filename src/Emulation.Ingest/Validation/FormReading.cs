using System.Text.RegularExpressions;
using Emulation.Ingest.Parsing;
using Emulation.Ingest.Parsing.Workbooks;
using Emulation.Ingest.Validation.Entries;
using Emulation.Ingest.Validation.Figures;
using Emulation.Ingest.Validation.Recognition;
using Emulation.Plan;

namespace Emulation.Ingest.Validation;

/// <summary>Reads a recognised form: who and when, the rows, the checks over all of them, the verdict.</summary>
internal sealed partial class FormReading
{
    private readonly FormTable table;
    private readonly Findings findings;
    private readonly ReadingContext context;
    private readonly PlanIndexes indexes;
    private readonly Identity identity;
    private Indexed<Period>? titlePeriod;
    private int rowCount;
    private int hiddenCount;

    public FormReading(FormTable table, PlanIndexes indexes, ReadingContext context, Findings findings)
    {
        (this.table, this.indexes, this.context, this.findings) = (table, indexes, context, findings);
        identity = new Identity(indexes, context, table.Form, findings);
    }

    public SubmissionVerdict Read(FileKind kind)
    {
        CheckHeadings();
        var facts = new TitleFacts(table, indexes, identity, findings);
        // The period first: it tells which plan version the rest is read by.
        titlePeriod = table.IsText || table.Map.Has(PeriodColumn) ? null : facts.Period();
        var unit = table.IsText || table.Map.Has("unit") ? null : facts.Unit(titlePeriod);
        if (unit is not null && titlePeriod is not null)
        {
            new StampCheck(table, indexes.Of(titlePeriod).Plan, findings).Run(unit.Value, titlePeriod.Value);
        }

        var content = CanReadRows(unit) ? ReadRows(unit, facts) : ReadSubmissionContent.None;
        CheckWhole();
        return findings.HasErrors ? Refused(kind) : Accepted(kind, content);
    }

    private string PeriodColumn => table.Form.Kind is FormKind.Figures or FormKind.WaveReport ? "period" : "year";

    /// <summary>Without a unit or a period above the table its rows can still be checked, but for duties.</summary>
    private bool CanReadRows(Indexed<Unit>? unit) => unit is not null || table.IsText || table.Map.Has("unit") || !identity.NamesAnotherUnit;

    private ReadSubmissionContent ReadRows(Indexed<Unit>? unit, TitleFacts facts)
    {
        if (table.Form.Kind is FormKind.Figures or FormKind.WaveReport)
        {
            return ReadFigures(unit, facts);
        }

        var rows = new EntryRows(table, identity, unit, titlePeriod, findings);
        var reading = new EntryReading(table, rows, findings);
        var content = table.Form.Kind switch
        {
            FormKind.Registration => ReadSubmissionContent.None with { Registrations = reading.Registrations() },
            FormKind.Initiatives => ReadSubmissionContent.None with { Initiatives = reading.Initiatives() },
            _ => ReadSubmissionContent.None with { AwardProposals = reading.AwardProposals() },
        };
        (rowCount, hiddenCount) = (rows.RowCount, rows.HiddenCount);
        return content;
    }

    private ReadSubmissionContent ReadFigures(Indexed<Unit>? unit, TitleFacts facts)
    {
        var rows = new FigureRows(table, indexes, identity, unit, titlePeriod, context.Today, findings);
        if (facts.AsOf() is { } asOf)
        {
            rows.AsOf.Take(asOf.Day, titlePeriod?.Value, asOf.Place);
        }

        rows.ReadAll();
        (rowCount, hiddenCount) = (rows.RowCount, rows.HiddenCount);
        if (rowCount > 0 && !rows.IsFilledIn && !findings.HasErrors)
        {
            findings.Add(RejectionCatalogue.NoFigures, table.Whole, ("found", rowCount.ToString("N0", VietnameseText.Culture)));
        }

        new FigureChecks(table, indexes, rows, findings).Run(identity.Covered);
        new CumulativeChecks(table, indexes, rows, context.Earlier, findings).Run(identity.Covered);
        new SwingChecks(table, indexes, rows, findings).Run(identity.Covered);
        return ReadSubmissionContent.None with { Figures = rows.Figures, Explanations = rows.Explanations.All, DataAsOf = rows.AsOf.Earliest };
    }

    private void CheckHeadings()
    {
        foreach (var (column, heading) in table.Map.Twice)
        {
            findings.Add(RejectionCatalogue.HeaderTwice, HeadingPlace(column), ("found", Findings.Clip(heading)));
        }

        foreach (var (column, heading) in table.Map.Unknown)
        {
            findings.Add(RejectionCatalogue.ColumnUnknown, HeadingPlace(column), ("found", Findings.Clip(heading)));
        }

        CheckHeadingYears();
        CheckHeadingMeasures();
    }

    /// <summary>"Năm 2019" over a column that is read: figures of another year must not be taken for this year's.</summary>
    private void CheckHeadingYears()
    {
        foreach (var heading in table.Map.PathOf.SelectMany(path => path).DistinctBy(heading => (heading.Row, heading.Column)))
        {
            if (OtherYear().Match(heading.Key) is { Success: true } match && match.Groups[1].Value != indexes.Today.Plan.Year.ToString(System.Globalization.CultureInfo.InvariantCulture))
            {
                findings.Add(
                    RejectionCatalogue.PeriodConflict, new Place(table.Source.SheetName, heading.Row, heading.Column, null),
                    ("found", Findings.Clip(heading.Text)), ("expected", indexes.Today.Plan.YearPeriod.Name), ("other", "của kế hoạch"));
            }
        }
    }

    /// <summary>Two measures behind two headings: nobody can tell which is meant of a row that names none.</summary>
    private void CheckHeadingMeasures()
    {
        if (table.Map.Measures is [var first, .., var last] && Forms.TextKey.Of(first.Measure) != Forms.TextKey.Of(last.Measure))
        {
            findings.Add(
                RejectionCatalogue.Measure, new Place(table.Source.SheetName, last.Heading.Row, last.Heading.Column, null),
                ("found", Findings.Clip(last.Measure)), ("code", $"ở cột “{Findings.Clip(first.Heading.Text)}”"), ("expected", Findings.Clip(first.Measure)));
        }
    }

    private Place HeadingPlace(int column) => new(table.Source.SheetName, table.FirstRow, column, null);

    private void CheckWhole()
    {
        if (hiddenCount > 0)
        {
            findings.Add(RejectionCatalogue.HiddenRows, table.Whole, ("found", hiddenCount.ToString("N0", VietnameseText.Culture)));
        }

        if (rowCount == 0 && !findings.HasErrors)
        {
            findings.Add(RejectionCatalogue.NoRows, table.Whole);
        }

        if (table.Source is SheetTable sheet)
        {
            CheckMerges(sheet);
            CheckHiddenColumns(sheet);
            CheckFonts(sheet);
        }
    }

    /// <summary>A merge over several rows of the table hides the values of the lower ones. Titles and signatures may be merged as they like.</summary>
    private void CheckMerges(SheetTable sheet)
    {
        var read = Enumerable.Range(0, table.Form.Columns.Count).Select(table.ColumnOf).Where(column => column > 0).ToHashSet();
        foreach (var merge in sheet.Merges)
        {
            var isInTable = merge.FirstRow > table.LastHeaderRow && merge.LastRow <= table.LastDataRow && merge.LastRow > merge.FirstRow;
            if (isInTable && read.Any(column => column >= merge.FirstColumn && column <= merge.LastColumn))
            {
                findings.Add(RejectionCatalogue.Merged, new Place(sheet.SheetName, merge.FirstRow, merge.FirstColumn, null), ("found", merge.ToString()));
            }
        }
    }

    private void CheckFonts(SheetTable sheet)
    {
        if (sheet.OldFont is { } font)
        {
            findings.Add(RejectionCatalogue.OldFont, table.Whole, ("found", Findings.Clip(font.ToString())));
        }
    }

    private void CheckHiddenColumns(SheetTable sheet)
    {
        for (var column = 0; column < table.Form.Columns.Count; column++)
        {
            if (table.ColumnOf(column) is > 0 and var number && sheet.IsColumnHidden(number))
            {
                findings.Add(RejectionCatalogue.HiddenColumns, HeadingPlace(number), ("found", table.Form.Columns[column].Header));
            }
        }
    }

    [GeneratedRegex(@"(?:^| )nam (20[0-9]{2})(?: |$)")]
    private static partial Regex OtherYear();

    private string? OldEncoding => table.OldEncoding ?? (table.Source as SheetTable)?.OldFont?.Encoding;

    private RefusedSubmission Refused(FileKind kind) => new()
    {
        FileKind = kind.ToName(),
        OldEncoding = OldEncoding,
        Form = table.Form.Kind,
        Period = (titlePeriod ?? identity.OnlyPeriod)?.Value,
        RowCount = rowCount,
        Exceptions = identity.UsedExceptions,
        Findings = findings.ToList(),
        NamesAnotherUnit = identity.NamesAnotherUnit,
    };

    private ReadSubmission Accepted(FileKind kind, ReadSubmissionContent content) => new()
    {
        FileKind = kind.ToName(),
        OldEncoding = OldEncoding,
        Form = table.Form.Kind,
        Period = (titlePeriod ?? identity.OnlyPeriod)?.Value,
        RowCount = rowCount,
        Exceptions = identity.UsedExceptions,
        Findings = findings.ToList(),
        Covers = [.. identity.Covered.Select(pair => (pair.Unit.Id, pair.Period.Id)).Order()],
        Figures = content.Figures,
        Explanations = content.Explanations,
        Registrations = content.Registrations,
        Initiatives = content.Initiatives,
        AwardProposals = content.AwardProposals,
        DataAsOf = content.DataAsOf,
    };
}

/// <summary>What the rows of a form held.</summary>
internal sealed record ReadSubmissionContent(
    IReadOnlyList<Figure> Figures,
    IReadOnlyList<RegistrationEntry> Registrations,
    IReadOnlyList<InitiativeEntry> Initiatives,
    IReadOnlyList<AwardProposalEntry> AwardProposals,
    IReadOnlyList<Explanation> Explanations,
    DateOnly? DataAsOf)
{
    public static ReadSubmissionContent None { get; } = new([], [], [], [], [], null);
}
