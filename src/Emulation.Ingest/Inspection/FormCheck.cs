using Emulation.Ingest.Forms;
using Emulation.Ingest.Parsing.Inspection;
using Emulation.Ingest.Validation;
using Emulation.Plan;
using Emulation.Plan.Files;
using Emulation.Plan.Storage;

namespace Emulation.Ingest.Inspection;

/// <summary>Against what a file is checked, besides being read: a form, a unit, a plan folder and the day of the drop.</summary>
/// <param name="PlanFolder">An absolute path: the child works elsewhere.</param>
public sealed record FormCheck(FormKind Form, UnitCode Unit, string PlanFolder, DateOnly Today)
{
    private static (string Folder, StoredPlan Plan)? loaded;

    /// <summary>The verdict of a drop into the unit's inbox, without what the database knows: earlier figures, open exceptions.</summary>
    /// <exception cref="InvalidDataException">The plan has faults, or no such unit.</exception>
    internal InspectedFile Apply(ReadOnlyMemory<byte> content, InspectedFile inspected)
    {
        var plan = Load();
        var unit = plan.Plan.Units.FirstOrDefault(unit => unit.Code == Unit) ?? throw new InvalidDataException($"The plan has no unit '{Unit}'.");
        var verdict = SubmissionReader.Read(content, new ReadingContext(plan, unit, "file", Today));
        var findings = verdict.Findings.ToList();
        if (verdict.Form is { } form && form != Form)
        {
            var other = new Findings();
            other.Add(RejectionCatalogue.NoForm, Place.File, ("found", $"biểu “{FormCatalogue.Of(form).Name}”"));
            findings.InsertRange(0, other.ToList());
        }

        return inspected with
        {
            Kind = verdict.FileKind,
            Refusal = findings.Find(finding => finding.Severity == Severity.Error),
            Findings = findings,
            HasSheets = inspected.Refusal is null,
            UnforeseenFault = inspected.UnforeseenFault ?? (verdict as RefusedSubmission)?.UnforeseenFault,
        };
    }

    /// <summary>The plan of the folder; ids are places in it, for nothing is stored.</summary>
    /// <exception cref="InvalidDataException">The plan has faults.</exception>
    public StoredPlan Load()
    {
        if (loaded is { } known && known.Folder == PlanFolder)
        {
            return known.Plan;
        }

        var reading = Plan.Files.PlanFolder.Load(PlanFolder);
        var plan = reading.Plan ?? throw new InvalidDataException($"The plan {PlanFolder} has faults: {string.Join(' ', reading.Faults.Take(3))}");
        var ids = new PlanIds(Number(plan.Units, unit => unit.Code), Number(plan.Indicators, indicator => indicator.Code), Number(plan.Periods, period => period.Code));
        var stored = new StoredPlan(1, 1, new byte[32], plan, ids);
        loaded = (PlanFolder, stored);
        return stored;
    }

    private static Dictionary<TCode, int> Number<T, TCode>(IEnumerable<T> values, Func<T, TCode> codeOf)
        where TCode : struct => values.Select((value, index) => (Code: codeOf(value), Id: index + 1)).ToDictionary(pair => pair.Code, pair => pair.Id);
}
