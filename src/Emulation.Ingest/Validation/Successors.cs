using Emulation.Plan;

namespace Emulation.Ingest.Validation;

/// <summary>Names the units that came after, or before, a unit, as somebody needs them who must find the right folder.</summary>
internal static class Successors
{
    private const int MostNamed = 12;

    /// <summary>Name, code and folder of those who took over; says so if nobody did.</summary>
    public static string Say(EmulationPlan plan, Unit unit) => List(
        [.. plan.SuccessorsOf(unit).Select(one => $"{one.Name} (mã {one.Code}, thư mục {one.Folder})")], "không có, hãy hỏi Văn phòng Sở");

    /// <summary>Name and code of those before it.</summary>
    public static string SayBefore(EmulationPlan plan, Unit unit) => List(
        [.. plan.PredecessorsOf(unit).Select(one => $"{one.Name} (mã {one.Code})")], "đơn vị khác");

    private static string List(IReadOnlyList<string> names, string nobody) =>
        names.Count == 0 ? nobody : string.Join("; ", names.Take(MostNamed)) + (names.Count > MostNamed ? "; …" : "");
}
