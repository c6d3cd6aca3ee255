using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Emulation.Plan;

namespace Emulation.Ingest.Forms;

/// <summary>What a template says of itself, in small print above its table: <c>Mẫu figures · 654 · 2020-03 · mã kiểm 7F3A21</c>.</summary>
/// <param name="Form">Stable name of the form.</param>
/// <param name="Unit">Code of the unit it was made for.</param>
/// <param name="Period">Code of the period it was made for.</param>
/// <param name="Check">Six hex digits over everything that changes what the cells mean: columns, the period's days, indicators asked with kind and measure.</param>
/// <remarks>Targets, deadlines, names and earlier figures are not in it: they may change without making a filled-in template wrong.</remarks>
public sealed partial record TemplateStamp(string Form, string Unit, string Period, string Check)
{
    private const int CheckLength = 6;

    /// <summary>The stamp of a template made today from this plan.</summary>
    public static TemplateStamp Of(FormDefinition form, EmulationPlan plan, Unit unit, Period period)
    {
        var content = new StringBuilder();
        foreach (var column in form.Columns.Where(column => column is { InWorkbook: true, IfKnown: false }))
        {
            content.Append(CultureInfo.InvariantCulture, $"{column.Id}|{column.Header}|{column.Type}\n");
        }

        content.Append(CultureInfo.InvariantCulture, $"{period.From:yyyy-MM-dd}|{period.To:yyyy-MM-dd}\n");
        foreach (var indicator in AskedIndicators.Of(form.Kind, plan, unit).OrderBy(indicator => indicator.Code))
        {
            content.Append(CultureInfo.InvariantCulture, $"{indicator.Code}|{indicator.Kind}|{indicator.Measure}\n");
        }

        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())));
        return new TemplateStamp(form.Kind.ToName(), unit.Code.Value, period.Code.Value, hash[..CheckLength]);
    }

    /// <summary>The stamp in a text; null if there is none, or none that is whole.</summary>
    public static TemplateStamp? Find(string text) => Pattern().Match(text) is { Success: true } match
        ? new(match.Groups["form"].Value, match.Groups["unit"].Value, match.Groups["period"].Value, match.Groups["check"].Value.ToUpperInvariant())
        : null;

    public override string ToString() => $"Mẫu {Form} · {Unit} · {Period} · mã kiểm {Check}";

    [GeneratedRegex(@"^Mẫu\s+(?<form>[a-z-]{1,40})\s*·\s*(?<unit>[^·\s]{1,40})\s*·\s*(?<period>[^·\s]{1,20})\s*·\s*mã kiểm\s+(?<check>[0-9A-F]{6})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
