namespace Emulation.Reports.Delivery;

/// <summary>How mails leave; the section <c>Delivery</c> of the configuration.</summary>
public sealed record DeliveryOptions
{
    public const string Section = "Delivery";
    public const string EmlFolder = "eml";
    public const string Smtp = "smtp";

    /// <summary><c>eml</c> (default): mails are written into a folder; <c>smtp</c>: they are handed to a mail server.</summary>
    public string Transport { get; init; } = EmlFolder;

    /// <summary>The folder of the <c>eml</c> transport; by default <c>mails</c> in the data folder.</summary>
    public string Folder { get; set; } = "";

    /// <summary>True only where real recipients are to get real mail. Elsewhere SMTP reaches the <see cref="AllowList"/> alone; other mails are held.</summary>
    public bool Production { get; init; }

    /// <summary>Addresses, or whole domains as <c>@domain</c>, that may be mailed over SMTP outside production.</summary>
    public IReadOnlyList<string> AllowList { get; init; } = [];

    /// <summary>Mails handed over side by side, 1 to 3: more would be taken for a flood.</summary>
    public int Parallel { get; init; } = 2;

    /// <summary>Attempts after which a mail that is always answered "later" is given up; with the back-off 75 are about three days.</summary>
    public int Attempts { get; init; } = 75;

    /// <summary>Mails handed over in any minute, by all hosts together; null: no limit.</summary>
    public int? MailsPerMinute { get; init; }

    /// <summary>Bytes of the largest mail, where the limit of the recipients' servers is known to be lower than what our own announces; null: what our server announces.</summary>
    public long? LargestMail { get; init; }

    /// <summary>The address under which recipients reach these pages, e.g. <c>https://thidua.so.example</c>; a mail whose files are too large links there. Null: it names the office to ask.</summary>
    public string? FilesAt { get; init; }

    public SmtpOptions Server { get; init; } = new();

    public SignatureOptions Signature { get; init; } = new();

    public BounceOptions Bounces { get; init; } = new();

    /// <summary>Without a folder of its own, mails go into <c>mails</c> in the data folder.</summary>
    internal void SetDefaultFolder(string? dataFolder)
    {
        if (string.IsNullOrWhiteSpace(Folder))
        {
            Folder = Path.Combine(string.IsNullOrWhiteSpace(dataFolder) ? "./data" : dataFolder, "mails");
        }

        Folder = Path.GetFullPath(Folder);
    }
}

/// <summary>The mail server; the section <c>Delivery:Server</c>. The password comes from the environment.</summary>
public sealed record SmtpOptions
{
    public string Host { get; init; } = "";

    public int Port { get; init; } = 587;

    /// <summary><c>StartTls</c> or <c>SslOnConnect</c>. There is no third: every other setting may fall back to plain text.</summary>
    public string Security { get; init; } = "StartTls";

    /// <summary>Null: the server asks for no login (a relay on this machine).</summary>
    public string? UserName { get; init; }

    /// <summary>From the environment variable <c>Emulation__Delivery__Server__Password</c>.</summary>
    public string? Password { get; init; }

    /// <summary>A PEM file with the office's own certificate authority; null: the authorities of the system.</summary>
    public string? CertificateAuthority { get; init; }

    /// <summary>False where the revocation lists of the authority cannot be reached from here.</summary>
    public bool CheckRevocation { get; init; } = true;

    /// <summary>Longest wait for an answer to a command.</summary>
    public TimeSpan CommandTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Longest wait after the message's final dot; giving up early makes duplicates (RFC 5321 §4.5.3.2.6 asks for ten minutes).</summary>
    public TimeSpan FinalTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The longest a hand-over can take; a lease must last longer.</summary>
    public TimeSpan Longest => (CommandTimeout * 8) + FinalTimeout;
}

/// <summary>The S/MIME signature under mails that go over SMTP; the section <c>Delivery:Signature</c>.</summary>
public sealed record SignatureOptions
{
    /// <summary>A PFX file with certificate and private key; null: mails are not signed.</summary>
    public string? File { get; init; }

    /// <summary>From the environment variable <c>Emulation__Delivery__Signature__Password</c>.</summary>
    public string? Password { get; init; }
}

/// <summary>The mailbox into which mails that could not be delivered come back; the section <c>Delivery:Bounces</c>. Nothing in it is changed.</summary>
public sealed record BounceOptions
{
    /// <summary>The IMAP server; empty: no mailbox is read.</summary>
    public string Host { get; init; } = "";

    public int Port { get; init; } = 993;

    /// <summary><c>SslOnConnect</c> or <c>StartTls</c>; never plain text.</summary>
    public string Security { get; init; } = "SslOnConnect";

    public string UserName { get; init; } = "";

    /// <summary>From the environment variable <c>Emulation__Delivery__Bounces__Password</c>.</summary>
    public string Password { get; init; } = "";

    public string Folder { get; init; } = "INBOX";

    /// <summary>A PEM file with the office's own certificate authority; null: the authorities of the system.</summary>
    public string? CertificateAuthority { get; init; }

    public bool CheckRevocation { get; init; } = true;

    /// <summary>Longest wait for an answer of the server.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    public bool IsOn => Host.Length > 0;
}
