using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Emulation.Reports.Delivery;

/// <summary>A mail of the mailbox that may be a bounce.</summary>
/// <param name="Head">Its first bytes; null if its kind alone shows that it is none.</param>
public sealed record MailboxItem(uint Uid, byte[]? Head);

/// <summary>What was found in the mailbox.</summary>
/// <param name="Mailbox">User, host and folder.</param>
/// <param name="UidValidity">When it changes, all uids are new.</param>
/// <param name="Items">In order of uid.</param>
public sealed record MailboxLook(string Mailbox, uint UidValidity, IReadOnlyList<MailboxItem> Items);

/// <summary>The mailbox into which undeliverable mails come back, over IMAP and TLS. It is opened for reading only: no mail is moved, marked or removed.</summary>
public sealed class BounceMailbox(IOptions<DeliveryOptions> options)
{
    /// <summary>Enough for a notification and the headers it returns; the returned attachments are not needed.</summary>
    private const int HeadBytes = 256 * 1024;

    private readonly BounceOptions settings = options.Value.Bounces;

    /// <summary>False if no mailbox is configured.</summary>
    public bool IsOn => settings.IsOn;

    /// <summary>What came after a uid.</summary>
    /// <param name="after">Says the last uid that was read, given the mailbox and its validity; 0 for none.</param>
    /// <param name="most">Mails looked at in one go.</param>
    /// <exception cref="IOException">The mailbox cannot be reached or does not let us in.</exception>
    public async Task<MailboxLook> LookAsync(Func<string, uint, Task<uint>> after, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(after);
        using var client = new ImapClient { Timeout = (int)settings.Timeout.TotalMilliseconds };
        try
        {
            TrustedAuthority.Apply(client, settings.CertificateAuthority, settings.CheckRevocation);
            await client.ConnectAsync(settings.Host, settings.Port, TrustedAuthority.SecurityOf(settings.Security), cancellationToken);
            await client.AuthenticateAsync(settings.UserName, settings.Password, cancellationToken);
            var folder = settings.Folder == "INBOX" ? client.Inbox! : await client.GetFolderAsync(settings.Folder, cancellationToken);
            await folder.OpenAsync(FolderAccess.ReadOnly, cancellationToken);
            var name = $"{settings.UserName}@{settings.Host}/{settings.Folder}";
            var look = new MailboxLook(name, folder.UidValidity, await ItemsAsync(folder, await after(name, folder.UidValidity), most, cancellationToken));
            await client.DisconnectAsync(quit: true, cancellationToken);
            return look;
        }
        catch (Exception exception) when (exception is not OperationCanceledException && ConnectionFaults.Is(exception))
        {
            throw new IOException($"The bounce mailbox {settings.Host}:{settings.Port} cannot be read: {ConnectionFaults.OneLine(exception.Message)}", exception);
        }
    }

    private static async Task<IReadOnlyList<MailboxItem>> ItemsAsync(IMailFolder folder, uint after, int most, CancellationToken cancellationToken)
    {
        var range = new UniqueIdRange(new UniqueId(after + 1), UniqueId.MaxValue);
        var found = await folder.SearchAsync(SearchQuery.Uids(range), cancellationToken);
        // A server answers "after+1 to the last" with the last mail even if that is older.
        var uids = found.Where(uid => uid.Id > after).Order().Take(most).ToList();
        if (uids.Count == 0)
        {
            return [];
        }

        var summaries = await folder.FetchAsync(uids, new FetchRequest(MessageSummaryItems.UniqueId, [HeaderId.ContentType]), cancellationToken);
        var items = new List<MailboxItem>();
        foreach (var summary in summaries.OrderBy(summary => summary.UniqueId.Id))
        {
            var isReport = summary.Headers?[HeaderId.ContentType]?.Contains("multipart/report", StringComparison.OrdinalIgnoreCase) ?? false;
            items.Add(new MailboxItem(summary.UniqueId.Id, isReport ? await HeadAsync(folder, summary.UniqueId, cancellationToken) : null));
        }

        return items;
    }

    private static async Task<byte[]> HeadAsync(IMailFolder folder, UniqueId uid, CancellationToken cancellationToken)
    {
        await using var stream = await folder.GetStreamAsync(uid, 0, HeadBytes, cancellationToken);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }
}
