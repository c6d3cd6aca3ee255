using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Emulation.Jobs.Hosting;

/// <summary>Checks an options record by its annotations and says exactly their sentences: each names its key, and nothing stands around it.</summary>
internal sealed class AnnotationCheck<TOptions> : IValidateOptions<TOptions>
    where TOptions : class
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        var faults = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), faults, validateAllProperties: true);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults.Select(fault => fault.ErrorMessage ?? ""));
    }
}
