using System.Globalization;
using System.Text;

namespace Emulation.Ingest.Parsing.OldWorkbooks;

/// <summary>Writes the XML of one part. Characters that XML cannot hold are written as Excel writes them: <c>_x000D_</c>.</summary>
internal sealed class PartText(Stream stream) : IDisposable
{
    private readonly StreamWriter writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 16 << 10);

    public PartText Add(string xml)
    {
        writer.Write(xml);
        return this;
    }

    public PartText Add(int number)
    {
        Span<char> digits = stackalloc char[16];
        number.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        writer.Write(digits[..length]);
        return this;
    }

    /// <summary>The shortest digits that give the same number again.</summary>
    public PartText Add(double number)
    {
        Span<char> digits = stackalloc char[32];
        number.TryFormat(digits, out var length, "R", CultureInfo.InvariantCulture);
        writer.Write(digits[..length]);
        return this;
    }

    /// <summary>The address of a cell, both numbers 0-based.</summary>
    public PartText AddAddress(int row, int column)
    {
        if (column >= 26)
        {
            writer.Write((char)('A' + (column / 26) - 1));
        }

        writer.Write((char)('A' + (column % 26)));
        return Add(row + 1);
    }

    /// <summary>A text, in one element <c>t</c> or in runs by font.</summary>
    public PartText AddText(OldText text, WorkbookGlobals globals)
    {
        var characters = text.Characters;
        var (start, font) = (0, (string?)null);
        foreach (var run in text.Runs)
        {
            var next = Math.Min((int)run.Start, characters.Length);
            AddRun(characters[start..next], font, globals);
            (start, font) = (next, next < characters.Length ? globals.Fonts[globals.FontIndex(run.Font)] : font);
        }

        if (start == 0 && font is null)
        {
            return Add("<t xml:space=\"preserve\">").AddEscaped(characters).Add("</t>");
        }

        AddRun(characters[start..], font, globals);
        return this;
    }

    /// <summary>Text of an element.</summary>
    public PartText AddEscaped(ReadOnlySpan<char> text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            var one = text[index];
            if (char.IsHighSurrogate(one) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
            {
                writer.Write(one);
                writer.Write(text[++index]);
            }
            else if (!Entity(one))
            {
                AddCharacter(one, text[index..]);
            }
        }

        return this;
    }

    /// <summary>Text of an attribute, where nothing can be escaped: what XML cannot hold becomes U+FFFD.</summary>
    public PartText AddAttribute(string text)
    {
        var clean = text.ToCharArray();
        for (var index = 0; index < clean.Length; index++)
        {
            var isPair = index + 1 < clean.Length && char.IsSurrogatePair(clean[index], clean[index + 1]);
            index += isPair ? 1 : 0;
            clean[index] = !isPair && !MayStand(clean[index], []) ? '\uFFFD' : clean[index];
        }

        foreach (var one in clean)
        {
            if (!Entity(one))
            {
                writer.Write(one);
            }
        }

        return this;
    }

    public void Dispose() => writer.Dispose();

    private void AddRun(ReadOnlySpan<char> text, string? font, WorkbookGlobals globals)
    {
        if (text.IsEmpty)
        {
            return;
        }

        Add("<r>");
        if (font is not null)
        {
            Add("<rPr><rFont val=\"").AddAttribute(font).Add("\"/></rPr>");
        }

        Add("<t xml:space=\"preserve\">").AddEscaped(text).Add("</t></r>");
    }

    private bool Entity(char one)
    {
        var entity = one switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", '"' => "&quot;", _ => null };
        writer.Write(entity);
        return entity is not null;
    }

    private void AddCharacter(char one, ReadOnlySpan<char> rest)
    {
        if (MayStand(one, rest))
        {
            writer.Write(one);
        }
        else
        {
            writer.Write("_x");
            writer.Write(((int)one).ToString("X4", CultureInfo.InvariantCulture));
            writer.Write('_');
        }
    }

    /// <summary>False for what XML cannot hold, and for an underscore that would read as the beginning of an escape.</summary>
    private static bool MayStand(char one, ReadOnlySpan<char> rest) =>
        one is '\n' or '\t' || (one >= ' ' && !char.IsSurrogate(one) && one is not ('\uFFFE' or '\uFFFF') && !IsEscape(rest));

    private static bool IsEscape(ReadOnlySpan<char> rest) =>
        rest.Length >= 7 && rest[0] == '_' && rest[1] == 'x' && rest[6] == '_'
        && char.IsAsciiHexDigit(rest[2]) && char.IsAsciiHexDigit(rest[3]) && char.IsAsciiHexDigit(rest[4]) && char.IsAsciiHexDigit(rest[5]);
}
