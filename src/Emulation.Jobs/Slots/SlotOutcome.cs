namespace Emulation.Jobs.Slots;

/// <summary>What a slot's action came to: done, or not yet.</summary>
/// <param name="Said">What came of it, or what it waits for: one Vietnamese sentence.</param>
/// <param name="NotBefore">When the action wants to be called again; null if it is done.</param>
public sealed record SlotOutcome(string Said, DateTimeOffset? NotBefore = null)
{
    public static implicit operator SlotOutcome(string said) => new(said);
}
