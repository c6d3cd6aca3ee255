using Emulation.Ingest.Forms;
using Emulation.Ingest.Templates;
using Emulation.Ingest.Tests.Answers.Returned;
using Emulation.Ingest.Tests.Templates;
using Emulation.Ingest.Tests.Validation.Support;
using Emulation.Plan;
using Emulation.TestSupport;
using OfficeOpenXml;

namespace Emulation.Ingest.Tests.Answers.Office;

/// <summary>An officer without Excel: what we hand out is opened and saved by LibreOffice and comes back to us.</summary>
public sealed class LibreOfficeRoundTripTests(LibreOfficeRoundTripTests.SavedFiles files) : IClassFixture<LibreOfficeRoundTripTests.SavedFiles>
{
    private const string Returned = "tra-lai";

    public static TheoryData<FormKind> Forms => [.. SavedFiles.Templates.Keys];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Template_FilledInAndSaved_IsReadAsIfSavedByExcel(FormKind form)
    {
        var content = SavedFiles.Templates[form];
        var before = content.Read(files.Written(form.ToName())).Accepted();

        var saved = content.Read(files.Saved(form.ToName())).Accepted();

        Assert.Equal(Opened.Lines(before), Opened.Lines(saved));
        Assert.Equal((content.Form.Kind, content.Period, before.DataAsOf), (saved.Form, saved.Period, saved.DataAsOf));
        Assert.Equal(files.Filled(form), saved.Figures.Count + saved.Registrations.Count + saved.Initiatives.Count + saved.AwardProposals.Count);
        Assert.Equal(before.Figures, saved.Figures);
        Assert.Equal(before.Registrations, saved.Registrations);
        Assert.Equal(before.Initiatives, saved.Initiatives);
        Assert.Equal(before.AwardProposals, saved.AwardProposals);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Template_FilledInAndSaved_KeepsItsStamp(FormKind form)
    {
        using var saved = new ExcelPackage(new MemoryStream(files.Saved(form.ToName())));

        Assert.Equal(SavedFiles.Templates[form].Stamp, saved.Workbook.Worksheets.First().Cells.Select(cell => TemplateStamp.Find(cell.Text)).OfType<TemplateStamp>().Single());
    }

    [Fact]
    public void ReturnedWorkbook_Saved_GivesTheSameFindingsAndTakesItsMarksBack()
    {
        var saved = files.Saved(Returned);

        Assert.Equal(Opened.Lines(Reading.Read(files.Written(Returned))), Opened.Lines(Reading.Read(saved)));
        var comments = Opened.Comments(saved, OfficerBook.Sheet);
        Assert.StartsWith("――― Phiếu trả lời ―――\nCẦN SỬA: Ô E9", comments["E9"], StringComparison.Ordinal);

        var mended = Opened.Edited(saved, sheet => (sheet.Cells["E9"].Value, sheet.Cells["B10"].Value, sheet.Cells["E10"].Value) = (120, "B11", 80));
        Assert.Equal(120m, Reading.Read(mended).FigureOf("B01").Value);
    }

    /// <summary>One template of each form filled in, and a faulty workbook returned; all saved by one start of LibreOffice.</summary>
    public sealed class SavedFiles : IAsyncLifetime
    {
        internal static readonly Dictionary<FormKind, TemplateContent> Templates = new()
        {
            [FormKind.Figures] = TemplateKit.Of("654", FormKind.Figures, "2020-03"),
            [FormKind.WaveReport] = TemplateKit.Of("654", FormKind.WaveReport, "2020-W1"),
            [FormKind.Registration] = TemplateKit.Of("654", FormKind.Registration, "2020"),
            [FormKind.Initiatives] = TemplateKit.Of("STP-VP", FormKind.Initiatives, "2020"),
            [FormKind.AwardProposals] = TemplateKit.Of("654", FormKind.AwardProposals, "2020"),
        };

        private readonly Dictionary<string, byte[]> written = [];
        private readonly Dictionary<FormKind, int> filled = [];
        private IReadOnlyDictionary<string, byte[]> saved = null!;

        public async ValueTask InitializeAsync()
        {
            foreach (var (form, content) in Templates)
            {
                using var template = new FilledTemplate(content);
                filled[form] = content.IsOfFigures ? template.FillFigures().Count : template.FillEntries();
                written[form.ToName()] = template.ToBytes();
            }

            written[Returned] = ReturnedCopyTests.Return(OfficerBook.Make(("B01", ["12O"]), ("B03", [7, null, null, null, "theo dõi thêm"])));
            saved = await LibreOffice.ConvertAsync(written.ToDictionary(pair => pair.Key + ".xlsx", pair => pair.Value), "xlsx", TestContext.Current.CancellationToken);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        internal byte[] Written(string name) => written[name];

        internal byte[] Saved(string name) => saved[name];

        /// <summary>Rows filled in.</summary>
        internal int Filled(FormKind form) => filled[form];
    }
}
