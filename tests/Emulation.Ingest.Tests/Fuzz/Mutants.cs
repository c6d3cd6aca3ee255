using System.Text;
using Emulation.Ingest.Tests.Validation.Support;

namespace Emulation.Ingest.Tests.Fuzz;

/// <summary>A mutant, and the sound file whose figures it may give but never others; null where a change may well give other figures.</summary>
internal sealed record Mutant(string Kind, byte[] Content, byte[]? Sound);

/// <summary>Mutants by number: the same number is the same mutant, on every machine.</summary>
internal static class Mutants
{
    private static readonly byte[] Plain = Encoding.UTF8.GetBytes(Sheets.Csv(
        "B09;Số vụ việc hòa giải tiếp nhận;vụ việc;20;;;;", "B11;;;85;17;20;;\"ghi \"\"chú\"\"\"", "B22;;;28/02/2020;;;;", "E01;;đồng;12.500.000;;;;"));

    private static readonly byte[][] Texts = [.. Dialects()];

    private static readonly byte[][] Workbooks =
    [
        Sheets.Monthly(Sheets.Row(1, "B09", 20), Sheets.Row(2, "B11", "85", 17, 20), Sheets.Row(3, "B22", TestCell.Date(43889)), Sheets.Row(4, "B10", TestCell.Formula("1+16", "17"))),
        new TestWorkbook { Is1904 = true }.Sheet("Ẩn", [["x"]], state: "hidden")
            .Sheet("Biểu 1", [.. Sheets.Head(), Sheets.Row(1, "B09", 20), Sheets.Row(2, "B10", TestCell.Inline("17")), ["NGƯỜI LẬP BIỂU"]], after: "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>").ToBytes(),
    ];

    private static readonly Package[] Packages = [.. Workbooks.Select(Package.Of)];

    private static readonly byte[] Old = File.ReadAllBytes(Path.Combine(Reading.RepositoryFolder("tests/files"), "old-form.xls"));

    /// <summary>Four texts in ten, one old workbook, three in ten workbooks whose parts are changed behind a sound gate, two in ten whose bytes are.</summary>
    public static Mutant Of(int number)
    {
        var random = new Random(number);
        var which = random.Next(10);
        return which switch
        {
            < 1 => new Mutant("old", Mutation.Of(Old, random), null),
            < 5 => new Mutant("text", Mutation.Of(Texts[random.Next(Texts.Length)], random), null),
            < 8 => new Mutant("parts", Packages[random.Next(Packages.Length)].Mutated(random).ToBytes(), null),
            _ => Bytes(Workbooks[random.Next(Workbooks.Length)], random),
        };
    }

    private static Mutant Bytes(byte[] sound, Random random) => new("bytes", random.Next(4) == 0 ? Mutation.Of(sound, random) : Mutation.InPlace(sound, random), sound);

    private static IEnumerable<byte[]> Dialects()
    {
        var text = Encoding.UTF8.GetString(Plain);
        yield return Plain;
        yield return [.. Encoding.UTF8.Preamble, .. Plain];
        yield return Encoding.UTF8.GetBytes(text.Replace(';', '\t'));
        yield return Encoding.UTF8.GetBytes(text.Replace("12.500.000", "\"12,500\"", StringComparison.Ordinal).Replace(';', ','));
        yield return Encoding.UTF8.GetBytes("sep=;\r\n" + text);
        yield return Encoding.UTF8.GetBytes(text.Normalize(NormalizationForm.FormD));
        yield return [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)];
        yield return [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)];
    }
}
