using System.Globalization;
using Emulation.Ingest.Parsing;
using Emulation.Ingest.Parsing.OldWorkbooks;
using Emulation.Ingest.Tests.Validation.Support;

namespace Emulation.Ingest.Tests.Parsing.OldWorkbooks;

/// <summary>Workbooks that LibreOffice wrote, and thousands of mutants of them, read by us and by ExcelDataReader; and beside the .xlsx they were made from.</summary>
/// <remarks>A flipped bit in a number cannot be seen in this format: then both read the same other number. What both read must be the same, or we refuse.</remarks>
public sealed class OldWorkbookDifferentialTests
{
    private static readonly string Folder = Reading.RepositoryFolder("tests/files");

    public static TheoryData<string> Samples => ["old-form", "old-1904", "old-errors", "old-cells"];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Cells_AreThoseOfTheOtherReader(string name)
    {
        var old = File.ReadAllBytes(Path.Combine(Folder, name + ".xls"));
        var ours = OldCells.Ours(old);
        var theirs = OldCells.Theirs(old);

        // The other reader takes error cells for blanks, and moves days of 1904 itself.
        Assert.Equal(theirs.Where(cell => !IsError(ours, cell.Key)), ours.Where(cell => !cell.Value.StartsWith("error ", StringComparison.Ordinal)));
        Assert.All(ours.Where(cell => cell.Value.StartsWith("error ", StringComparison.Ordinal)), cell => Assert.False(theirs.ContainsKey(cell.Key)));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Cells_AreThoseOfTheTwin(string name)
    {
        var ours = OldCells.Ours(File.ReadAllBytes(Path.Combine(Folder, name + ".xls")));
        var twin = OldCells.OfPackage(File.ReadAllBytes(Path.Combine(Folder, name + ".xlsx")));

        // The twins hold formulas as no program calculated them; LibreOffice did on saving.
        Assert.Equal(twin.Keys, ours.Keys);
        Assert.Equal(twin.Where(cell => cell.Value != "not calculated"), ours.Where(cell => twin[cell.Key] != "not calculated"));
    }

    [Theory]
    [InlineData("old-form", 4000)]
    [InlineData("old-1904", 1000)]
    [InlineData("old-errors", 1000)]
    [InlineData("old-cells", 600)]
    public void Mutants_AreRefusedOrReadAlikeByBothReaders(string name, int count)
    {
        var whole = File.ReadAllBytes(Path.Combine(Folder, name + ".xls"));
        var random = new Random(97);
        var (refused, read, compared) = (0, 0, 0);
        for (var number = 0; number < count; number++)
        {
            var mutant = Mutate(whole, random);
            if (TryOurs(mutant) is not { } ours)
            {
                refused++;
                continue;
            }

            read++;
            if (TryTheirs(mutant) is { } theirs)
            {
                compared++;
                var differing = ours.Where(cell => !IsError(ours, cell.Key) && theirs.TryGetValue(cell.Key, out var other) && !IsSame(cell.Value, other)).Take(3).ToList();
                Assert.True(differing.Count == 0, $"{name}, mutant {number}: " + string.Join(", ", differing.Select(cell => $"{cell.Key} {Differing(cell.Value, theirs[cell.Key])}")));
            }
        }

        Assert.True(refused > count / 10 && compared > count / 20, $"{refused} refused, {read} read, {compared} compared");
    }

    [Theory]
    [InlineData("old-form")]
    [InlineData("old-1904")]
    public void Cut_AtEveryLength_IsRefusedOrLosesNothing(string name)
    {
        var whole = File.ReadAllBytes(Path.Combine(Folder, name + ".xls"));
        var package = OldWorkbook.ToPackage(whole, ReadingLimits.Default);
        for (var length = 0; length < whole.Length; length++)
        {
            var cut = whole.AsMemory(0, length);
            try
            {
                Assert.True(package.AsSpan().SequenceEqual(OldWorkbook.ToPackage(cut, ReadingLimits.Default)), $"{length} bytes give other cells");
            }
            catch (UnreadableFileException problem)
            {
                Assert.True(problem.Kind.Code is "E-TRUNCATED" or "E-CORRUPT", $"{length}: {problem.Kind.Code}");
            }
        }
    }

    private static bool IsError(SortedDictionary<string, string> ours, string cell) =>
        ours.TryGetValue(cell, out var value) && (value.StartsWith("error ", StringComparison.Ordinal) || value == "not calculated");

    /// <summary>
    /// The other reader rounds days to milliseconds and shifts those before March 1900; it knows fewer codes as dates, so that a day of 1904 stays what it was;
    /// it lets through characters that are none.
    /// </summary>
    private static bool IsSame(string ours, string theirs) =>
        IsNumber(ours, out var one) && IsNumber(theirs, out var other)
            ? Math.Abs(one - other) < 1e-7 || (one < 61 && Math.Abs(one - other) <= 1.0001) || Math.Abs(one - other - 1462) < 1e-7
            : ours == string.Concat(theirs.EnumerateRunes().Select(rune => rune.Value is 0xFFFE or 0xFFFF ? "\uFFFD" : rune.ToString()));

    private static bool IsNumber(string text, out double number) => double.TryParse(text, CultureInfo.InvariantCulture, out number);

    private static string Differing(string ours, string theirs)
    {
        var at = Math.Max(0, ours.AsSpan().CommonPrefixLength(theirs) - 5);
        return $"ours …{Clip(ours, at)} ({ours.Length}), theirs …{Clip(theirs, at)} ({theirs.Length})";
    }

    private static string Clip(string text, int at) => text.Substring(at, Math.Min(20, text.Length - at));

    private static byte[] Mutate(byte[] whole, Random random)
    {
        var mutant = (byte[])whole.Clone();
        switch (random.Next(6))
        {
            case 0:
                return mutant[..random.Next(mutant.Length)];
            case 1:
                // Another turn in the table of sectors.
                BitConverter.GetBytes(random.Next(-4, mutant.Length / 512)).CopyTo(mutant, 512 * (1 + random.Next((mutant.Length / 512) - 1)) + (4 * random.Next(128)));
                return mutant;
            case 2:
                var (from, to) = (random.Next(mutant.Length / 512), random.Next(mutant.Length / 512));
                whole.AsSpan(from * 512, 512).CopyTo(mutant.AsSpan(to * 512));
                return mutant;
            default:
                for (var flips = random.Next(1, 4); flips > 0; flips--)
                {
                    mutant[random.Next(mutant.Length)] ^= (byte)(1 << random.Next(8));
                }

                return mutant;
        }
    }

    private static SortedDictionary<string, string>? TryOurs(byte[] mutant)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            return OldCells.Ours(mutant);
        }
        catch (UnreadableFileException)
        {
            return null;
        }
        finally
        {
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 64 << 20, "more than 64 MB");
        }
    }

    private static SortedDictionary<string, string>? TryTheirs(byte[] mutant)
    {
        // It goes round in circles where sectors do; what we refuse is never given to it.
        try
        {
            return OldCells.Theirs(mutant);
        }
#pragma warning disable CA1031 // Whatever it throws, it has not read the file.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
