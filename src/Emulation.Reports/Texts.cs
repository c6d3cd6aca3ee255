using System.Globalization;
using System.Resources;
using Emulation.Reports.Documents.Places;

namespace Emulation.Reports;

/// <summary>The words this room shows to people: Vietnamese in Texts.resx, English in Texts.en.resx.</summary>
/// <remarks>Reports are Vietnamese whatever the culture of the process; numbers and dates come in already written (<see cref="Documents.VietnameseFormat"/>).</remarks>
public static class Texts
{
    private static readonly ResourceManager Resources = new("Emulation.Reports.Texts", typeof(Texts).Assembly);

    /// <summary>The language of every report and mail.</summary>
    public static CultureInfo Vietnamese { get; } = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>The Vietnamese text of that name, with <c>{0}</c>, <c>{1}</c> … filled in.</summary>
    /// <exception cref="ArgumentException">No such text.</exception>
    public static string Get(string name, params string[] values) => In(Vietnamese, name, values);

    /// <summary>The Vietnamese text of that name, filled in with words that know what their numbers are.</summary>
    /// <exception cref="ArgumentException">No such text.</exception>
    public static Phrase Say(string name, params Phrase[] values) => Phrase.Fill(Get(name), values);

    /// <summary>The text of that name in another language; Vietnamese where it is not translated.</summary>
    public static string In(CultureInfo language, string name, params string[] values)
    {
        var text = Resources.GetString(name, language) ?? throw new ArgumentException($"No text '{name}'.", nameof(name));
        return values.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, values);
    }
}
