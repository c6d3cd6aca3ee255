using System.Globalization;
using System.Text.RegularExpressions;

namespace Emulation.Plan.Files;

/// <summary>A text in a plan file and the line it stands on.</summary>
internal readonly record struct FieldText(string Text, int Line);

/// <summary>The named fields of a CSV line or a YAML section, read as typed values. What is wrong goes to the faults and a default comes back.</summary>
internal abstract partial class Fields(string file, int line, FaultList faults)
{
    public string File => file;

    public int Line => line;

    public FaultList Faults => faults;

    /// <summary>The decimal sign of numbers in this kind of file; there is no group separator.</summary>
    protected abstract char DecimalSign { get; }

    /// <summary>The field's text and line; null if it is absent or empty.</summary>
    protected abstract FieldText? Find(string name);

    /// <summary>Says that a required field has no value.</summary>
    protected abstract void Missing(string name);

    public void Add(PlanFaultKind kind, params string[] values) => faults.Add(file, line, kind, values);

    /// <summary>The line a field stands on; the section's own if it is absent.</summary>
    public int LineOf(string name) => Find(name)?.Line ?? line;

    public string? TextOrNull(string name) => Find(name)?.Text;

    public string Text(string name) => Required(name)?.Text ?? "";

    /// <summary>A code: ASCII letters, digits and hyphens, so that it can stand in paths, forms and messages.</summary>
    public string Code(string name) => Required(name) is { } found ? Checked(found, CodePattern(), PlanFaultKind.NotACode, name) : "";

    public decimal Number(string name) => Required(name) is { } found ? NumberOf(name, found) ?? 0 : 0;

    public decimal? NumberOrNull(string name) => Find(name) is { } found ? NumberOf(name, found) : null;

    public int Whole(string name) => Required(name) is { } found ? WholeOf(name, found) ?? 0 : 0;

    public int? WholeOrNull(string name) => Find(name) is { } found ? WholeOf(name, found) : null;

    public DateOnly Date(string name) => Required(name) is { } found ? DateOf(name, found) ?? default : default;

    public DateOnly? DateOrNull(string name) => Find(name) is { } found ? DateOf(name, found) : null;

    public TimeOnly Time(string name)
    {
        if (Required(name) is not { } found)
        {
            return default;
        }

        if (!TimeOnly.TryParseExact(found.Text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            faults.Add(file, found.Line, PlanFaultKind.NotATime, name, found.Text);
        }

        return time;
    }

    /// <summary>One of a closed list of words.</summary>
    public T Choice<T>(string name, IReadOnlyDictionary<string, T> words)
    {
        if (Required(name) is not { } found)
        {
            return words.First().Value;
        }

        if (words.TryGetValue(found.Text, out var value))
        {
            return value;
        }

        faults.Add(file, found.Line, PlanFaultKind.UnknownWord, name, found.Text, string.Join(", ", words.Keys));
        return words.First().Value;
    }

    /// <summary>The date written yyyy-MM-dd, or dd/MM/yyyy as a Vietnamese spreadsheet saves it; null if it is neither.</summary>
    public static DateOnly? ParseDate(string text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>Digits with at most one decimal sign; null for anything else, a group separator too.</summary>
    public decimal? ParseNumber(string text) =>
        NumberPattern(DecimalSign).IsMatch(text)
        && decimal.TryParse(text.Replace(DecimalSign, '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private FieldText? Required(string name)
    {
        var found = Find(name);
        if (found is null)
        {
            Missing(name);
        }

        return found;
    }

    private string Checked(FieldText found, Regex pattern, PlanFaultKind kind, string name)
    {
        if (!pattern.IsMatch(found.Text))
        {
            faults.Add(file, found.Line, kind, name, found.Text);
        }

        return found.Text;
    }

    private decimal? NumberOf(string name, FieldText found)
    {
        var number = ParseNumber(found.Text);
        if (number is null)
        {
            faults.Add(file, found.Line, PlanFaultKind.NotANumber, name, found.Text, DecimalSign.ToString());
        }

        return number;
    }

    private int? WholeOf(string name, FieldText found)
    {
        if (int.TryParse(found.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        faults.Add(file, found.Line, PlanFaultKind.NotAWholeNumber, name, found.Text);
        return null;
    }

    private DateOnly? DateOf(string name, FieldText found)
    {
        var date = ParseDate(found.Text);
        if (date is null)
        {
            faults.Add(file, found.Line, PlanFaultKind.NotADate, name, found.Text);
        }

        return date;
    }

    private static Regex NumberPattern(char sign) => sign == ',' ? CommaNumber() : PointNumber();

    [GeneratedRegex(@"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex CodePattern();

    [GeneratedRegex(@"^-?\d{1,18}(,\d{1,6})?$", RegexOptions.CultureInvariant | RegexOptions.ECMAScript)]
    private static partial Regex CommaNumber();

    [GeneratedRegex(@"^-?\d{1,18}(\.\d{1,6})?$", RegexOptions.CultureInvariant | RegexOptions.ECMAScript)]
    private static partial Regex PointNumber();
}
