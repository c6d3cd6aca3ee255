using Emulation.Reports.Documents.Model;

namespace Emulation.Reports.Documents.Workbook;

/// <summary>What a score card comes to, as its first row says it.</summary>
/// <param name="Grade">That these are the final points, and the grade.</param>
/// <param name="Standing">Rank in the block, bonus, penalty, and why not the top grade.</param>
internal sealed record CardHead(string Unit, string UnitCode, decimal Points, string Grade, string Standing);

/// <summary>The heads of all cards of a report.</summary>
internal static class CardHeads
{
    /// <summary>By code of the unit.</summary>
    public static IReadOnlyDictionary<string, CardHead> Of(ReportModel model)
    {
        var ranks = model.Ranking.SelectMany(block => block.Units.Select(unit => (unit.UnitCode, unit.Rank, unit.Note))).ToDictionary(row => row.UnitCode);
        return model.Results.ToDictionary(row => row.UnitCode, row =>
        {
            var (_, rank, note) = ranks.GetValueOrDefault(row.UnitCode);
            return new CardHead(row.Unit, row.UnitCode, row.Points, GradeOf(row), Standing(row, rank, note ?? row.GateNote));
        });
    }

    private static string GradeOf(MovementRow row) => row.Grade.Length == 0 ? Texts.Get("ScoreCards.Total") : Texts.Get("ScoreCards.TotalGrade", row.Grade);

    private static string Standing(MovementRow row, int? rank, string? note) =>
        (rank is { } place ? Texts.Get("ScoreCards.Rank", VietnameseFormat.Number(place), row.Block) : Texts.Get("Card.Unranked", row.Block))
        + Texts.Get("ScoreCards.Adjusted", VietnameseFormat.Points(row.Bonus), VietnameseFormat.Points(row.Penalty)) + (note is null ? "" : "\n" + note);
}
