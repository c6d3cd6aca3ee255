using System.Text;

namespace Emulation.Ingest.Parsing.Text;

/// <summary>An encoding of Vietnamese from before Unicode. Digits, separators, quotes and line breaks are the bytes of ASCII in all of them: only letters depend on it.</summary>
internal abstract class OldEncoding(string name)
{
    public static OldEncoding Tcvn3 { get; } = new Tcvn3Encoding();

    public static OldEncoding Vni { get; } = new VniEncoding();

    public static OldEncoding Viscii { get; } = new VisciiEncoding();

    public static OldEncoding Windows1258 { get; } = new Windows1258Encoding();

    /// <summary>UTF-8 where it is not expected: in a file of another encoding, or opened by a program that took it for one.</summary>
    public static OldEncoding Utf8Again { get; } = new StrictUtf8();

    /// <summary>Those that a file of bytes may have.</summary>
    public static IReadOnlyList<OldEncoding> All { get; } = [Tcvn3, Vni, Windows1258, Viscii];

    /// <summary>As people know it, e.g. <c>TCVN3 (ABC)</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The composed text; null if a byte means nothing in this encoding.</summary>
    public abstract string? Decode(ReadOnlySpan<byte> bytes);

    private sealed class StrictUtf8() : OldEncoding("UTF-8 bị mở nhầm bằng bảng mã khác")
    {
        private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

        public override string? Decode(ReadOnlySpan<byte> bytes) =>
            System.Text.Unicode.Utf8.IsValid(bytes) ? Strict.GetString(bytes).Normalize() : null;
    }
}
