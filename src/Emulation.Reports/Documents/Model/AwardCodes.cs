namespace Emulation.Reports.Documents.Model;

/// <summary>The address of an award count within its unit.</summary>
internal static class AwardCodes
{
    /// <summary>E.g. <c>person: Lao động tiên tiến</c>.</summary>
    public static string Of(AwardCount count) => $"{(count.IsCollective ? "collective" : "person")}: {count.Proposed}";
}
