using System.Globalization;
using System.Text;
using Emulation.Jobs.Demo.OfficerFiles;
using Emulation.Jobs.Demo.Scenario;

namespace Emulation.Jobs.Demo;

/// <summary>The scenario's files, written out beforehand; dropping one is a single rename, which has happened or has not.</summary>
public sealed class DemoStaging(DemoFolder folder, string inboxName)
{
    /// <summary>Writes every file; files of an earlier, broken-off staging are replaced.</summary>
    public void Write(IReadOnlyList<DemoDrop> drops)
    {
        if (Directory.Exists(folder.Staging))
        {
            Directory.Delete(folder.Staging, recursive: true);
        }

        Parallel.For(0, drops.Count, number =>
        {
            Directory.CreateDirectory(FolderOf(number));
            File.WriteAllBytes(PathOf(number, drops[number]), OfficerFile.Write(drops[number]));
        });
    }

    /// <summary>Puts the file with that 0-based number into the share, unless an earlier start has done so.</summary>
    public void Drop(int number, DemoDrop drop)
    {
        var staged = PathOf(number, drop);
        if (!File.Exists(staged))
        {
            return;
        }

        var target = drop.Folder is null ? folder.Share : Path.Combine(folder.Share, drop.Folder, inboxName);
        Directory.CreateDirectory(target);
        File.Move(staged, Path.Combine(target, drop.FileName));
    }

    private string FolderOf(int number) => Path.Combine(folder.Staging, number.ToString("D4", CultureInfo.InvariantCulture));

    private string PathOf(int number, DemoDrop drop) => Path.Combine(FolderOf(number), drop.FileName);
}
