using Emulation.Ingest.Tests.Validation.Support;

namespace Emulation.Ingest.Tests.Validation;

/// <summary>What is made of files in every encoding, with whole sentences: tests/files/encodings.approved.txt.</summary>
public sealed class EncodingExamplesTests
{
    [Fact]
    public void Examples_OfEncodings_AreAnsweredAsApproved() => Approved.Check("tests/files", "encodings.approved.txt", Sample.Describe(EncodingSamples.All));
}
