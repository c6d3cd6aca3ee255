using System.Text.RegularExpressions;
using Emulation.Ingest.Answers;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Tests.Answers;

/// <summary>The page of codes: everything a receipt can link to, and nothing that must be filled in.</summary>
public sealed partial class HelpPageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void EveryCode_HasItsAnchor_AndNoPlaceIsLeftOpen()
    {
        var anchors = Anchor().Matches(HelpPage.Html).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(HelpPage.Codes, anchors);
        Assert.All(RejectionCatalogue.All, kind => Assert.Contains(kind.Code, anchors));
        Assert.Contains("E-WITHDRAWLATE", anchors);
        Assert.Equal(anchors.Count, anchors.Distinct().Count());
        Assert.DoesNotMatch("[{][a-z0-9]+[}]", HelpPage.Html[HelpPage.Html.IndexOf("</style>", StringComparison.Ordinal)..]);
    }

    [Fact]
    public async Task Page_LiesWhereReceiptsLinkTo_AndIsLaidAgainIfLost()
    {
        await using var kit = await IntakeKit.CreateAsync(Cancellation, SubmissionReader.Read);
        kit.Drop("hong.csv", "không phải biểu nào\n");
        var page = kit.PathOf(IntakeKit.Folder + "/bieu-mau/tra-cuu-loi.html");
        File.Delete(page);
        await kit.SweepAsync(Cancellation);

        var html = (await kit.RowsAsync("select html from emulation.receipts", Cancellation))[0];
        var link = Link().Match(html).Groups[1].Value;
        Assert.Equal(page, Path.GetFullPath(Path.Combine(kit.PathOf(IntakeKit.Folder + "/ket-qua"), link.Split('#')[0])));
        Assert.Contains($"id=\"{link.Split('#')[1]}\"", await File.ReadAllTextAsync(page, Cancellation), StringComparison.Ordinal);
    }

    [GeneratedRegex("<section id=\"([^\"]+)\"")]
    private static partial Regex Anchor();

    [GeneratedRegex("<a href=\"([^\"]+)\">E-")]
    private static partial Regex Link();
}
