using Emulation.Reports.Delivery;
using Emulation.Reports.Tests.Closing;
using Microsoft.Extensions.Options;

namespace Emulation.Reports.Tests.Delivery;

public sealed class DeliveryOptionsTests
{
    [Fact]
    public void Check_OfTheDefaults_IsQuiet() => Assert.Empty(Faults(new DeliveryOptions()));

    [Fact]
    public void Check_NamesEveryKeyAtOnce() => Assert.Equal(
        [
            "Delivery:Parallel is 9; it must be 1, 2 or 3.",
            "Delivery:AllowList holds 'khong-phai'; write an address or a domain as '@domain'.",
            "Delivery:Server:Host is missing; name the mail server, or set Delivery:Transport to 'eml'.",
            "Delivery:Server:Port is 0; it must be 1 to 65535.",
            "Delivery:Server:Security is 'Auto'; it must be 'StartTls' or 'SslOnConnect': mail never goes in plain text.",
            "Delivery:Server:UserName and Delivery:Server:Password come together; give the password as the environment variable Emulation__Delivery__Server__Password.",
        ],
        Faults(new DeliveryOptions
        {
            Transport = "smtp",
            Parallel = 9,
            AllowList = ["khong-phai", "@stp.example", "a@stp.example"],
            Server = new SmtpOptions { Port = 0, Security = "Auto", UserName = "thidua" },
        }));

    [Fact]
    public void Check_OfAnUnknownTransport_SaysWhichThereAre() =>
        Assert.Equal(["Delivery:Transport is 'fax'; it must be 'eml' or 'smtp'."], Faults(new DeliveryOptions { Transport = "fax" }));

    [Fact]
    public async Task Host_WithAWrongSetting_NamesTheKey()
    {
        await using var room = await ResultsRoom.OpenAsync(new Dictionary<string, string?> { ["Delivery:Transport"] = "fax" }, TestContext.Current.CancellationToken);

        var fault = Assert.Throws<OptionsValidationException>(() => room.Get<IOptions<DeliveryOptions>>().Value);

        Assert.Contains("Delivery:Transport", fault.Message, StringComparison.Ordinal);
    }

    // Over SMTP only the allow-list is mailed unless the host is told that it is production.
    [Theory]
    [InlineData("smtp", false, "a@stp.example", null)]
    [InlineData("smtp", false, "A@STP.EXAMPLE", null)]
    [InlineData("smtp", false, "a@khac.example", "held")]
    [InlineData("smtp", false, "a@x-stp.example", "held")]
    [InlineData("smtp", true, "a@khac.example", null)]
    [InlineData("eml", false, "a@khac.example", null)]
    [InlineData("smtp", true, "abc", "refused")]
    [InlineData("smtp", true, "a@stp.example\u00a0", "refused")]
    [InlineData("smtp", true, "\"a\r\nRCPT TO:<b@c.example>\"@stp.example", "refused")]
    [InlineData("eml", false, "nhận@stp.example", "refused")]
    public void Policy_OfAnAddress_HoldsOrRefuses(string transport, bool production, string address, string? state)
    {
        var policy = new AddressPolicy(Options.Create(new DeliveryOptions { Transport = transport, Production = production, AllowList = ["@stp.example"] }));

        Assert.Equal(state, policy.Check(address)?.State);
    }

    // Ways round the list: letters that fold to the same capital, other scripts, quoting, a second @, a longer domain, an address as display name.
    [Theory]
    [InlineData("a@\u017ftp.example")]
    [InlineData("a@stp.e\u0445ample")]
    [InlineData("a@\uff53tp.example")]
    [InlineData("\"b@khac.example\"@stp.example")]
    [InlineData("b@khac.example@stp.example")]
    [InlineData("b@khac.example,a@stp.example")]
    [InlineData("b%khac.example@stp.example")]
    [InlineData("<b@khac.example>a@stp.example")]
    [InlineData("a@stp.example.khac.example")]
    [InlineData("a@khac.example\0@stp.example")]
    [InlineData("a@stp.example\n")]
    [InlineData("a@[127.0.0.1]")]
    [InlineData(" a@stp.example")]
    public void Policy_OfAWayRoundTheAllowList_LetsNothingThrough(string address)
    {
        var policy = new AddressPolicy(Options.Create(new DeliveryOptions { Transport = "smtp", AllowList = ["@stp.example"] }));

        Assert.NotNull(policy.Check(address));
        Assert.NotNull(policy.CheckInside(new Plan.Issuer("Sở", "", "", "", "thidua@stp.example", ""), address));
    }

    // A test reaches the office and the allow-list, in production too and whatever the transport.
    [Theory]
    [InlineData("smtp", true, "a@so.example", true)]
    [InlineData("smtp", true, "A@SO.example", true)]
    [InlineData("eml", false, "b@stp.example", true)]
    [InlineData("smtp", true, "b@khac.example", false)]
    [InlineData("eml", false, "b@khac.example", false)]
    [InlineData("eml", true, "b@x-so.example", false)]
    public void Policy_OfATest_StaysInside(string transport, bool production, string address, bool isInside)
    {
        var policy = new AddressPolicy(Options.Create(new DeliveryOptions { Transport = transport, Production = production, AllowList = ["@stp.example"] }));

        Assert.Equal(isInside, policy.CheckInside(new Plan.Issuer("Sở", "", "", "", "thidua@so.example", ""), address) is null);
    }

    private static IEnumerable<string> Faults(DeliveryOptions options) => new DeliveryOptionsCheck(TimeProvider.System).Validate(null, options).Failures ?? [];
}
