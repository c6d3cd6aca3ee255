namespace Emulation.Reports.Documents.Model;

/// <summary>A cell of the completeness board in words, the same in every face.</summary>
public static class CompletenessWords
{
    /// <summary>E.g. <c>28/06</c>, <c>Chậm 3 ngày</c>, <c>Chưa gửi</c>.</summary>
    public static string Of(CompletenessCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell switch
        {
            { Standing: "on-time", ReceivedOn: { } day } => VietnameseFormat.ShortDate(day),
            { Standing: "late" } => Texts.Get("Board.LateDays", VietnameseFormat.Number(cell.DaysLate)),
            _ => Standings.Word(cell.Standing),
        };
    }
}
