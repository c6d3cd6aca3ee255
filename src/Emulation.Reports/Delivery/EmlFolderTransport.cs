using System.Globalization;
using Microsoft.Extensions.Options;

namespace Emulation.Reports.Delivery;

/// <summary>Mails as files: <c>&lt;folder&gt;/&lt;date&gt;/&lt;message id&gt;.eml</c>. Handing over twice writes the same bytes to the same place, so it can always say what it has.</summary>
public sealed class EmlFolderTransport(IOptions<DeliveryOptions> options) : IMailTransport, IMailSession
{
    private readonly string root = options.Value.Folder;

    public string Name => DeliveryOptions.EmlFolder;

    /// <summary>A folder needs no connection: it is its own session.</summary>
    public IMailSession Open() => this;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public async Task<HandOver> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var path = PathOf(mail.Key);
        // Not cancelled: the write is short, and cutting it would leave the delivery interrupted.
        try
        {
            await DurableFile.WriteAsync(path, MailMessage.BytesOf(mail), CancellationToken.None);
            return new HandOver.Accepted($"written to {Path.GetRelativePath(root, path)}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new HandOver.Unreachable($"The mail folder cannot be written: {exception.Message}");
        }
    }

    public Task<bool?> WasAcceptedAsync(MailKey key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Task.FromResult<bool?>(File.Exists(PathOf(key)));
    }

    private string PathOf(MailKey key) =>
        Path.Combine(root, key.CreatedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), FileName(key.MessageId) + ".eml");

    /// <summary>Message ids are made by us from plain characters; whatever else were in one could not leave the folder.</summary>
    private static string FileName(string messageId) =>
        new string([.. messageId.Select(character => char.IsAsciiLetterOrDigit(character) || "@.-_".Contains(character, StringComparison.Ordinal) ? character : '_')]).TrimStart('.');
}
