using Emulation.Ingest.Intake;
using Emulation.Ingest.Storage;

namespace Emulation.Ingest.Templates;

/// <summary>The templates of one unit during a renewal: what is wanted, what is known, and what was done.</summary>
internal sealed class UnitTemplates(string folder, IReadOnlyList<TemplateFile> wanted, IEnumerable<WrittenTemplate> known)
{
    private readonly Dictionary<string, WrittenTemplate> known = known.Where(one => one.Folder == folder).ToDictionary(one => one.FileName);

    public string Folder { get; } = folder;

    public int Written { get; private set; }

    public int Removed { get; private set; }

    /// <summary>Files left alone, relative to the share.</summary>
    public List<string> Left { get; } = [];

    public List<WrittenTemplate> Remembered { get; } = [];

    public List<WrittenTemplate> Forgotten { get; } = [];

    /// <summary>The files that are missing, or were made from something else than today's.</summary>
    public IReadOnlyList<TemplateFile> Stale(ShareRoot share)
    {
        using var opened = Open(share);
        var shelf = new TemplateShelf(opened);
        return [.. wanted.Where(file => KnownAs(file.Name)?.Source != file.Source.Source || !shelf.Has(file.Name) || LacksItsSecond(shelf, file))];
    }

    /// <summary>Puts those made into their places.</summary>
    public void Place(ShareRoot share, IReadOnlyDictionary<TemplateFile, byte[]> contents)
    {
        using var opened = Open(share);
        var shelf = new TemplateShelf(opened);
        foreach (var file in wanted.Where(contents.ContainsKey))
        {
            if (Place(shelf, file, file.Name, contents[file]) == Placed.TheirsAndOld && file.SecondName is { } second)
            {
                Place(shelf, file, second, contents[file]);
            }
        }
    }

    /// <summary>Removes what is wanted no more, as far as it is still ours.</summary>
    public void Clear(ShareRoot share)
    {
        var names = wanted.SelectMany(file => new[] { file.Name, file.SecondName }).ToHashSet();
        using var opened = Open(share);
        var shelf = new TemplateShelf(opened);
        foreach (var old in known.Values.Where(one => !names.Contains(one.FileName)))
        {
            var outcome = shelf.Remove(old);
            Removed += outcome == Placed.Written ? 1 : 0;
            if (outcome == Placed.InUse)
            {
                Left.Add($"{Folder}/{old.FileName}");
            }
            else
            {
                Forgotten.Add(old);
            }
        }
    }

    private Placed Place(TemplateShelf shelf, TemplateFile file, string name, byte[] content)
    {
        var outcome = shelf.Place(name, content, file.Source.Stamp.ToString(), KnownAs(name));
        Written += outcome == Placed.Written ? 1 : 0;
        if (outcome is Placed.Theirs or Placed.TheirsAndOld or Placed.InUse)
        {
            Left.Add($"{Folder}/{name}");
        }

        if (outcome != Placed.InUse)
        {
            Remembered.Add(RecordOf(file, name, content, outcome));
        }

        return outcome;
    }

    // Of a file of the unit's own we remember what we last wrote there, so that it is never taken for ours.
    private WrittenTemplate RecordOf(TemplateFile file, string name, byte[] content, Placed outcome)
    {
        var before = KnownAs(name);
        return outcome is Placed.Written or Placed.Same
            ? new WrittenTemplate(Folder, name, file.Source.Stamp.ToString(), file.Source.Source, Fingerprint.Of(content))
            : new WrittenTemplate(Folder, name, before?.Stamp ?? "", file.Source.Source, before?.Content ?? WrittenTemplate.TheirOwn);
    }

    /// <summary>True if the unit's own file holds the name with an older stamp and the new template beside it has gone.</summary>
    private bool LacksItsSecond(TemplateShelf shelf, TemplateFile file) =>
        file.SecondName is { } second && KnownAs(file.Name) is { } first && first.Stamp != file.Source.Stamp.ToString()
        && (KnownAs(second)?.Source != file.Source.Source || !shelf.Has(second));

    private WrittenTemplate? KnownAs(string name) => known.GetValueOrDefault(name);

    private ShareFolder Open(ShareRoot share)
    {
        var parts = Folder.Split('/');
        return share.OpenOrMake(parts[0], parts[1]);
    }
}
