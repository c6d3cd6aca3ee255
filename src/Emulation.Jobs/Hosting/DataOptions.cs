using System.ComponentModel.DataAnnotations;

namespace Emulation.Jobs.Hosting;

/// <summary>Where this host keeps what is its own: embedded database, logs, keys, generated password.</summary>
public sealed record DataOptions
{
    public const string Section = "Data";

    /// <summary>The data folder; relative to the working directory.</summary>
    [Required(AllowEmptyStrings = false, ErrorMessage = "Data:Path is empty; name the data folder, e.g. ./data.")]
    public string Path { get; init; } = "./data";

    /// <summary>A path inside the data folder.</summary>
    public string Inside(params string[] parts) => System.IO.Path.GetFullPath(System.IO.Path.Combine([Path, .. parts]));
}
