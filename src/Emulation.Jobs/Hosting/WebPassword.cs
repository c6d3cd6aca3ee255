using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Emulation.Jobs.Hosting;

/// <summary>The password of the pages: the configured one, or one made at first start and kept in the data folder for its owner only.</summary>
public sealed class WebPassword(IOptions<WebOptions> web, IOptions<DataOptions> data)
{
    private readonly Lazy<string> text = new(() => web.Value.Password ?? ReadOrMake(data.Value.Inside("web-password")));

    /// <summary>The file that holds a generated password; null if one is configured.</summary>
    public string? Location => web.Value.Password is null ? data.Value.Inside("web-password") : null;

    internal string Value => text.Value;

    /// <summary>Compares in a time that does not tell how much was right.</summary>
    public bool Matches(string? attempt) => CryptographicOperations.FixedTimeEquals(Hash(attempt ?? ""), Hash(text.Value));

    /// <summary>Makes the password if there is none yet.</summary>
    public void Prepare() => _ = text.Value;

    private static string ReadOrMake(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            using var stream = new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = OperatingSystem.IsWindows() ? null : UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
            var made = RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 20);
            stream.Write(Encoding.ASCII.GetBytes(made));
            stream.Flush(flushToDisk: true);
            return made;
        }
        catch (IOException) when (File.Exists(path))
        {
            var kept = File.ReadAllText(path).Trim();
            return kept.Length > 0 ? kept : throw new InvalidOperationException($"{path} is empty; remove it, or set Web:Password.");
        }
    }

    private static byte[] Hash(string password) => SHA256.HashData(Encoding.UTF8.GetBytes(password));
}
