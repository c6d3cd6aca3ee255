using System.Buffers.Binary;
using System.IO.Compression;
using Emulation.Reports.Documents;
using Emulation.Reports.Documents.Charts;
using Emulation.Reports.Documents.Mail;
using Emulation.Reports.Documents.Model;

namespace Emulation.Reports.Tests.Documents;

public sealed class ReportChartsTests : IAsyncLifetime
{
    private const int MostBytes = 100_000;
    private readonly MailRenderer renderer = new();

    public static TheoryData<string> Kinds => [.. SampleReports.All.Keys];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => renderer.DisposeAsync();

    [Fact]
    public void Charts_OfAReport_AreWholePicturesWithAPalette() => Assert.All(ReportCharts.Of(SampleRun.Model), chart =>
    {
        var (width, height, pixels) = Pixels(chart.Png.Span);

        Assert.Equal(880, width);
        Assert.True(pixels.Distinct().Count() > 10, "The picture is blank.");
        Assert.Equal(width * height, pixels.Count);
    });

    [Fact]
    public void Charts_InWords_SayEveryNumberTheyShow()
    {
        var charts = ReportCharts.Of(SampleRun.Model).ToDictionary(chart => chart.Name, chart => chart.Alternative);

        Assert.All(SampleRun.Model.Progress, movement => Assert.Contains($"{movement.Name} {VietnameseFormat.Percent(movement.Percent!.Value)}", charts["bieu-do-phong-trao.png"], StringComparison.Ordinal));
        Assert.All(
            SampleRun.Model.Ranking.SelectMany(block => block.Units),
            unit => Assert.Contains($"{unit.Unit} {VietnameseFormat.Points(unit.Points)}", charts["bieu-do-xep-hang.png"], StringComparison.Ordinal));
    }

    [Fact]
    public void Charts_OfAReportWithoutUnits_AreNone() => Assert.Empty(ReportCharts.Of(SampleRun.Model with { Ranking = [], Progress = [] }));

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Mail_OfEveryKind_ShowsEveryPictureItCarriesAndStaysSmall(string kind)
    {
        var model = SampleReports.All[kind];
        var (mail, files) = await MailOf(model);

        var pictures = files.Where(file => file.ContentId is not null).ToList();
        Assert.Equal(2, pictures.Count);
        Assert.All(pictures, picture => Assert.Contains($"src=\"cid:{picture.ContentId}\" alt=\"", mail.Html, StringComparison.Ordinal));
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(mail.Html) + pictures.Sum(picture => picture.Content.Length), 1, MostBytes);
    }

    [Fact]
    public async Task Mail_OfTheNation_StaysSmallAndSaysWhatItLeavesOut()
    {
        var units = Enumerable.Range(1, 700).Select(number => new RankingRow(number, $"Đơn vị số {number}", $"{number}", 100 - (number / 10m), "Tốt", null)).ToList();
        var (mail, files) = await MailOf(SampleRun.Model with { Ranking = [new RankingBlock("K", "Cả nước", true, units)] });

        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(mail.Html) + files.Where(file => file.ContentId is not null).Sum(file => file.Content.Length), 1, MostBytes);
        Assert.Contains("… và 670 dòng khác trong tệp đính kèm.", mail.Html, StringComparison.Ordinal);
        Assert.Contains("… và 670 dòng khác trong tệp đính kèm.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Cả nước (15 đơn vị đầu)", mail.Html, StringComparison.Ordinal);
    }

    private async Task<(MailBody Mail, IReadOnlyList<ReportFile> Files)> MailOf(ReportModel model)
    {
        var charts = ReportCharts.Of(model);
        var files = ReportFiles.Of(model, [], charts);
        return (await MailBody.OfReportAsync(renderer, model, files, charts), files);
    }

    /// <summary>The pixels by their place in the palette; read by the PNG specification, checksums included.</summary>
    private static (int Width, int Height, List<byte> Pixels) Pixels(ReadOnlySpan<byte> png)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], png[..8].ToArray());
        var chunks = new Dictionary<string, byte[]>();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png[at..]);
            var named = png.Slice(at + 4, length + 4);
            Assert.Equal(Checksum(named), BinaryPrimitives.ReadUInt32BigEndian(png[(at + 8 + length)..]));
            chunks.Add(System.Text.Encoding.ASCII.GetString(named[..4]), named[4..].ToArray());
            at += length + 12;
        }

        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(chunks["IHDR"]), BinaryPrimitives.ReadInt32BigEndian(chunks["IHDR"].AsSpan(4)));
        using var lines = new MemoryStream();
        using (var zlib = new ZLibStream(new MemoryStream(chunks["IDAT"]), CompressionMode.Decompress))
        {
            zlib.CopyTo(lines);
        }

        var pixels = lines.ToArray().Chunk(width + 1).SelectMany(line => line[0] == 0 ? line[1..] : throw new InvalidDataException("A filter nobody wrote.")).ToList();
        Assert.All(pixels.Distinct(), place => Assert.True(place < chunks["PLTE"].Length / 3));
        return (width, height, pixels);
    }

    /// <summary>CRC-32 by polynomial division, bit by bit, as the specification defines it.</summary>
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        ulong rest = 0;
        var bits = new List<int>();
        foreach (var one in bytes)
        {
            bits.AddRange(Enumerable.Range(0, 8).Select(bit => (one >> bit) & 1));
        }

        for (var index = 0; index < 32; index++)
        {
            bits[index] ^= 1;
        }

        foreach (var bit in bits.Concat(Enumerable.Repeat(0, 32)))
        {
            rest = ((rest << 1) & 0x1FFFFFFFF) | (uint)bit;
            rest = (rest & 0x100000000) != 0 ? rest ^ 0x104C11DB7 : rest;
        }

        uint sum = 0;
        for (var bit = 0; bit < 32; bit++)
        {
            sum |= (uint)((rest >> bit) & 1) << (31 - bit);
        }

        return ~sum;
    }
}
