using CsvHelper;

namespace Emulation.Plan.Files;

/// <summary>A plan's CSV file as lines of named fields: UTF-8, separated by <c>;</c>, comment lines begin with <c>#</c>, the first other line is the header.</summary>
internal static class CsvTable
{
    private const char Separator = ';';

    /// <summary>The data lines; null if the header cannot be used, so that what refers to them is not blamed too.</summary>
    public static IReadOnlyList<CsvLine>? Read(string file, string text, IReadOnlyList<string> columns, FaultList faults)
    {
        var records = RecordsOf(file, text, faults);
        if (records.Count == 0)
        {
            faults.Add(file, null, PlanFaultKind.EmptyTable);
            return null;
        }

        var (header, headerLine) = records[0];
        if (!HeaderIsUsable(file, header, headerLine, columns, faults))
        {
            return null;
        }

        if (records.Count == 1)
        {
            faults.Add(file, null, PlanFaultKind.EmptyTable);
        }

        return [.. records.Skip(1).Where(record => HasAllFields(file, record, header.Length, faults))
            .Select(record => new CsvLine(file, record.Line, header, record.Fields, faults))];
    }

    /// <summary>The names in the header line; empty if there is none.</summary>
    public static IReadOnlyList<string> HeaderOf(string file, string text) =>
        RecordsOf(file, text, new FaultList()) is [var header, ..] ? header.Fields : [];

    private static List<(string[] Fields, int Line)> RecordsOf(string file, string text, FaultList faults)
    {
        var options = new CsvReaderOptions
        {
            Separator = Separator,
            HasHeader = false,
            CommentPrefix = '#',
            TrimWhitespace = true,
            TrackLineNumbers = true,
            // A cell that spans lines would give every later fault a line nobody can find.
            AllowLineBreaksInQuotes = false,
            OnMalformedRecord = record => faults.Add(file, (int)record.LineNumber, PlanFaultKind.BrokenCsv),
        };
        using var reader = CsvReader.FromText(text, options);
        var records = new List<(string[], int)>();
        while (reader.Read())
        {
            var fields = Enumerable.Range(0, reader.FieldCount).Select(reader.GetString).ToArray();
            if (!IsCommentOrEmpty(fields))
            {
                records.Add((fields, (int)reader.LineNumber));
            }
        }

        return records;
    }

    /// <summary>A spreadsheet quotes a comment line that holds a separator, and pads short and empty lines with separators.</summary>
    private static bool IsCommentOrEmpty(string[] fields) => fields[0].StartsWith('#') || fields.All(field => field.Length == 0);

    private static bool HeaderIsUsable(string file, string[] header, int line, IReadOnlyList<string> columns, FaultList faults)
    {
        var before = faults.Count;
        if (header.Length == 1 && columns.Count > 1)
        {
            faults.Add(file, line, PlanFaultKind.WrongSeparator);
            return false;
        }

        foreach (var name in header.Where(name => !columns.Contains(name)))
        {
            faults.Add(file, line, PlanFaultKind.UnknownColumn, name, string.Join(";", columns));
        }

        foreach (var name in header.GroupBy(name => name).Where(group => group.Count() > 1))
        {
            faults.Add(file, line, PlanFaultKind.DuplicateColumn, name.Key);
        }

        foreach (var name in columns.Where(name => !header.Contains(name)))
        {
            faults.Add(file, line, PlanFaultKind.MissingColumn, name);
        }

        return faults.Count == before;
    }

    private static bool HasAllFields(string file, (string[] Fields, int Line) record, int expected, FaultList faults)
    {
        if (record.Fields.Length == expected)
        {
            return true;
        }

        faults.Add(file, record.Line, PlanFaultKind.WrongFieldCount, record.Fields.Length.ToInvariant(), expected.ToInvariant());
        return false;
    }
}

/// <summary>One data line of a plan's CSV file.</summary>
internal sealed class CsvLine(string file, int line, string[] header, string[] fields, FaultList faults) : Fields(file, line, faults)
{
    protected override char DecimalSign => ',';

    /// <summary>The values of a field that holds several, separated by <c>|</c>.</summary>
    public IReadOnlyList<string> Words(string name) =>
        TextOrNull(name)?.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    protected override FieldText? Find(string name)
    {
        var text = fields[Array.IndexOf(header, name)];
        return text.Length == 0 ? null : new FieldText(text, Line);
    }

    protected override void Missing(string name) => Add(PlanFaultKind.EmptyField, name);
}
