using System.Text;
using CsCheck;
using Emulation.Ingest.Tests.Parsing.Letters;
using Emulation.Ingest.Tests.Validation.Support;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Tests.Validation;

/// <summary>Whatever comes, the answer is a verdict from the catalogue; nothing unforeseen.</summary>
public sealed class SubmissionReaderFuzzTests
{
    private static readonly HashSet<string> Codes = [.. RejectionCatalogue.All.Select(kind => kind.Code).Where(code => code != "E-UNREADABLE")];

    private static readonly byte[][] Seeds =
    [
        Encoding.UTF8.GetBytes(Sheets.Csv("B09;Số vụ việc hòa giải tiếp nhận;vụ việc;20;;;;", "B11;;;85;17;20;;\"ghi \"\"chú\"\"\"", "B22;;;28/02/2020;;;;", "E01;;đồng;12.500.000;;;;")),
        Sheets.Monthly(Sheets.Row(1, "B09", 20), Sheets.Row(2, "B11", "85", 17, 20), Sheets.Row(3, "B22", TestCell.Date(43889))),
        [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Sheets.Csv("B09;;;20;;;;"))],
        Encoding.BigEndianUnicode.GetBytes(Sheets.Csv("B09;;;20;;;;")),
        OldLetters.Writers["TCVN3"](Sheets.Csv("B09;Số vụ việc hòa giải tiếp nhận;vụ việc;20;;;;đã rà soát")),
        OldLetters.Writers["VNI"](Sheets.Csv("B09;Số vụ việc hòa giải tiếp nhận;vụ việc;20;;;;đã rà soát")),
        OldLetters.Writers["VISCII"](Sheets.Csv("B09;Số vụ việc hòa giải tiếp nhận;vụ việc;20;;;;đã rà soát")),
        OldLetters.Writers["UTF-8 read as windows-1252"](Sheets.Csv("B09;Số vụ việc hòa giải tiếp nhận;vụ việc;20;;;;đã rà soát")),
        FontBook.Book([.. FontBook.InFont(Sheets.Head(), FontBook.Tcvn3), Sheets.Row(1, "B09", 20)]).ToBytes(System.IO.Compression.CompressionLevel.NoCompression),
    ];

    [Fact]
    public void Bytes_AtRandom_GetAVerdict() =>
        Gen.Byte.Array[0, 400].Sample(Check, iter: 3000, seed: "0000KdjFg9N8");

    [Fact]
    public void Files_WithRandomBytesChanged_GetAVerdict() =>
        Gen.Select(Gen.Int[0, Seeds.Length - 1], Gen.Select(Gen.Int[0, 100_000], Gen.Byte).Array[1, 6])
            .Sample((seed, changes) => Check(Change(Seeds[seed], changes)), iter: 5000, seed: "0000KdjFg9N8");

    [Fact]
    public void Texts_OfTheFormsOwnWords_GetAVerdict()
    {
        var word = OneOf("654", "2020-03", "B09", "A03", "E01", "20", "1.234", "95,5", "1/2", "KPS", "-", "31/02/2020", "\"", "", "Có", "đồng", "%", "999999999999999999999999999999", "0/0", "Ⅱ", "\u0000", "=1+1");
        word.Array[0, 40].Select(words => Encoding.UTF8.GetBytes(Sheets.CsvHeader + "\n" + string.Concat(words.Select((text, index) => text + (index % 10 == 9 ? "\n" : ";")))))
            .Sample(Check, iter: 5000, seed: "0000KdjFg9N8");
    }

    [Fact]
    public void Cells_OfAnyKindInAnyColumn_GetAVerdict()
    {
        var cell = OneOf<object?>(
            null, "B09", "A03", "KPS", "x", "31/02/2020", 5, -1, 1e300, TestCell.Percent("2"), TestCell.Date(-5), TestCell.Error("#REF!"), TestCell.Formula("1", null),
            new TestCell("t=\"b\"", "<v>1</v>"), TestCell.Inline(""), "NGƯỜI LẬP BIỂU", "Tổng cộng", "* Ghi chú", "I. Mục");
        cell.Array[0, 9].Array[0, 8].Select(rows => new TestWorkbook().Sheet("S", [.. Sheets.Head(), .. rows]).ToBytes())
            .Sample(Check, iter: 2000, seed: "0000KdjFg9N8");
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static byte[] Change(byte[] seed, (int At, byte Value)[] changes)
    {
        var changed = (byte[])seed.Clone();
        foreach (var (at, value) in changes)
        {
            changed[at % changed.Length] = value;
        }

        return changed;
    }

    private static void Check(byte[] content)
    {
        var verdict = Reading.Read(content);

        Assert.All(verdict.Findings, finding => Assert.True(Codes.Contains(finding.Code), $"{finding.Code} {(verdict as RefusedSubmission)?.UnforeseenFault}"));
        Assert.Equal(verdict is RefusedSubmission, verdict.Findings.Any(finding => finding.Severity == Severity.Error));
        Assert.All(verdict.Findings, finding => Assert.True((finding.Found?.Length ?? 0) <= 61, finding.Found));
    }
}
