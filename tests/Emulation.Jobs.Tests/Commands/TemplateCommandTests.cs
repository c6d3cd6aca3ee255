using System.IO.Compression;
using System.Text;

namespace Emulation.Jobs.Tests.Commands;

/// <summary><c>report template</c> as an office uses it: write, restyle, check.</summary>
public sealed class TemplateCommandTests : IDisposable
{
    private static readonly Dictionary<string, string?> Nothing = [];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("template-command-");

    private string Template => Path.Combine(folder.FullName, "mau.docx");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Write_ThenCheck_FindsNothing_AndNeverWritesOverAFile()
    {
        var written = await CommandProcess.RunAsync(Nothing, "report", "template", "write", Template);
        var checkedOnce = await CommandProcess.RunAsync(Nothing, "report", "template", "check", Template);
        var again = await CommandProcess.RunAsync(Nothing, "report", "template", "write", Template);

        Assert.Equal((0, Template + "\n"), (written.ExitCode, written.Output));
        Assert.Equal((0, "0 lỗi, 0 lưu ý\n"), (checkedOnce.ExitCode, checkedOnce.Output));
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("already exists", again.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_OfATemplateThatLostAControl_Exits1_AndSaysTheCure()
    {
        await CommandProcess.RunAsync(Nothing, "report", "template", "write", Template);
        Replace("w:val=\"phan-3\"", "w:val=\"cua-toi\"");

        var (exitCode, output, _) = await CommandProcess.RunAsync(Nothing, "report", "template", "check", Template);

        Assert.Equal(1, exitCode);
        Assert.Equal(
            "LỖI: Thiếu ô nội dung «Phần III: đoạn văn» (thẻ phan-3). Cách sửa: chép cả ô này từ mẫu gốc (lệnh report template write) vào chỗ cũ.\n"
            + "Lưu ý: Ô nội dung có thẻ «cua-toi» không thuộc báo cáo; hệ thống để nguyên chữ trong ô. Cách sửa: bỏ ô hoặc sửa lại thẻ.\n"
            + "1 lỗi, 1 lưu ý\n",
            output);
    }

    private void Replace(string before, string after)
    {
        using var zip = ZipFile.Open(Template, ZipArchiveMode.Update);
        var entry = zip.GetEntry("word/document.xml")!;
        string xml;
        using (var reader = new StreamReader(entry.Open(), Encoding.UTF8))
        {
            xml = reader.ReadToEnd();
        }

        entry.Delete();
        using var writer = new StreamWriter(zip.CreateEntry("word/document.xml").Open(), new UTF8Encoding(false));
        writer.Write(xml.Replace(before, after, StringComparison.Ordinal));
    }
}
