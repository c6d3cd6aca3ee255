namespace Emulation.Plan.Tests;

/// <summary>Which mail addresses a plan may hold.</summary>
public sealed class MailAddressesTests
{
    [Theory]
    [InlineData("van-phong@stp-daklak.example", true)]
    [InlineData("a.b+c_d@x.y.example", true)]
    [InlineData("643@donvi.example", true)]
    // slips
    [InlineData("van-phong@stp-daklak", false)]
    [InlineData("van phong@stp.example", false)]
    [InlineData("văn-phòng@stp.example", false)]
    [InlineData("vp@@stp.example", false)]
    [InlineData("vp@stp..example", false)]
    [InlineData("vp@-stp.example", false)]
    [InlineData("vp@stp.example.", false)]
    [InlineData(".vp@stp.example", false)]
    [InlineData("vp@stp.example;tdkt@stp.example", false)]
    [InlineData("Văn phòng <vp@stp.example>", false)]
    [InlineData("", false)]
    // header injection
    [InlineData("vp@stp.example\nBcc: x@y.example", false)]
    [InlineData("vp@stp.example\n", false)]
    public void IsPlain_Text_IsAPlainAddressOrNot(string text, bool expected) => Assert.Equal(expected, MailAddresses.IsPlain(text));
}
