using System.Globalization;

namespace Emulation.Jobs.Pages.Decisions;

/// <summary>What a person posted: trimmed fields, and who the person is.</summary>
internal sealed class Posted(IFormCollection form, string who)
{
    /// <summary>The longest text of a field; forms say so as well.</summary>
    public const int LongestText = 1000;

    /// <summary>The name of the login, as the audit log will say.</summary>
    public string Who { get; } = who;

    /// <summary>The field's text; null if it is missing or blank.</summary>
    public string? Text(string field) => form[field].ToString().Trim() is { Length: > 0 } text ? text : null;

    public IReadOnlyList<string> Texts(string field) => [.. form[field].OfType<string>()];

    /// <summary>A box that was ticked.</summary>
    public bool Has(string field) => form.ContainsKey(field);

    public long? Number(string field) =>
        long.TryParse(Text(field), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public int? Whole(string field) => Number(field) is { } number and <= int.MaxValue ? (int)number : null;

    public bool IsTooLong(string field) => Text(field) is { Length: > LongestText };

    /// <summary>A day as browsers send it.</summary>
    public DateOnly? Day(string field) =>
        DateOnly.TryParseExact(Text(field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The fault of a text that is missing or too long; null if it may stand.</summary>
    /// <param name="missing">The key of the sentence for a missing one.</param>
    public Notice? FaultOf(string field, string missing) => Text(field) switch
    {
        null => Notice.Fault(missing),
        { Length: > LongestText } => Notice.Fault("act.too-long", LongestText),
        _ => null,
    };
}
