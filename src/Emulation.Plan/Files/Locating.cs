namespace Emulation.Plan.Files;

/// <summary>Reads lines or sections into values that remember where they stand.</summary>
internal static class Locating
{
    public static IReadOnlyList<Located<T>> Locate<TFields, T>(this IReadOnlyList<TFields> fields, Func<TFields, T> read)
        where TFields : Fields
        => [.. fields.Select(item => item.Locate(read))];

    public static Located<T> Locate<TFields, T>(this TFields fields, Func<TFields, T> read)
        where TFields : Fields
    {
        var before = fields.Faults.Count;
        var value = read(fields);
        return new Located<T>(value, fields.File, fields.Line, fields.Faults.Count == before);
    }

    public static IReadOnlyList<T>? Values<T>(this IReadOnlyList<Located<T>>? located) =>
        located is null ? null : [.. located.Select(item => item.Value)];
}
