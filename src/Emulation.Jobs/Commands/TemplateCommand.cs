using System.CommandLine;
using Emulation.Reports.Documents.Document.Checking;
using Emulation.Reports.Documents.Document.Template;

namespace Emulation.Jobs.Commands;

/// <summary><c>report template write | check</c>: the template of the document, for an office that restyles it. Needs no database.</summary>
internal static class TemplateCommand
{
    public static Command Create() => new("template", "The template documents are laid out by.") { Write(), Check() };

    private static Command Write()
    {
        var file = new Argument<FileInfo>("file") { Description = "The .docx to write; must not exist yet." };
        var command = new Command("write", "Writes the shipped template, to be restyled in Word.") { file };
        command.SetAction((parsed, cancellationToken) => WriteAsync(parsed.GetRequiredValue(file), cancellationToken));
        return command;
    }

    private static Command Check()
    {
        var file = new Argument<FileInfo>("file") { Description = "A changed template (.docx)." };
        var command = new Command("check", "Says what a changed template lost, and where it leaves Decree 30/2020 (in Vietnamese).") { file };
        command.SetAction((parsed, cancellationToken) => CheckAsync(parsed.GetRequiredValue(file), cancellationToken));
        return command;
    }

    private static async Task<int> WriteAsync(FileInfo file, CancellationToken cancellationToken)
    {
        // A template somebody restyled is never written over.
        await using (var stream = new FileStream(file.FullName, FileMode.CreateNew, FileAccess.Write))
        {
            await stream.WriteAsync(TemplateDocument.Write(), cancellationToken);
        }

        await Console.Out.WriteLineAsync(file.FullName);
        return CommandLine.Well;
    }

    private static async Task<int> CheckAsync(FileInfo file, CancellationToken cancellationToken)
    {
        var faults = TemplateCheck.Of(await File.ReadAllBytesAsync(file.FullName, cancellationToken));
        foreach (var fault in faults)
        {
            await Console.Out.WriteLineAsync($"{(fault.IsGrave ? "LỖI" : "Lưu ý")}: {fault.Sentence}");
        }

        var graves = faults.Count(fault => fault.IsGrave);
        await Console.Out.WriteLineAsync(FormattableString.Invariant($"{graves} lỗi, {faults.Count - graves} lưu ý"));
        return graves == 0 ? CommandLine.Well : CommandLine.FaultFound;
    }
}
