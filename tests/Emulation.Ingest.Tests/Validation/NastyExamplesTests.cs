using Emulation.Ingest.Tests.Validation.Support;

namespace Emulation.Ingest.Tests.Validation;

/// <summary>Twenty-five nasty examples from real offices; what becomes of each stands whole in tests/files/nasty-examples.approved.txt.</summary>
public sealed class NastyExamplesTests
{
    [Fact]
    public void Examples_ComeToWhatIsApproved() => Approved.Check("tests/files", "nasty-examples.approved.txt", Sample.Describe(NastySamples.All));
}
