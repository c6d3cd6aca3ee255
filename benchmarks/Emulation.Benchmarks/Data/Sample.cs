namespace Emulation.Benchmarks.Data;

/// <summary>The figures of the benchmarks: the same for the same seed, spread like real counts, and known without keeping them.</summary>
/// <param name="Seed">Changes every value.</param>
internal sealed record Sample(int Seed)
{
    private static readonly string[] Notes =
    [
        "Số liệu tổng hợp từ các xã, phường, thị trấn",
        "Đã đối chiếu với sổ theo dõi của đơn vị",
        "Tăng so với cùng kỳ do triển khai hội nghị phổ biến pháp luật",
        "Chưa bao gồm số liệu của Trung tâm trợ giúp pháp lý",
        "Theo báo cáo của công chức Tư pháp - Hộ tịch",
    ];

    /// <summary>A whole number 1–999 for a unit, indicator and month (all 0-based).</summary>
    public int Count(int unit, int indicator, int month) => 1 + (int)(Mix(unit, indicator, month) % 999);

    /// <summary>A denominator 100–499 and a numerator not above it.</summary>
    public (int Numerator, int Denominator) Ratio(int unit, int indicator, int month)
    {
        var mixed = Mix(unit, indicator, month);
        var denominator = 100 + (int)(mixed % 400);
        return ((int)((mixed >> 16) % (uint)denominator), denominator);
    }

    public static string Note(int unit, int indicator, int month) => Notes[(unit + indicator + month) % Notes.Length];

    // Finalizer of MurmurHash3: neighbouring keys give unrelated numbers.
    private uint Mix(int unit, int indicator, int month)
    {
        unchecked
        {
            var hash = (uint)((((Seed * 31) + unit) * 1009) + (indicator * 13) + month);
            hash = (hash ^ (hash >> 16)) * 0x85EBCA6B;
            hash = (hash ^ (hash >> 13)) * 0xC2B2AE35;
            return hash ^ (hash >> 16);
        }
    }
}
