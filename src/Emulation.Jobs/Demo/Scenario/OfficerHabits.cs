using Emulation.Jobs.Demo.OfficerFiles;
using Emulation.Plan;

namespace Emulation.Jobs.Demo.Scenario;

/// <summary>How each unit's officer writes: about half save workbooks, half text; now and then somebody else does the file.</summary>
public sealed class OfficerHabits(Dice dice)
{
    private static readonly OfficerFormat[] TextFormats =
    [
        OfficerFormat.CsvSemicolon, OfficerFormat.CsvSemicolon, OfficerFormat.CsvSemicolon, OfficerFormat.CsvComma, OfficerFormat.CsvTabUtf16,
    ];

    public OfficerStyle StyleOf(Unit unit, FormKind form, Period period)
    {
        var code = unit.Code.Value;
        var isWorkbook = dice.Share("workbook", code) < 0.5 ^ dice.Share("stand-in", code, form.ToName(), period.Code.Value) < 0.12;
        return new OfficerStyle(
            isWorkbook ? OfficerFormat.Workbook : dice.Pick(TextFormats, "text", code),
            NumbersAsText: dice.Share("as-text", code) < 0.4,
            HasAgencyBlock: dice.Share("agency", code) < 0.7,
            HasNumberRow: dice.Share("numbers", code) < 0.6,
            HasSignature: dice.Share("signature", code) < 0.8,
            PeriodWords: dice.Between(0, 2, "words", code));
    }
}
