using System.Drawing;

namespace Emulation.Ingest.Workbooks;

/// <summary>The colours of the workbooks that units get; every colour also stands beside a word, for print and for colour-blind readers.</summary>
internal static class CellPalette
{
    public static readonly Color Heading = Color.FromArgb(0x1F, 0x3A, 0x5F);
    public static readonly Color HeadingText = Color.White;
    public static readonly Color Section = Color.FromArgb(0xDC, 0xE6, 0xF1);
    public static readonly Color Line = Color.FromArgb(0xA6, 0xB1, 0xBF);
    public static readonly Color Muted = Color.FromArgb(0x59, 0x63, 0x6E);

    /// <summary>Cells to be filled in.</summary>
    public static readonly Color Input = Color.FromArgb(0xFF, 0xFB, 0xE0);

    /// <summary>Cells that are given, not to be changed.</summary>
    public static readonly Color Given = Color.FromArgb(0xF3, 0xF5, 0xF7);

    public static readonly Color Error = Color.FromArgb(0xF9, 0xD2, 0xD0);
    public static readonly Color ErrorText = Color.FromArgb(0x8E, 0x1A, 0x14);
    public static readonly Color Warning = Color.FromArgb(0xFF, 0xF0, 0xC2);
    public static readonly Color WarningText = Color.FromArgb(0x7A, 0x4F, 0x01);
    public static readonly Color Good = Color.FromArgb(0xD5, 0xEE, 0xD9);
    public static readonly Color GoodText = Color.FromArgb(0x1B, 0x5E, 0x20);
}
