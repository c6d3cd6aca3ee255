namespace Emulation.Plan;

/// <summary>A named place between two effects where a test may end the process, as a power cut would.</summary>
/// <remarks>Armed by the environment variable <c>EMULATION_FAILPOINT</c> (a name: the process is killed there), or in tests by <see cref="Armed"/>.</remarks>
public static class FailPoint
{
    private static readonly string? KillAt = Environment.GetEnvironmentVariable("EMULATION_FAILPOINT");
    private static readonly AsyncLocal<Action<string>?> Hook = new();

    /// <summary>What runs at every fail point reached in this asynchronous flow; tests set it to throw. Null in production.</summary>
    public static Action<string>? Armed
    {
        get => Hook.Value;
        set => Hook.Value = value;
    }

    /// <summary>Marks the place; does nothing unless armed for it.</summary>
    public static void Reach(string name)
    {
        Hook.Value?.Invoke(name);
        if (KillAt is not null && KillAt == name)
        {
            System.Diagnostics.Process.GetCurrentProcess().Kill();
        }
    }
}
