using System.Text.Json;

namespace Emulation.Jobs.Demo;

/// <summary>How far a demo has come. Written after every step, so that a killed demo goes on where it was.</summary>
/// <param name="Seed">The seed its scenario was made with.</param>
/// <param name="PlanHash">SHA-256 of the plan it plays, in hex.</param>
/// <param name="Until">Local day after which it stops; the plan year's end by default.</param>
/// <param name="NextStep">0-based step that has not been finished.</param>
/// <param name="Seconds">Real seconds it has run, all starts together.</param>
public sealed record DemoPosition(int Seed, string PlanHash, DateOnly Until, int NextStep, bool IsFinished, double Seconds);

/// <summary>The data folder of a demo: staged files, position, and the places the host is told to use.</summary>
public sealed class DemoFolder(string path)
{
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public string Share => Inside("share");

    public string Mail => Inside("mails");

    public string Staging => Inside("demo", "staging");

    private string PositionFile => Inside("demo", "position.json");

    /// <summary>Null if no demo was begun here, or if it broke off before its files were staged.</summary>
    public DemoPosition? ReadPosition() =>
        File.Exists(PositionFile) ? JsonSerializer.Deserialize<DemoPosition>(File.ReadAllBytes(PositionFile)) : null;

    /// <summary>Replaces the position in one rename.</summary>
    public void WritePosition(DemoPosition position)
    {
        var draft = PositionFile + ".new";
        File.WriteAllBytes(draft, JsonSerializer.SerializeToUtf8Bytes(position));
        File.Move(draft, PositionFile, overwrite: true);
    }

    public string Inside(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);
}
