using System.Text;
using Emulation.Ingest.Answers;
using Emulation.Ingest.Storage;
using Emulation.Plan;
using Emulation.Plan.Calendar;
using Emulation.Plan.Storage;
using Microsoft.Extensions.Logging;

namespace Emulation.Ingest.Intake;

/// <summary>Lays out the share: its marker and, for every unit of the plan, the folders it works with.</summary>
public sealed class ShareFolders(IntakeOptions options, CurrentPlan plan, ShareRegister register, TimeProvider time, ILogger<ShareFolders> log)
{
    private static readonly byte[] Help = Encoding.UTF8.GetBytes(HelpPage.Html);

    /// <summary>Makes what is missing and changes nothing else; may run at every start.</summary>
    /// <exception cref="InvalidOperationException">The share was laid out here before and its marker is gone: it is probably not mounted.</exception>
    public async Task InitAsync(CancellationToken cancellationToken)
    {
        var stored = await plan.GetAsync(cancellationToken);
        var known = await register.FindAsync(options.Share, cancellationToken);
        if (known is null)
        {
            Directory.CreateDirectory(options.Share);
        }

        using var share = ShareRoot.TryOpen(options.Share) ?? Mark(known);
        await register.RememberAsync(options.Share, share.Id, time.GetUtcNow(), cancellationToken);
        Mend(share, stored.Plan);
    }

    /// <summary>Makes folders anew that somebody deleted or moved away; what stands in their way is left to the sweep.</summary>
    /// <remarks>Units that ended keep theirs; those to come get them as many days ahead as templates.</remarks>
    public void Mend(ShareRoot share, EmulationPlan plan)
    {
        var day = plan.TimeZone.DateOf(time.GetUtcNow()).AddDays(options.TemplateDaysAhead);
        foreach (var unit in plan.Units.Where(unit => unit.ValidFrom is null || unit.ValidFrom <= day))
        {
            try
            {
                MakeFolders(share, unit.Folder);
            }
            catch (IOException exception)
            {
                log.LogWarning("The folders of {Folder} are not complete: {Reason}", unit.Folder, exception.Message);
            }
        }
    }

    private ShareRoot Mark(Guid? known)
    {
        if (known is not null)
        {
            throw new InvalidOperationException(
                $"The share {options.Share} has lost its marker {ShareRoot.Marker}: is it mounted? If the folder was emptied on purpose, write {known} into that file.");
        }

        using var root = ShareFolder.OpenRoot(options.Share);
        root.Write(new RawName(ShareRoot.Marker), Encoding.ASCII.GetBytes(Guid.NewGuid() + "\n"));
        return ShareRoot.TryOpen(options.Share) ?? throw new IOException($"The share {options.Share} cannot be read after it was marked.");
    }

    private void MakeFolders(ShareRoot share, string home)
    {
        foreach (var name in new[] { options.Inbox, options.Results, options.Taken, options.Check, options.Checked, options.Templates })
        {
            share.OpenOrMake(home, name, groupMayWrite: name == options.Inbox || name == options.Check).Dispose();
        }

        using var templates = share.OpenOrMake(home, options.Templates, groupMayWrite: false);
        var help = new RawName(HelpPage.FileName);
        if (templates.Stamp(help)?.Size != Help.Length)
        {
            templates.Write(help, Help);
        }
    }
}
