namespace Emulation.Reports.Tests.Delivery.RealServer;

/// <summary>The settings of Debian's postfix and dovecot as a private pair: everything lies in one folder, everything listens on the loopback.</summary>
internal static class MailServerFiles
{
    /// <summary>Owner of the mailboxes; no account of that number exists.</summary>
    public const int MailboxOwner = 61050;

    public const int SizeLimit = 300_000;

    public static string MainCf(string folder, int awayPort, string certificate, string key) => $"""
        compatibility_level = 3.6
        queue_directory = {folder}/queue
        data_directory = {folder}/data
        command_directory = /usr/sbin
        daemon_directory = /usr/lib/postfix/sbin
        mail_owner = postfix
        setgid_group = postdrop
        maillog_file = {folder}/postfix.log
        maillog_file_prefixes = {folder}
        myhostname = mail.stp.example
        mydestination =
        inet_interfaces = 127.0.0.1
        inet_protocols = ipv4
        mynetworks =
        alias_maps =
        message_size_limit = {SizeLimit}
        virtual_mailbox_limit = 0
        smtpd_tls_cert_file = {certificate}
        smtpd_tls_key_file = {key}
        smtpd_tls_security_level = encrypt
        smtpd_tls_auth_only = yes
        smtpd_sasl_auth_enable = yes
        smtpd_sasl_type = dovecot
        smtpd_sasl_path = private/auth
        smtpd_relay_restrictions = permit_sasl_authenticated, reject
        smtpd_recipient_restrictions = reject_unlisted_recipient, permit_sasl_authenticated, reject
        virtual_mailbox_domains = stp.example, stp-daklak.example
        virtual_mailbox_base = {folder}/mail
        virtual_mailbox_maps = texthash:{folder}/conf/mailboxes
        virtual_uid_maps = static:{MailboxOwner}
        virtual_gid_maps = static:{MailboxOwner}
        transport_maps = inline:{"{"} {"{"}away.example=smtp:[127.0.0.1]:{awayPort}{"}"} {"}"}
        smtp_tls_security_level = none
        """;

    /// <summary>The mailboxes there are; every other address of the office is unknown.</summary>
    public static string Mailboxes { get; } = string.Concat(
        Enumerable.Range(1, RealMailServer.Mailboxes).Select(number => $"nguoi-nhan-{number}").Concat([RealMailServer.User, "a", "chu", "lon"])
            .Select(box => $"{box}@stp.example {box}/\n{box}@stp-daklak.example {box}/\n"));

    public static string MasterCf(int port, int awayPort) => $"""
        127.0.0.1:{port} inet n - n - - smtpd
        127.0.0.1:{awayPort} inet n - n - - smtpd
          -o myhostname=mail.away.example
          -o smtpd_tls_security_level=none
          -o smtpd_sasl_auth_enable=no
          -o smtpd_relay_restrictions=permit
          -o smtpd_recipient_restrictions=reject
        pickup unix n - n 60 1 pickup
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        tlsmgr unix - - n 1000? 1 tlsmgr
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        trace unix - - n - 0 bounce
        verify unix - - n - 1 verify
        flush unix n - n 1000? 0 flush
        proxymap unix - - n - - proxymap
        proxywrite unix - - n - 1 proxymap
        smtp unix - - n - - smtp
        relay unix - - n - - smtp
        showq unix n - n - - showq
        error unix - - n - - error
        retry unix - - n - - error
        discard unix - - n - - discard
        virtual unix - n n - - virtual
        anvil unix - - n - 1 anvil
        scache unix - - n - 1 scache
        postlog unix-dgram n - n - 1 postlogd
        """;

    public static string DovecotConf(string folder, int port, string certificate, string key) => $$"""
        base_dir = {{folder}}/run
        state_dir = {{folder}}/state
        log_path = {{folder}}/dovecot.log
        protocols = imap
        listen = 127.0.0.1
        ssl = required
        ssl_cert = <{{certificate}}
        ssl_key = <{{key}}
        auth_mechanisms = plain login
        disable_plaintext_auth = yes
        first_valid_uid = 100
        mail_location = maildir:{{folder}}/mail/%n
        passdb {
          driver = passwd-file
          args = scheme=PLAIN {{folder}}/conf/users
        }
        userdb {
          driver = static
          args = uid={{MailboxOwner}} gid={{MailboxOwner}} home={{folder}}/mail/%n
        }
        namespace inbox {
          inbox = yes
        }
        service imap-login {
          inet_listener imap {
            port = 0
          }
          inet_listener imaps {
            port = {{port}}
            ssl = yes
          }
        }
        service auth {
          unix_listener {{folder}}/queue/private/auth {
            mode = 0660
            user = postfix
            group = postfix
          }
        }
        """;
}
