using Emulation.Ingest.Validation;
using Emulation.Jobs.Demo.OfficerFiles;
using Emulation.Plan;

namespace Emulation.Jobs.Demo.Scenario;

/// <summary>The figure forms a unit fills in from what truly happened.</summary>
public sealed class FigureSheets(EmulationPlan plan, TrueYear truth, Dice dice)
{
    /// <summary>Places of the cells in a row (<see cref="OfficerForm.Columns"/>).</summary>
    public const int CodeColumn = 0, ValueColumn = 3, NumeratorColumn = 4, DenominatorColumn = 5, EstimateColumn = 6, NoteColumn = 7, ExplanationColumn = 8;

    private static readonly string[] Explanations =
    [
        "Tăng, giảm do điều chỉnh địa giới hành chính cấp xã trong kỳ.",
        "Cùng kỳ năm trước có đợt cao điểm, kỳ này không có.",
        "Do số liệu năm trước chưa tách riêng phần của cấp xã.",
        "Do triển khai phần mềm đăng ký trực tuyến từ đầu năm.",
    ];

    /// <summary>The monthly form: the core catalogue as far as the unit reports it.</summary>
    public OfficerSheet Monthly(Unit unit, Period month) => new()
    {
        Form = FormKind.Figures,
        Unit = unit,
        Period = month,
        Rows = [.. truth.IndicatorsOf(unit).Where(indicator => indicator.IsCore)
            .Select(indicator => Row(indicator, truth.Month(unit, indicator, month), estimated: null))],
    };

    /// <summary>The form of a wave or the year, sent before its last month is over: that month is an estimate.</summary>
    /// <param name="isExplained">True if the officer says beside each figure that differs much from last year's why it does.</param>
    public OfficerSheet Wave(Unit unit, Period wave, DateOnly sentOn, bool isExplained)
    {
        var months = plan.MonthsOf(wave).ToList();
        var over = months.Where(month => month.To < sentOn).ToList();
        return new OfficerSheet
        {
            Form = FormKind.WaveReport,
            Unit = unit,
            Period = wave,
            AsOf = over[^1].To,
            Rows = [.. truth.IndicatorsOf(unit).Select(indicator => WaveRow(unit, indicator, months, over))
                .Select(row => isExplained && Asks(unit, wave, row) ? Explained(unit, row) : row)],
        };
    }

    /// <summary>True if one of the sheet's figures asks for an explanation that is not there.</summary>
    public bool IsOpen(OfficerSheet sheet) => sheet.Rows.Any(row => row.Cells[ExplanationColumn].Text.Length == 0 && Asks(sheet.Unit, sheet.Period, row));

    private bool Asks(Unit unit, Period period, OfficerRow row)
    {
        var code = new IndicatorCode(row.Cells[CodeColumn].Text);
        return plan.Swing is { } swing
            && plan.LastYear.FirstOrDefault(figure => figure.Unit == unit.Code && figure.Indicator == code && figure.Period == period.Code) is { } lastYear
            && row.Cells[ValueColumn].Number is { } value
            && swing.Asks(value + (row.Cells[EstimateColumn].Number ?? 0), lastYear.Value);
    }

    private OfficerRow Explained(Unit unit, OfficerRow row)
    {
        var cells = row.Cells.ToArray();
        cells[ExplanationColumn] = OfficerCell.Of(dice.Pick(Explanations, "why", unit.Code.Value, row.Cells[CodeColumn].Text));
        return row with { Cells = cells };
    }

    private OfficerRow WaveRow(Unit unit, Indicator indicator, List<Period> months, List<Period> over)
    {
        var known = truth.Span(unit, indicator, over);
        var isAdded = indicator.Aggregation == Aggregation.Sum && known is { State: FigureState.Value, Value: not null };
        var whole = isAdded ? truth.Span(unit, indicator, months) : known;
        return Row(indicator, known, isAdded && whole.Value > known.Value ? whole.Value - known.Value : null);
    }

    private OfficerRow Row(Indicator indicator, TrueFigure figure, decimal? estimated) => new(SectionOf(indicator), null,
    [
        OfficerCell.Of(indicator.Code.Value),
        OfficerCell.Of(indicator.Name),
        OfficerCell.Of(indicator.Measure),
        ValueOf(indicator, figure),
        OfficerCell.Of(figure.Numerator),
        OfficerCell.Of(figure.Denominator),
        OfficerCell.Of(estimated),
        OfficerCell.Blank,
        OfficerCell.Blank,
    ]);

    private static OfficerCell ValueOf(Indicator indicator, TrueFigure figure) => figure.State switch
    {
        FigureState.NotApplicable => OfficerCell.Of("KPS"),
        FigureState.NotReported => OfficerCell.Blank,
        _ when indicator.Kind == IndicatorKind.YesNo => OfficerCell.Of(figure.Value == 1 ? "Có" : "Không"),
        _ when figure.Date is not null => OfficerCell.Of(figure.Date),
        _ => OfficerCell.Of(figure.Value),
    };

    private string SectionOf(Indicator indicator)
    {
        var place = plan.Scoring.Groups.ToList().FindIndex(group => group.Code == indicator.Group.Value);
        return place < 0 ? indicator.Group.Value : $"{(char)('A' + place)}. {plan.Scoring.Groups[place].Name}";
    }
}
