using Emulation.Ingest.Intake;
using Emulation.Ingest.Storage;
using Emulation.Plan;

namespace Emulation.Ingest.Answers;

/// <summary>The last step: answers lie in the share, and the rows say so.</summary>
public sealed class FileAnswering(AnswerStore answers, FileKeeping keeping)
{
    /// <summary>The answers lie in the share; what could not leave the inbox before is tried once more.</summary>
    public async Task AnswerAsync(ShareRoot share, Inbox inbox, List<FileInHand> files, CancellationToken cancellationToken)
    {
        foreach (var file in files.Where(file => file.Claim.IsDecided && !file.HasLeft))
        {
            // Gone, or another file by now: either way ours is no more in the inbox.
            file.HasLeft = keeping.Leave(inbox, file) != Handling.Done || file.HasLeft;
        }

        var unanswered = files.Where(file => !file.Claim.IsAnswered).Select(file => file.Claim.SubmissionId).ToList();
        foreach (var receipt in await answers.FindAsync(unanswered, cancellationToken))
        {
            await answers.WriteAsync(share, receipt, cancellationToken);
        }

        FailPoint.Reach("intake.answered");
        await answers.MarkAsync(files, cancellationToken);
        FailPoint.Reach("intake.answer-marked");
    }
}
