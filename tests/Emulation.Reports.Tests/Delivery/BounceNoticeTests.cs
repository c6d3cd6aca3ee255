using System.Text;
using CsCheck;
using Emulation.Reports.Delivery;

namespace Emulation.Reports.Tests.Delivery;

/// <summary>Which mails are bounces of ours; whatever lies in the mailbox, reading it never fails.</summary>
public sealed class BounceNoticeTests
{
    private const string Ours = "report.dak-lak-2020.0123456789abcdef@stp.example";

    [Fact]
    public void Of_ABounceWithTheReturnedHeaders_KnowsMailStatusAndWords()
    {
        var notice = BounceNotice.Of(Bytes(Report("failed")));

        Assert.NotNull(notice);
        Assert.Equal([Ours], notice.MessageIds);
        Assert.Equal("5.1.1", notice.Status);
        Assert.Equal("5.1.1: smtp; 550 No such mailbox; rfc822; a@away.example", notice.Diagnostic);
    }

    // what the notification reports   is it a bounce
    [Theory]
    [InlineData("failed", true)]
    [InlineData("Failed", true)]
    [InlineData("delayed", false)]
    [InlineData("delivered", false)]
    [InlineData("relayed", false)]
    public void Of_AnAction_IsABounceOnlyIfItFailed(string action, bool isBounce) => Assert.Equal(isBounce, BounceNotice.Of(Bytes(Report(action))) is not null);

    [Fact]
    public void Of_ABounceWithTheWholeReturnedMailCutOff_StillKnowsTheMail()
    {
        var whole = Report("failed").Replace("text/rfc822-headers", "message/rfc822", StringComparison.Ordinal);
        var cut = whole[..(whole.IndexOf("Subject: Báo cáo", StringComparison.Ordinal) + 10)];

        Assert.Equal([Ours], BounceNotice.Of(Bytes(cut))?.MessageIds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Subject: nghỉ phép\r\n\r\nTôi đi vắng.")]
    [InlineData("Content-Type: multipart/report; boundary=x\r\n\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\n")]
    [InlineData("Content-Type: multipart/report\r\n\r\nAction: failed")]
    public void Of_AnyOtherMail_IsNone(string mail) => Assert.Null(BounceNotice.Of(Bytes(mail)));

    [Fact]
    public void Of_AMailNestedTenThousandDeep_IsNoneAndEnds()
    {
        var mail = new StringBuilder();
        for (var depth = 0; depth < 10_000; depth++)
        {
            mail.Append("Content-Type: multipart/report; boundary=b").Append(depth).Append("\r\n\r\n--b").Append(depth).Append("\r\n");
        }

        Assert.Null(BounceNotice.Of(Bytes(mail.ToString())));
    }

    [Fact]
    public void Of_ABounceFullOfControlCharacters_IsOnePlainLine()
    {
        var notice = BounceNotice.Of(Bytes(Report("failed").Replace("550 No such mailbox", "550 \u0001\u001b[2J=cmd|x\u0000" + new string('x', 5000), StringComparison.Ordinal)));

        Assert.NotNull(notice);
        Assert.DoesNotContain(notice.Diagnostic, char.IsControl);
        Assert.True(notice.Diagnostic.Length <= 500);
    }

    // A bounce damaged at random places is a bounce or is none.
    [Fact]
    public void Of_DamagedBytes_NeverFails() =>
        Gen.Select(Gen.Int[0, 900], Gen.Byte, Gen.Int[0, 900], Gen.Byte).Sample(
            (first, one, second, other) =>
            {
                var bytes = Bytes(Report("failed"));
                bytes[first % bytes.Length] = one;
                bytes[second % bytes.Length] = other;
                _ = BounceNotice.Of(bytes);
                _ = BounceNotice.Of(bytes[..(second % bytes.Length)]);
            },
            iter: 2000);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Report(string action) => $"""
        From: MAILER-DAEMON@mail.stp.example
        To: thidua@stp.example
        Subject: Undelivered Mail Returned to Sender
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        Sorry.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mail.stp.example

        Final-Recipient: rfc822; a@away.example
        Action: {action}
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 No such mailbox

        --b
        Content-Type: text/rfc822-headers

        Message-Id: <{Ours}>
        Subject: Báo cáo

        --b--
        """.ReplaceLineEndings("\r\n");
}
