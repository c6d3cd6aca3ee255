using CsCheck;
using Emulation.Ingest.PlanWorkbooks;
using Emulation.Plan.Files;
using OfficeOpenXml;

namespace Emulation.Ingest.Tests.PlanWorkbooks;

public sealed class PlanWorkbookTests
{
    private static readonly PlanContent Shipped = PlanFolder.Content(FindUp("plans/dak-lak-2020"));

    [Fact]
    public void Workbook_OfTheShippedPlan_ComesBackLetterByLetter()
    {
        var back = Read(PlanWorkbook.Write(Shipped));

        Assert.All(Shipped.Files, file => Assert.Equal(file.Value, back.Files[file.Key]));
        Assert.Equal(Shipped.Hash, back.Hash);
    }

    [Fact]
    public void Workbook_WrittenTwice_IsTheSameBytes() => Assert.Equal(PlanWorkbook.Write(Shipped), PlanWorkbook.Write(Shipped));

    [Theory]
    [InlineData("a: 1\nb: two\n")]
    [InlineData("a: 1")]
    [InlineData("a: 1\n\n\n")]
    [InlineData("\n\n# nothing but this\n")]
    [InlineData("")]
    [InlineData("a: \"x: y\"   # why\nb: 'it''s'\nc: [A, \"2020\"]\nd: { e: 1.10, f: \"g\", h: [i, j] }\n")]
    [InlineData("a: &b\n  - *b\n  - { c: null, d: ~ }\nt: \"16:30\"\nu: 0012\nv: -7\nw: 1e5\n")]
    [InlineData("a:   spaced   \nb: |\n  folded: text\n    # no comment\nc: x #y\n")]
    [InlineData("=1+1\n+a: =SUM(A1)\n@b: -\n")]
    public void YamlText_OfAnyShape_ComesBackLetterByLetter(string text) => Assert.Equal(text, Back(PlanFiles.Scoring, text));

    [Theory]
    [InlineData("a;b;c\n1;2;3\n")]
    [InlineData("# ghi chú; có dấu chấm phẩy\na;b;c\n1;;\n;;\n1;2;3;4\n\"x;y\";\"nói \"\"a\"\"\";z\n")]
    [InlineData("a;b\n\"thừa\";x\n 1 ; 2 \n\"hở;x\n")]
    [InlineData("a;b\n1,50;0012\n2020-02-30;2020-02-29\n1.234;=A1\n")]
    [InlineData("\n\na;b\n\n1;2")]
    public void CsvText_OfAnyShape_ComesBackLetterByLetter(string text) => Assert.Equal(text, Back(PlanFiles.Targets, text));

    [Fact]
    public void Lines_OfAnyLetters_ComeBackLetterByLetter()
    {
        var letters = Gen.Char["ab1,.-:;#\"'[]{}&*| Đ=2"];
        letters.Array[0, 24].Select(line => new string(line)).List[1, 6].Sample(
            lines =>
            {
                var text = string.Join('\n', lines);
                foreach (var row in new[] { new PlanSheetRow(PlanFiles.Plan), new PlanSheetRow(PlanFiles.Units) })
                {
                    var columns = row.HeaderOf(lines) is >= 0 and var header ? row.Split(lines[header], 0).Count : 0;
                    Assert.Equal(text, string.Join('\n', lines.Select(line => row.Join(row.Split(line, columns), columns))));
                }
            },
            iter: 5_000);
    }

    [Fact]
    public void EditedCells_ChangeTheirLinesAndNothingElse()
    {
        var back = Edited(sheets =>
        {
            Cell(sheets, PlanFiles.Targets, "B06;643;").Offset(0, 2).Value = 80;
            Cell(sheets, PlanFiles.Plan, "holds-from: ").Offset(0, 1).Value = new DateTime(2020, 6, 1);
            Cell(sheets, PlanFiles.Plan, "title: ").Offset(0, 1).Value = "Kế hoạch: sửa đổi #2";
            Cell(sheets, PlanFiles.Holidays, "date;name").Offset(1, 1).Value = "Tết; \"lớn\"";
        });

        Assert.Equal("B06;643;80;84;168;;illustrative;", Changed(back, PlanFiles.Targets));
        Assert.Equal("title: \"Kế hoạch: sửa đổi #2\"/holds-from: 2020-06-01", Changed(back, PlanFiles.Plan));
        Assert.Equal("2020-01-01;\"Tết; \"\"lớn\"\"\";holiday;found", Changed(back, PlanFiles.Holidays));
        Assert.All([PlanFiles.Units, PlanFiles.Indicators, PlanFiles.Scoring, PlanFiles.Awards], file => Assert.Equal(Shipped.Files[file], back.Files[file]));
        Assert.Empty(PlanFolder.Load(back.Files).Faults);
    }

