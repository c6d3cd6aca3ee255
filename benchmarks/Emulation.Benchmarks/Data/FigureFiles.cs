using System.Globalization;

namespace Emulation.Benchmarks.Data;

/// <summary>Writes figures twice: in the layout of the form for our intake, and as bare rows (unit, indicator, year, month, value, note) for psql.</summary>
internal sealed class FigureFiles(Sample sample)
{
    private const string Header = "Mã đơn vị;Kỳ báo cáo;Mã chỉ tiêu;Tên chỉ tiêu;Đơn vị tính;Thực hiện;Tử số;Mẫu số;Ước thực hiện;Ghi chú";
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>Writes both twins of the same rows.</summary>
    public void Write(string formPath, string barePath, IEnumerable<FigureKey> keys)
    {
        using var form = NewFile.Text(formPath);
        using var bare = NewFile.Text(barePath);
        form.WriteLine(Header);
        foreach (var key in keys)
        {
            WriteRow(form, bare, key);
        }

        NewFile.Settle(form);
        NewFile.Settle(bare);
    }

    /// <summary>Writes the form as a workbook, and the bare rows beside it.</summary>
    public void WriteWorkbook(string formPath, string barePath, IReadOnlyList<FigureKey> keys)
    {
        WorkbookWriter.Write(formPath, Header.Split(';'), keys.Select(CellsOf));
        using var bare = NewFile.Text(barePath);
        foreach (var key in keys)
        {
            WriteBare(bare, key, Values(key).Value);
        }

        NewFile.Settle(bare);
    }

    /// <summary>The cells of a row of the form: texts, and numbers where the form holds numbers; null for an empty cell.</summary>
    private object?[] CellsOf(FigureKey key)
    {
        var (unit, indicator, month) = key;
        var (value, numerator, denominator) = Values(key);
        return
        [
            BenchPlan.UnitCode(unit), BenchPlan.MonthCode(month), BenchPlan.IndicatorCode(indicator), BenchPlan.IndicatorName(indicator), BenchPlan.Measure(indicator),
            (double)value, (double?)numerator, (double?)denominator, null, Sample.Note(unit, indicator, month),
        ];
    }

    private void WriteRow(StreamWriter form, StreamWriter bare, FigureKey key)
    {
        var (unit, indicator, month) = key;
        var (value, numerator, denominator) = Values(key);
        form.Write(string.Create(
            Vietnamese,
            $"{BenchPlan.UnitCode(unit)};{BenchPlan.MonthCode(month)};{BenchPlan.IndicatorCode(indicator)};{BenchPlan.IndicatorName(indicator)};{BenchPlan.Measure(indicator)};{value};{numerator};{denominator};;{Sample.Note(unit, indicator, month)}\n"));
        WriteBare(bare, key, value);
    }

    private static void WriteBare(StreamWriter bare, FigureKey key, decimal value) => bare.Write(string.Create(
        CultureInfo.InvariantCulture,
        $"{BenchPlan.UnitCode(key.Unit)};{BenchPlan.IndicatorCode(key.Indicator)};2020;{key.Month + 1};{value};{Sample.Note(key.Unit, key.Indicator, key.Month)}\n"));

    private (decimal Value, int? Numerator, int? Denominator) Values(FigureKey key)
    {
        if (!BenchPlan.IsRatio(key.Indicator))
        {
            return (sample.Count(key.Unit, key.Indicator, key.Month), null, null);
        }

        var (numerator, denominator) = sample.Ratio(key.Unit, key.Indicator, key.Month);
        return (Math.Round(100m * numerator / denominator, 2, MidpointRounding.AwayFromZero), numerator, denominator);
    }
}

/// <summary>Which figure: 0-based places of unit, indicator and month in the plan.</summary>
internal readonly record struct FigureKey(int Unit, int Indicator, int Month)
{
    /// <summary>The first <paramref name="count"/> keys of a plan, unit by unit and month by month, as a province would export them.</summary>
    public static IEnumerable<FigureKey> First(BenchPlan plan, int count) =>
        (from unit in Enumerable.Range(0, plan.UnitCount)
         from month in Enumerable.Range(0, BenchPlan.Months)
         from indicator in Enumerable.Range(0, plan.IndicatorCount)
         select new FigureKey(unit, indicator, month)).Take(count);
}
