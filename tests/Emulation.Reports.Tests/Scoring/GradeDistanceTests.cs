using Emulation.Reports.Scoring;
using Emulation.TestSupport;

namespace Emulation.Reports.Tests.Scoring;

public sealed class GradeDistanceTests
{
    [Theory]
    //          points   next grade   missing
    [InlineData("0", "average", "50")]
    [InlineData("49.99", "average", "0.01")]
    [InlineData("50", "fair", "15")]
    [InlineData("89.99", "excellent", "0.01")]
    [InlineData("90", null, "0")]
    [InlineData("105", null, "0")]
    public void Distance_IsToTheNextBetterGrade(string points, string? grade, string missing)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;

        var distance = GradeDistance.Of(new PlanBuilder().Build().Scoring, decimal.Parse(points, culture));

        Assert.Equal((grade, grade is null ? null : decimal.Parse(missing, culture)), (distance?.Next.Code, distance?.Missing));
    }
}
