using System.Security.Cryptography;
using System.Text;
using DocumentFormat.OpenXml.Wordprocessing;
using Emulation.Plan;
using Emulation.Reports.Documents;
using Emulation.Reports.Documents.Document;
using Emulation.Reports.Documents.Model;

namespace Emulation.Reports.Tests.Documents;

/// <summary>What the document says, by kind of report, and what it bears.</summary>
public sealed class ReportDocumentTests
{
    public static TheoryData<string> Kinds => ["monthly-progress", "wave-interim", "final", "corrigendum", "empty", "signed", "one-unit"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Document_OfEveryKindAndMarking_IsValidOpenXml(string kind)
    {
        foreach (var marking in Enum.GetValues<DocumentMarking>())
        {
            using var document = OpenedDocument.Of(ModelOf(kind), marking);

            Assert.Empty(document.Faults);
            Assert.DoesNotContain(document.Texts, text => text.Contains("[Phần", StringComparison.Ordinal) || text.Contains("[Căn", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Document_OfEqualModels_HasEqualBytes()
    {
        var (first, second) = (Bytes(ModelOf("final")), Bytes(ModelOf("final")));

        Assert.Equal(SHA256.HashData(first), SHA256.HashData(second));
    }

    [Fact]
    public void Controls_LeftInTheDocument_AreThePlacesToWriteIn()
    {
        using var document = OpenedDocument.Of(SampleRun.Model);

        Assert.Equal(
            ["viet-them-1", "viet-them-4", "viet-them-5", "viet-them-6"],
            document.Body.Descendants<SdtElement>().Select(control => control.SdtProperties!.GetFirstChild<Tag>()!.Val!.Value));
    }

    [Theory]
    [InlineData(DocumentMarking.Draft, "DỰ THẢO")]
    [InlineData(DocumentMarking.Trial, "THỬ NGHIỆM")]
    public void Marking_StandsInEveryHeaderOfEverySection(DocumentMarking marking, string word)
    {
        var parts = OpenedDocument.Parts(ReportDocument.Write(SampleRun.Model, OpenedDocument.Shipped, marking));

        var headers = parts.Where(part => part.Key.Contains("header", StringComparison.Ordinal) && part.Key.EndsWith(".xml", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, headers.Count);
        Assert.All(headers, header => Assert.Contains($"string=\"{word}\"", header.Value, StringComparison.Ordinal));
    }

    // A table that fills most of a page begins one; a short one, or one no page can hold, follows what stands before.
    [Theory]
    [InlineData(10, false)]
    [InlineData(25, true)]
    [InlineData(102, false)]
    public void Table_ThatFillsMostOfAPage_BeginsOne(int units, bool isOnAPageOfItsOwn)
    {
        var figures = Enumerable.Range(0, units).Select(index => SampleRun.Model.Figures[index % SampleRun.Model.Figures.Count]).ToList();

        using var document = OpenedDocument.Of(SampleRun.Model with { Figures = figures });

        var titles = document.OfStyle("TenBang").Where(title => OpenedDocument.TextOf(title).StartsWith("2. ", StringComparison.Ordinal)).ToList();
        Assert.True(titles.Count > 1);
        Assert.All(titles, title => Assert.Equal(isOnAPageOfItsOwn, title.ParagraphProperties!.PageBreakBefore is not null));
        Assert.Null(document.OfStyle("TenBang").First(title => OpenedDocument.TextOf(title).StartsWith("1. ", StringComparison.Ordinal)).ParagraphProperties!.PageBreakBefore);
        Assert.Empty(document.Faults);
    }

    [Fact]
    public void Marking_OfAFinalReport_IsNone()
    {
        var parts = OpenedDocument.Parts(ReportDocument.Write(SampleRun.Model, OpenedDocument.Shipped, ReportDocument.MarkingOf(SampleRun.Model.Cover)));

        Assert.DoesNotContain(parts.Values, xml => xml.Contains("textpath", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ReportStatus.Draft, DocumentMarking.Draft)]
    [InlineData(ReportStatus.Provisional, DocumentMarking.None)]
    [InlineData(ReportStatus.Final, DocumentMarking.None)]
    public void Marking_FollowsTheStatus(ReportStatus status, DocumentMarking marking) =>
        Assert.Equal(marking, ReportDocument.MarkingOf(SampleRun.Model.Cover with { Status = status }));

    // A template without headers of its own: the watermark must still be on the first page and on all others.
    [Fact]
    public void Marking_InATemplateWithoutHeaders_MakesThem()
    {
        var template = OpenedDocument.Template(main =>
        {
            foreach (var reference in main.Document!.Body!.Descendants<HeaderReference>().ToList())
            {
                reference.Remove();
            }

            main.DeleteParts(main.HeaderParts.ToList());
        });

        var content = ReportDocument.Write(SampleRun.Model, new ChosenTemplate(template, null, []), DocumentMarking.Draft);

        using var document = new OpenedDocument(content);
        Assert.Empty(document.Faults);
        Assert.Equal(2, document.Sections[0].Elements<HeaderReference>().Count());
        Assert.Equal(2, OpenedDocument.Parts(content).Count(part => part.Value.Contains("string=\"DỰ THẢO\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Figures_OfTheFirstAppendix_AreThoseOfTheModel()
    {
        using var document = OpenedDocument.Of(SampleRun.Model);
        var totals = document.Tables[0].Skip(1).Where(row => row.Length == 7).ToDictionary(row => row[0]);

        Assert.Equal(SampleRun.Model.Indicators.Count, totals.Count);
        foreach (var total in SampleRun.Model.Indicators)
        {
            Assert.Equal(Shown(total.Value), totals[total.Code][3].TrimEnd('*'));
            Assert.Equal((total.Estimated ?? 0) != 0, totals[total.Code][3].EndsWith('*'));
            Assert.Equal(Shown(total.Target), totals[total.Code][4]);
            Assert.Equal(total.AchievedPercent is { } percent ? VietnameseFormat.Fixed(percent, 1) : "–", totals[total.Code][5]);
        }

        var byUnit = document.Tables.Where(table => table[0][0] == "STT" && table[0][1] == "Đơn vị" && table[0][2].Contains('\n', StringComparison.Ordinal)).ToList();
        Assert.Equal(SampleRun.Model.Indicators.Select(total => total.Code), byUnit.SelectMany(table => table[0].Skip(2).Select(heading => heading.Split('\n')[0])));
        Assert.All(byUnit, table => Assert.Equal(SampleRun.Model.Figures.Select(unit => unit.Unit).Append("Toàn ngành"), table.Skip(1).Select(row => row[1])));
        var printed = byUnit.SelectMany(table => table.Skip(1).Take(SampleRun.Model.Figures.Count).SelectMany((row, unit) => row.Skip(2).Zip(table[0].Skip(2), (cell, heading) => (unit, Code: heading.Split('\n')[0], cell)))).ToList();
        foreach (var (unit, code, cell) in printed)
        {
            var index = SampleRun.Model.Indicators.Select((total, place) => (total, place)).Single(pair => pair.total.Code == code);
            var figure = SampleRun.Model.Figures[unit].Cells[index.place]!;
            Assert.Equal(Expected(figure, index.total.CountsUnits), cell);
        }
    }

    [Fact]
    public void Points_OfTheSecondAppendix_AreThoseOfTheModel()
    {
        using var document = OpenedDocument.Of(SampleRun.Model);
        var rows = document.Tables.Where(table => table[0][0] == "Hạng").SelectMany(table => table.Skip(1)).ToList();
        var results = SampleRun.Model.Results.ToDictionary(row => row.Unit);

        Assert.Equal(SampleRun.Model.Ranking.Sum(block => block.Units.Count), rows.Count);
        foreach (var (row, unit) in rows.Zip(SampleRun.Model.Ranking.SelectMany(block => block.Units)))
        {
            var result = results[unit.Unit];
            string[] expected =
            [
                $"{unit.Rank}", unit.Unit, .. result.Groups.Select(points => VietnameseFormat.Points(points.Points)),
                VietnameseFormat.Points(result.Bonus), VietnameseFormat.Points(result.Penalty), VietnameseFormat.Points(result.Points), unit.Grade,
            ];
            Assert.Equal(expected, row);
        }
    }

    [Fact]
    public void Lists_OfTheOtherAppendices_HoldEveryLineOfTheModel()
    {
        using var document = OpenedDocument.Of(ModelOf("awards"));
        var tables = document.Tables.Skip(document.Tables.Count - 3).ToList();

        Assert.Equal([["1", "Krông Búk", "Lao động tiên tiến", "Cá nhân", "12", "9", "2", "1"]], tables[0].Skip(1));
        Assert.Equal(SampleRun.Model.Outstanding.Select(report => (report.Unit, report.DutyName, report.PeriodName)), tables[1].Skip(1).Select(row => (row[1], row[2], row[3])));
        Assert.Equal(SampleRun.Model.Questions.Select(question => question.Sentence), tables[2].Skip(1).Select(row => row[4]));
    }

    [Fact]
    public void Corrigendum_SaysWhatItReplacesAndEveryChange()
    {
        using var document = OpenedDocument.Of(ModelOf("corrigendum"));

        Assert.Contains("BÁO CÁO ĐÍNH CHÍNH", document.Texts);
        Assert.Contains(document.Texts, text => text.StartsWith("Bản này thay thế bản 1 ngày 10/07/2020", StringComparison.Ordinal));
        Assert.Equal([["Lắk", "Điểm", "70,00", "71,50"]], document.Tables[0].Skip(1));
    }

    [Fact]
    public void Corrigendum_WithoutAChange_SaysSoAndHasNoEmptyTable()
    {
        using var document = OpenedDocument.Of(ModelOf("corrigendum") with { Changes = [] });

        Assert.Contains(document.Texts, text => text.EndsWith("Số liệu của các đơn vị không thay đổi.", StringComparison.Ordinal));
        Assert.All(document.Tables, table => Assert.True(table.Count > 1));
        Assert.Empty(document.Faults);
    }

    [Fact]
    public void FirstEdition_HasNoPartOfACorrigendum()
    {
        using var document = OpenedDocument.Of(SampleRun.Model);

        Assert.Contains("BÁO CÁO", document.Texts);
        Assert.DoesNotContain(document.Texts, text => text.Contains("đính chính", StringComparison.OrdinalIgnoreCase) && text.Contains("thay thế", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("</w:t><w:instrText>HYPERLINK \"http://example\"</w:instrText>")]
    [InlineData("{ INCLUDEPICTURE \"http://example/x.png\" }")]
    [InlineData("]]>&amp;<!--\"'")]
    [InlineData("=cmd|' /C calc'!A0")]
    public void ForeignText_IsTextAndNothingElse(string text)
    {
        var model = SampleRun.Model with { Questions = [new OpenQuestion(text, "654", null, "check", text)], Explanations = [new OpenQuestion("Lắk", "656", "B06", "explained", text)] };

        using var document = OpenedDocument.Of(model);

        Assert.Equal([[text, text], ["Lắk", text]], document.Tables[^1].Skip(1).Select(row => new[] { row[1], row[4] }));
        Assert.Contains(document.Texts, paragraph => paragraph == $"- Lắk giải trình: {text}.");
        Assert.Empty(document.Body.Descendants<FieldCode>());
        Assert.Empty(document.Body.Descendants<SimpleField>());
        Assert.Empty(document.Faults);
    }

    [Fact]
    public void ForeignText_WithControlCharactersAndLoneSurrogates_IsCleanedNotFatal()
    {
        var model = SampleRun.Model with { Questions = [new OpenQuestion("A\u0001B\uD800C\u0085D", "654", null, "check", "dòng 1\r\ndòng 2\tcột\uFFFE" + new string('x', 40_000))] };

        using var document = OpenedDocument.Of(model);

        Assert.Equal("A\uFFFDB\uFFFDC\nD", document.Tables[^1][1][1]);
        Assert.StartsWith("dòng 1\ndòng 2 cột\uFFFDxxx", document.Tables[^1][1][4], StringComparison.Ordinal);
        Assert.Empty(document.Faults);
    }

    [Fact]
    public void SevenHundredUnits_ByThirtyIndicators_StayOneValidDocumentInTheBoundsOfAMail()
    {
        var model = Nation();

        var content = Bytes(model);

        using var document = new OpenedDocument(content);
        Assert.InRange(content.Length, 1, new DocumentOptions().MostAttachedBytes);
        Assert.Equal(5 * 701, document.Tables.Where(table => table[0].Length == 8 && table[0][2].Contains('\n', StringComparison.Ordinal)).Sum(table => table.Count - 1));
        Assert.Empty(document.Faults);
    }

    [Fact]
    public void Report_MadeBeforeThereWereDocuments_IsRefusedWithTheReason()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => Bytes(SampleRun.Model with { Letterhead = null }));

        Assert.Equal("This report was made before reports had a document: it lacks head, addressees and signature.", refused.Message);
    }

    internal static ReportModel ModelOf(string kind) => kind switch
    {
        "monthly-progress" => ReportModelBuilder.Build(SampleRun.Input(ReportKind.MonthlyProgress) with { Previous = SampleRun.Model }),
        "wave-interim" => SampleRun.Model,
        "final" => ReportModelBuilder.Build(SampleRun.Input(ReportKind.Final)),
        "corrigendum" => SampleRun.Model with
        {
            Cover = SampleRun.Model.Cover with { Edition = 2, Replaces = Texts.Get("Cover.Replaces", "1", "10/07/2020", "00070e151c23", "Huyện Lắk gửi số liệu sửa") },
            Changes = [new ReportChange("Lắk", "Điểm", "70,00", "71,50")],
        },
        "empty" => ReportModelBuilder.Build(SampleRun.Input() with { Run = SampleRun.Wave1 with { Units = [], Indicators = [], Duties = [], Discrepancies = [] } }),
        "signed" => ReportModelBuilder.Build(SampleRun.Input() with { Signing = new Signing("Nguyễn Văn Mẫu", ["PTP"]) }),
        "one-unit" => SampleRun.Model with { Results = [SampleRun.Model.Results[0]], Figures = [SampleRun.Model.Figures[0]], Ranking = [SampleRun.Model.Ranking[0] with { Units = [SampleRun.Model.Ranking[0].Units[0]] }] },
        "awards" => SampleRun.Model with { Awards = [new AwardCount("Krông Búk", "649", "Lao động tiên tiến", false, 12, 9, 2, 1, 0, 0)] },
        _ => throw new ArgumentException(kind),
    };

    internal static byte[] Bytes(ReportModel model) => ReportDocument.Write(model, OpenedDocument.Shipped, DocumentMarking.None);

    private static ReportModel Nation()
    {
        var indicators = Enumerable.Range(0, 30).Select(index => SampleRun.Model.Indicators[index % 12] with { Code = $"N{index:00}" }).ToList();
        var figures = Enumerable.Range(0, 700).Select(unit => new UnitFigures(
            $"Đơn vị {unit}", $"{unit}", "Cụm 1", [.. indicators.Select((_, index) => new UnitFigure(unit * 37 + index, null, null, null, null, null, "value", "none"))])).ToList();
        return SampleRun.Model with { Indicators = indicators, Figures = figures };
    }

    private static string Shown(decimal? value) => value is not { } known ? "–" : known == decimal.Truncate(known) ? VietnameseFormat.Fixed(known, 0) : VietnameseFormat.Fixed(known, 2);

    private static string Expected(UnitFigure figure, bool countsUnits) => figure.State switch
    {
        "not-applicable" => "KPS",
        "not-reported" => "Chưa BC",
        _ when figure.Date is { } day => new StringBuilder().Append(day.Day.ToString("00", System.Globalization.CultureInfo.InvariantCulture)).Append('/').Append(day.Month.ToString("00", System.Globalization.CultureInfo.InvariantCulture)).ToString(),
        _ when countsUnits => figure.Value == 1 ? "Có" : "Không",
        "estimated" => Shown(figure.Value) + "*",
        _ => Shown(figure.Value),
    };
}
