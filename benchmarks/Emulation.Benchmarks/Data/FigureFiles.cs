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

    private void WriteRow(StreamWriter form, StreamWriter bare, FigureKey key)
    {
        var (unit, indicator, month) = key;
        var note = Sample.Note(unit, indicator, month);
        var (value, numerator, denominator) = Values(key);
        form.Write(string.Create(
            Vietnamese,
            $"{BenchPlan.UnitCode(unit)};{BenchPlan.MonthCode(month)};{BenchPlan.IndicatorCode(indicator)};{BenchPlan.IndicatorName(indicator)};{BenchPlan.Measure(indicator)};{value};{numerator};{denominator};;{note}\n"));
        bare.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{BenchPlan.UnitCode(unit)};{BenchPlan.IndicatorCode(indicator)};2020;{month + 1};{value};{note}\n"));
    }

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
