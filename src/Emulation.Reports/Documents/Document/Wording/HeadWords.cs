using System.Globalization;
using Emulation.Reports.Documents.Model;

namespace Emulation.Reports.Documents.Document.Wording;

/// <summary>Head and foot of the document after Decree 30/2020. Number and day stay blank: the registry gives them after signing.</summary>
internal static class HeadWords
{
    public static string Number(Letterhead letterhead) => Texts.Get("Document.Number", letterhead.Symbol);

    /// <summary>Place and date with a blank day; only January and February have a leading zero.</summary>
    public static string PlaceAndDate(Letterhead letterhead, DateTime madeOn) => Texts.Get("Document.PlaceAndDate", letterhead.Place, Month(madeOn.Month), Year(madeOn));

    public static string Kind(ReportCover cover) => Texts.Get(cover.Replaces is null ? "Document.Kind" : "Document.Kind.Corrigendum");

    /// <summary>"Kính gửi: X" for one addressee, "Kính gửi:" for several; empty for none.</summary>
    public static string Addressee(Letterhead letterhead) => letterhead.Addressees switch
    {
        [] => "",
        [var only] => Texts.Get("Document.AddresseeOne", only),
        _ => Texts.Get("Document.Addressees"),
    };

    /// <summary>Several addressees, one a line: each ends with a semicolon, the last with a full stop.</summary>
    public static IReadOnlyList<string> AddresseeLines(Letterhead letterhead) => letterhead.Addressees.Count < 2 ? [] : Listed(letterhead.Addressees);

    public static IReadOnlyList<string> Recipients(Letterhead letterhead)
    {
        string[] above = letterhead.Addressees.Count > 0 ? [Texts.Get("Document.AsAbove")] : [];
        return Listed([.. above, .. letterhead.Copies, .. letterhead.Archives]);
    }

    /// <summary>Each decision or plan the report rests on, as one line; all but the last end with a semicolon.</summary>
    public static IReadOnlyList<string> LegalBasis(ReportCover cover)
    {
        var bases = cover.LegalBasis.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return [.. bases.Select((basis, index) => Texts.Get("Document.Basis", basis.TrimEnd('.')) + (index < bases.Length - 1 ? ";" : "."))];
    }

    public static string AppendixNote(ReportCover cover, Letterhead letterhead) =>
        Texts.Get("Document.AppendixNote", letterhead.Symbol, Month(cover.DataAsOf.Month), Year(cover.DataAsOf), cover.Issuer);

    private static List<string> Listed(IReadOnlyList<string> names) => [.. names.Select((name, index) => $"- {name.TrimEnd('.', ';')}{(index < names.Count - 1 ? ";" : ".")}")];

    private static string Month(int month) => month.ToString(month <= 2 ? "00" : "0", CultureInfo.InvariantCulture);

    private static string Year(DateTime day) => day.Year.ToString(CultureInfo.InvariantCulture);
}