    [Fact]
    public void RowsInsertedAndDeleted_AreLinesThatCameAndWent()
    {
        var back = Edited(sheets =>
        {
            var sheet = sheets[PlanFiles.Holidays];
            var row = Cell(sheets, PlanFiles.Holidays, "date;name").Start.Row + 2;
            sheet.InsertRow(row, 1);
            (sheet.Cells[row, 1].Value, sheet.Cells[row, 2].Value, sheet.Cells[row, 3].Value, sheet.Cells[row, 4].Value) = (new DateTime(2020, 1, 2), "Nghỉ bù", "holiday", "assumed");
            sheet.Cells[row, 1].Style.Numberformat.Format = "dd/mm/yyyy";
            sheets[PlanFiles.Units].DeleteRow(sheets[PlanFiles.Units].Dimension.End.Row);
        });

        Assert.Contains("\n2020-01-02;Nghỉ bù;holiday;assumed\n", back.Files[PlanFiles.Holidays], StringComparison.Ordinal);
        Assert.Equal(Shipped.Files[PlanFiles.Units].Split('\n').Length - 1, back.Files[PlanFiles.Units].Split('\n').Length);
    }

    [Theory]
    [InlineData(PlanFiles.Units, "code;code_system", 1, 4, "văn phòng", "units.csv!E5: ")]
    [InlineData(PlanFiles.Targets, "B06;643;", 0, 3, "1.063", "targets.csv!D51: ")]
    [InlineData(PlanFiles.Plan, "holds-from: ", 0, 1, "2020-02-30", "plan.yaml!B23: ")]
    [InlineData(PlanFiles.Scoring, "  - { code: A03", 0, 5, "linear", "scoring.yaml!F33: ")]
    public void Fault_InAWorkbook_NamesSheetAndCell(string file, string line, int down, int right, string value, string expected)
    {
        var content = Edited(sheets => Cell(sheets, file, line).Offset(down, right).Value = value);

        var places = PlanFolder.Load(content.Files).Faults.Select(fault => $"{PlanWorkbook.PlaceOf(fault, content)}: {fault.Message}").ToList();

        Assert.Contains(places, place => place.StartsWith(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("formula", "targets.csv!C7: ")]
    [InlineData("line break", "targets.csv!C7: ")]
    [InlineData("sheet", "The sheet 'Sheet9' ")]
    public void Workbook_ThatIsNoPlanAnyMore_IsRefusedWithItsPlace(string damage, string expected)
    {
        var refusal = Assert.Throws<InvalidDataException>(() => Edited(sheets => _ = damage switch
        {
            "formula" => sheets[PlanFiles.Targets].Cells["C7"].Formula = "1+1",
            "line break" => sheets[PlanFiles.Targets].Cells["C7"].Value = "1\n2",
            _ => sheets.Add("Sheet9").Name,
        }));

        Assert.StartsWith(expected, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void File_ThatIsNoWorkbook_IsRefused() => Assert.Throws<InvalidDataException>(() => Read("code;name\n1;2\n"u8.ToArray()));

    [Fact]
    public void Text_ThatNoWorkbookGivesBack_IsRefusedWhenWriting() =>
        Assert.Throws<InvalidDataException>(() => PlanWorkbook.Write(PlanContent.Of(new Dictionary<string, string> { [PlanFiles.Targets] = "a;b\n1;\u0001\n" })));

    private static string Back(string file, string text) =>
        Read(PlanWorkbook.Write(PlanContent.Of(new Dictionary<string, string> { [file] = text }))).Files[file];

    private static PlanContent Read(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return PlanWorkbook.Read(stream);
    }

    private static PlanContent Edited(Action<ExcelWorksheets> edit)
    {
        using var package = new ExcelPackage(new MemoryStream(PlanWorkbook.Write(Shipped)));
        edit(package.Workbook.Worksheets);
        return Read(package.GetAsByteArray());
    }

    // The first cell of the row that stands for the first line beginning so.
    private static ExcelRange Cell(ExcelWorksheets sheets, string file, string line) =>
        sheets[file].Cells[1 + Shipped.Files[file].Split('\n').ToList().FindIndex(text => text.StartsWith(line, StringComparison.Ordinal)), 1];

    private static string Changed(PlanContent back, string file) =>
        string.Join('/', back.Files[file].Split('\n').Zip(Shipped.Files[file].Split('\n')).Where(both => both.First != both.Second).Select(both => both.First));

    private static string FindUp(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, path)))
            {
                return Path.Combine(folder.FullName, path);
            }
        }

        throw new DirectoryNotFoundException(path);
    }
}
