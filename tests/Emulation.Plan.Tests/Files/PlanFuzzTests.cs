using CsCheck;
using Emulation.Plan.Files;

namespace Emulation.Plan.Tests.Files;

/// <summary>Whatever an editor does to the files, reading ends in a plan or in faults, never in an exception.</summary>
public sealed class PlanFuzzTests
{
    private static readonly IReadOnlyDictionary<string, string> Shipped = PlanFolder.Content(Plans.DakLakFolder).Files;

    private static readonly string[] Scraps =
        ["", ";", "|", "\"", "'", ":", "- ", "[", "]", "{", "}", "#", "*", "&a", "0", "-1", "99999999999999999999", "2020-02-30", "null", "\t", "Đ", "\u0000", "2020-W9", "<=A02"];

    private static readonly Gen<(string File, int At, int Length, string Scrap)> Edit =
        Gen.Select(
            Gen.Int[0, Shipped.Count - 1].Select(index => Shipped.Keys.ElementAt(index)),
            Gen.Int[0, 100_000],
            Gen.Int[0, 40],
            Gen.Int[0, Scraps.Length - 1].Select(index => Scraps[index]));

    [Fact]
    public void Load_RandomlyEditedCopies_GivesAPlanOrFaults() =>
        Edit.List[1, 4].Sample(
            edits =>
            {
                var files = Shipped.ToDictionary(file => file.Key, file => file.Value);
                foreach (var (file, at, length, scrap) in edits)
                {
                    var start = at % files[file].Length;
                    var end = Math.Min(files[file].Length, start + length);
                    files[file] = files[file][..start] + scrap + files[file][end..] + "\n";
                }

                var reading = PlanFolder.Load(files);
                return reading.Plan is null == reading.Faults.Count > 0
                    && reading.Faults.All(fault => fault.Message.Length > 0 && fault.Cure.Length > 0);
            },
            iter: 200);
}
