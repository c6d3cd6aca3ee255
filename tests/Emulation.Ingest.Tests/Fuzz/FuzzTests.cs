using System.Globalization;
using Emulation.Ingest.Parsing;
using Emulation.Ingest.Parsing.Inspection;
using Emulation.Ingest.Tests.Validation.Support;
using Emulation.Ingest.Validation;

namespace Emulation.Ingest.Tests.Fuzz;

/// <summary>
/// Mutants of sound files, read with and without a form: 100,000 by default, more with <c>EMULATION_FUZZ=1000000</c>, others with
/// <c>EMULATION_FUZZ_FROM=…</c>. No unforeseen exception, no hang, no more memory than bounded, and no mutant of a workbook's
/// bytes that gives other figures without an error.
/// </summary>
public sealed class FuzzTests
{
    private const int Workers = 2;

    /// <summary>What reading a mutant of a few kilobytes may allocate, twice over.</summary>
    private const long MostAllocated = 48L << 20;

    /// <summary>The published limit of a file.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(30);

    private static readonly int Count = Setting("EMULATION_FUZZ", 100_000);
    private static readonly int From = Setting("EMULATION_FUZZ_FROM", 0);
    private static readonly Dictionary<byte[], string> SoundFigures = [];
    private readonly (int Number, long Since)[] current = new (int, long)[Workers];

    [Fact]
    public async Task Mutants_GetTheirVerdict()
    {
        Read(Mutants.Of(From));
        var next = From - 1;
        var work = Enumerable.Range(0, Workers).Select(worker => Task.Factory.StartNew(
            () =>
            {
                for (var number = Interlocked.Increment(ref next); number < From + Count; number = Interlocked.Increment(ref next))
                {
                    current[worker] = (number, Environment.TickCount64);
                    Check(number);
                }

                current[worker] = (-1, long.MaxValue);
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();

        var all = Task.WhenAll(work);
        while (await Task.WhenAny(all, Task.Delay(500)) != all)
        {
            Assert.DoesNotContain(current, one => Environment.TickCount64 - one.Since > Hang.TotalMilliseconds);
            if (Array.Exists(work, one => one.IsFaulted))
            {
                break;
            }
        }

        await all;
    }

    private static void Check(int number)
    {
        var mutant = Mutants.Of(number);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var fault = Read(mutant);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        fault ??= allocated > MostAllocated ? $"{allocated:N0} bytes allocated" : null;
        if (fault is not null)
        {
            var file = Path.Combine(Path.GetTempPath(), $"emulation-mutant-{number.ToString(CultureInfo.InvariantCulture)}");
            File.WriteAllBytes(file, mutant.Content);
            Assert.Fail($"Mutant {number} ({mutant.Kind}): {fault}. Again: EMULATION_FUZZ=1 EMULATION_FUZZ_FROM={number}; the file is {file}.");
        }
    }

    /// <summary>What is wrong; null for nothing.</summary>
    private static string? Read(Mutant mutant)
    {
        var verdict = Reading.Read(mutant.Content);
        using var json = new SheetsJson(Stream.Null);
        var inspected = new FileInspection(json, ReadingLimits.Inspection).Read(() => mutant.Content);
        return (verdict as RefusedSubmission)?.UnforeseenFault
            ?? inspected.UnforeseenFault
            ?? WrongFindings(verdict)
            ?? (mutant.Sound is { } sound && verdict is ReadSubmission read && Figures(read) != FiguresOf(sound) ? "other figures without an error" : null);
    }

    private static string? WrongFindings(SubmissionVerdict verdict) =>
        verdict.Findings.FirstOrDefault(finding => finding.Code == "E-UNREADABLE")?.Code
        ?? (verdict is RefusedSubmission != verdict.Findings.Any(finding => finding.Severity == Severity.Error) ? "verdict and findings differ" : null);

    private static string FiguresOf(byte[] sound)
    {
        lock (SoundFigures)
        {
            return SoundFigures.TryGetValue(sound, out var figures) ? figures : SoundFigures[sound] = Figures(Reading.Read(sound).Accepted());
        }
    }

    private static string Figures(ReadSubmission read) => string.Join('\n', read.Figures);

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
