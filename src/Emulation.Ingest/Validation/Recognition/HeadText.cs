using Emulation.Ingest.Forms;

namespace Emulation.Ingest.Validation.Recognition;

/// <summary>A text of the first rows of a sheet, with its key.</summary>
internal sealed class HeadText(int row, int column, string text)
{
    public int Row { get; } = row;

    public int Column { get; } = column;

    public string Text { get; } = text;

    public string Key { get; } = TextKey.Of(text);
}

/// <summary>One of the first rows of a sheet.</summary>
internal sealed record HeadRow(int Number, IReadOnlyList<HeadText> Texts);
