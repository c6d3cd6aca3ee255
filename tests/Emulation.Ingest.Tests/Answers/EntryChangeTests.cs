using Emulation.Ingest.Answers;
using Emulation.Ingest.Validation;
using Emulation.Plan;

namespace Emulation.Ingest.Tests.Answers;

/// <summary>A changed list is answered with the lines added, dropped and changed.</summary>
public sealed class EntryChangeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Lists_ThatDiffer_AreComparedLineByLine()
    {
        EntryLine[] before = [Line(2, "Trần Thị B", "Chuyên viên"), Line(3, "Lê Văn C", null), Line(4, "Y Ban", "Phó phòng")];
        EntryLine[] after = [Line(2, "Y Ban", "Trưởng phòng"), Line(3, "Trần Thị B", "Chuyên viên"), Line(4, "H’Linh", "Chuyên viên")];

        Assert.Equal(
            ["Sửa Y Ban – Chức vụ dòng 2: Phó phòng → Trưởng phòng", "Thêm H’Linh dòng 4: không có → Cá nhân; Chuyên viên", "Bỏ Lê Văn C : Cá nhân → không có"],
            EntryLines.Between(FormKind.Registration, before, after).Select(change => $"{change.Indicator} {change.Name} {change.Address}: {change.Old} → {change.New}"));
    }

    [Fact]
    public void Lists_ThatAreEqual_HaveNoChanges() =>
        Assert.Empty(EntryLines.Between(FormKind.Registration, [Line(2, "A", "x"), Line(3, "A", "y")], [Line(5, "A", "x"), Line(9, "A", "y")]));

    [Theory]
    [InlineData(FormKind.Registration)]
    [InlineData(FormKind.Initiatives)]
    [InlineData(FormKind.AwardProposals)]
    public void EveryColumnCompared_IsOneOfTheForm(FormKind form) =>
        Assert.All(EntryLines.ColumnsOf(form), column => Assert.True(Ingest.Forms.FormCatalogue.Of(form).IndexOf(column) >= 0));

    [Fact]
    public async Task Receipt_OfAChangedRegistration_NamesWhatChanged()
    {
        await using var kit = await IntakeKit.CreateAsync(Cancellation, SubmissionReader.Read, ("Intake:StableFor", "00:00:00"));
        var form = Ingest.Forms.FormCatalogue.Of(FormKind.Registration);
        var header = string.Join(';', form.TextHeaders);
        var headers = form.TextHeaders.ToList();
        string Row(string name, string position) => string.Join(';', headers.Select(heading =>
            heading == "Mã đơn vị" ? "654" : heading == "Năm" ? "2020" : heading == "Loại" ? "Cá nhân" : heading.StartsWith("Họ tên", StringComparison.Ordinal) ? name : heading == "Chức vụ" ? position : heading.StartsWith("Danh hiệu", StringComparison.Ordinal) ? "Lao động tiên tiến" : ""));
        // Registrations are locked by now; an extension opens them.
        await ((GrantExtension)kit.Host.GetService(typeof(GrantExtension))!).RunAsync(
            new ExceptionRequest(new UnitCode("654"), kit.Plan.Plan.Duties.First(duty => duty.Form == FormKind.Registration).Code, null, new DateOnly(2020, 4, 30), "bổ sung", "Chánh Văn phòng"), Cancellation);

        kit.Drop("dk.csv", $"{header}\n{Row("Trần Thị B", "Chuyên viên")}\n{Row("Lê Văn C", "Chuyên viên")}\n");
        await kit.SweepAsync(Cancellation);
        kit.Drop("dk2.csv", $"{header}\n{Row("Trần Thị B", "Phó phòng")}\n{Row("Y Ban", "Chuyên viên")}\n");
        await kit.SweepAsync(Cancellation);

        Assert.Equal(["dk.csv|accepted|", "dk2.csv|accepted|"], await kit.StatesAsync(Cancellation));
        var text = (await kit.RowsAsync("select body_text from emulation.receipts order by submission_id desc", Cancellation))[0];
        Assert.Contains("Thay đổi so với phiên bản 1\n- Sửa Trần Thị B – Chức vụ: Chuyên viên → Phó phòng\n- Thêm Y Ban: không có → Cá nhân", text, StringComparison.Ordinal);
        Assert.Contains("- Bỏ Lê Văn C: Cá nhân; Chuyên viên", text, StringComparison.Ordinal);
        Assert.Empty(await kit.FaultsAsync(Cancellation));
    }

    private static EntryLine Line(int row, string name, string? position) => new(row, [name, "Cá nhân", position, null, null, null, null, null]);
}
