using Emulation.Ingest.Templates;
using Emulation.Ingest.Tests.Validation.Support;
using Emulation.Ingest.Validation;
using Emulation.Plan;
using Emulation.Plan.Storage;

namespace Emulation.Ingest.Tests.Templates;

/// <summary>Templates of the shipped plan, made for tests and read as if dropped while their duty is open.</summary>
internal static class TemplateKit
{
    private static readonly UnitFolders Folders = new("nop", "ket-qua", "bieu-mau", "kiem-tra");

    public static IEnumerable<TemplateContent> All => Reading.Plan.Plan.Units.SelectMany(unit => TemplateSubject.All(Reading.Plan.Plan, unit)).Select(subject => Of(Reading.Plan, subject));

    public static TemplateContent Of(string unit, FormKind form, string period, StoredPlan? stored = null, EarlierSubmission? earlier = null)
    {
        stored ??= Reading.Plan;
        var subject = TemplateSubject.All(stored.Plan, stored.Plan.UnitByCode(new UnitCode(unit))).Single(one => one.Form.Kind == form && one.Period.Code.Value == period);
        return Of(stored, subject, earlier);
    }

    /// <summary>Reads a file as dropped into the template's folder on the duty's due day.</summary>
    public static SubmissionVerdict Read(this TemplateContent content, byte[] file, StoredPlan? stored = null)
    {
        stored ??= content.Stored;
        return SubmissionReader.Read(file, new ReadingContext(stored, content.Unit, "tep.xlsx", content.Subject.Occurrence.DueOn));
    }

    private static TemplateContent Of(StoredPlan stored, TemplateSubject subject, EarlierSubmission? earlier = null) =>
        new(stored, subject, earlier ?? EarlierSubmission.None, Folders);
}
