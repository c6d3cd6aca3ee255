using System.CommandLine;
using System.Globalization;
using Emulation.Ingest.Cage;
using Emulation.Ingest.Inspection;
using Emulation.Plan;

namespace Emulation.Jobs.Commands;

/// <summary><c>read</c>: what files are and the rows they hold, without a form or against one; no database.</summary>
internal static class ReadCommand
{
    private static readonly Argument<string> FileOrFolder = new("path") { Description = "A file, or a folder that is read with all below it." };
    private static readonly Option<bool> AsJson = new("--jsonl") { Description = "One JSON object a file and line, with all rows (docs/formats/read.md)." };
    private static readonly Option<string?> Password = new("--password") { Description = "Opens workbooks encrypted by Office 2010 and later; others are refused with the cure." };
    private static readonly Option<string?> Form = new("--form") { Description = "Checks against that form: registration, initiatives, figures, wave-report or award-proposals." };
    private static readonly Option<string?> Unit = new("--unit") { Description = "The code of the unit in whose inbox the file would lie; with --form." };
    private static readonly Option<string> PlanFolder = new("--plan") { Description = "The plan folder; with --form.", DefaultValueFactory = _ => "plans/dak-lak-2020" };
    private static readonly Option<string?> Day = new("--day") { Description = "The day of the drop, e.g. 2020-03-16; today if not given; with --form." };

    public static Command Create()
    {
        Form.AcceptOnlyFromAmong("registration", "initiatives", "figures", "wave-report", "award-proposals");
        var command = new Command("read", "Prints what files are and their rows. A bad file gets its verdict and stops nothing.") { FileOrFolder, AsJson, Password, Form, Unit, PlanFolder, Day };
        command.SetAction((parsed, cancellationToken) => Task.Run(() => Run(parsed, cancellationToken), cancellationToken));
        return command;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var asJson = parsed.GetValue(AsJson);
        using var inspect = new InspectFiles(new CageOptions());
        using var output = Console.OpenStandardOutput();
        foreach (var report in inspect.Run(parsed.GetRequiredValue(FileOrFolder), asJson ? int.MaxValue : ReadTables.MostRows, CheckOf(parsed), parsed.GetValue(Password)))
        {
            using (report)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (asJson)
                {
                    report.WriteLine(output);
                }
                else
                {
                    ReadTables.Write(report);
                }
            }
        }

        return CommandLine.Well;
    }

    /// <summary>Against what to check; null for nothing.</summary>
    /// <exception cref="ArgumentException">A part of it is missing or wrong.</exception>
    private static FormCheck? CheckOf(ParseResult parsed)
    {
        if (parsed.GetValue(Form) is not { } form)
        {
            return parsed.GetValue(Unit) is null ? null : throw new ArgumentException("--unit needs --form.");
        }

        var unit = parsed.GetValue(Unit) ?? throw new ArgumentException("--form needs --unit: a file is checked as its unit's.");
        var check = new FormCheck(FormKinds.FromName(form)!.Value, new UnitCode(unit), Path.GetFullPath(parsed.GetRequiredValue(PlanFolder)), DayOf(parsed.GetValue(Day)));
        return check.Load().Plan.Units.Any(one => one.Code.Value == unit) ? check : throw new ArgumentException($"The plan has no unit '{unit}'.");
    }

    private static DateOnly DayOf(string? day) => day is null ? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime)
        : DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed
        : throw new ArgumentException($"'{day}' is no day such as 2020-03-16.");
}
