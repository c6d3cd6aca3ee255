using System.Drawing;

namespace Emulation.Reports.Documents.Workbook;

/// <summary>The colours of the workbook and what they mean; every colour also stands beside a word, for print and for colour-blind readers.</summary>
internal static class Palette
{
    public static readonly Color Heading = Color.FromArgb(0x1F, 0x3A, 0x5F);
    public static readonly Color HeadingText = Color.White;
    public static readonly Color SubHeading = Color.FromArgb(0xDC, 0xE6, 0xF1);
    public static readonly Color Line = Color.FromArgb(0xA6, 0xB1, 0xBF);
    public static readonly Color Muted = Color.FromArgb(0x59, 0x63, 0x6E);
    public static readonly Color Good = Color.FromArgb(0xD5, 0xEE, 0xD9);
    public static readonly Color GoodText = Color.FromArgb(0x1B, 0x5E, 0x20);
    public static readonly Color Warn = Color.FromArgb(0xFF, 0xF0, 0xC2);
    public static readonly Color WarnText = Color.FromArgb(0x7A, 0x4F, 0x01);
    public static readonly Color Fix = Color.FromArgb(0xFF, 0xDD, 0xC4);
    public static readonly Color FixText = Color.FromArgb(0x8A, 0x3B, 0x00);
    public static readonly Color Bad = Color.FromArgb(0xF9, 0xD2, 0xD0);
    public static readonly Color BadText = Color.FromArgb(0x8E, 0x1A, 0x14);
    public static readonly Color Neutral = Color.FromArgb(0xEC, 0xEE, 0xF1);

    /// <summary>Bars of the ranking charts, one colour a block.</summary>
    public static readonly IReadOnlyList<Color> Blocks =
    [
        Color.FromArgb(0x1F, 0x5F, 0xA8), Color.FromArgb(0x2E, 0x7D, 0x32), Color.FromArgb(0xB2, 0x5E, 0x09), Color.FromArgb(0x6A, 0x3D, 0x9A),
    ];

    /// <summary>Fill and text colour of a standing.</summary>
    public static (Color Fill, Color Text) OfStanding(string standing) => standing switch
    {
        "on-time" => (Good, GoodText),
        "late" => (Warn, WarnText),
        "needs-fixing" => (Fix, FixText),
        "missing" => (Bad, BadText),
        _ => (Neutral, Muted),
    };
}
