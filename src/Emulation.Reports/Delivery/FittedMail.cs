using Emulation.Reports.Documents.Mail;

namespace Emulation.Reports.Delivery;

/// <summary>A mail that a server's size limit lets through.</summary>
/// <param name="LeftOut">Names of the files that were too large; the mail says where they lie.</param>
internal sealed record FittedMail(OutgoingMail Mail, IReadOnlyList<string> LeftOut)
{
    /// <summary>Headers, boundaries and a signature, generously.</summary>
    private const int Frame = 20_000;

    private const int PartFrame = 500;

    /// <param name="most">Bytes the server takes; null: no limit.</param>
    /// <returns>Null if the mail is too large even without its files.</returns>
    public static FittedMail? Of(OutgoingMail mail, long? most)
    {
        if (most is null || SizeOf(mail) <= most)
        {
            return new FittedMail(mail, []);
        }

        var leftOut = new List<MailFile>();
        foreach (var file in mail.Files.OrderBy(file => file.ContentId is not null).ThenByDescending(file => file.Content.Length))
        {
            leftOut.Add(file);
            if (Without(mail, leftOut) is var smaller && SizeOf(smaller) <= most)
            {
                return new FittedMail(smaller, [.. leftOut.Select(left => left.Name)]);
            }
        }

        return null;
    }

    /// <summary>Bytes on the wire, a little more rather than less: base64 with its line ends.</summary>
    private static long SizeOf(OutgoingMail mail) =>
        Frame + Encoded(Bytes(mail.Text)) + Encoded(Bytes(mail.Html)) + mail.Files.Sum(file => PartFrame + Encoded(file.Content.Length));

    private static long Bytes(string text) => System.Text.Encoding.UTF8.GetByteCount(text);

    private static long Encoded(long bytes) => ((bytes + 56) / 57 * 78) + PartFrame;

    private static OutgoingMail Without(OutgoingMail mail, List<MailFile> leftOut)
    {
        var names = string.Join(", ", leftOut.Where(file => file.ContentId is null).Select(file => file.Name));
        if (names.Length == 0)
        {
            return mail with { Files = [.. mail.Files.Except(leftOut)] };
        }

        var where = mail.FilesAt is { } address ? Texts.Get("Mail.LeftOut.Link", address) : Texts.Get("Mail.LeftOut.Ask", mail.SenderName, mail.SenderAddress);
        var says = Texts.Get("Mail.LeftOut", names, where);
        return mail with { Files = [.. mail.Files.Except(leftOut)], Text = $"{says}\n\n{mail.Text}", Html = MailBanner.Notice(mail.Html, says) };
    }
}
