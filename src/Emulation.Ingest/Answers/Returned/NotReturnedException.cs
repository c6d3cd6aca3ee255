namespace Emulation.Ingest.Answers.Returned;

/// <summary>Why a file with marked places is not returned as a workbook.</summary>
public enum WhyNotReturned
{
    TooLarge,

    /// <summary>Records of the text file cannot be laid out in cells without guessing.</summary>
    BrokenRecords,

    /// <summary>The workbook holds what we do not touch, or cannot copy faithfully.</summary>
    NotCopyable,
}

/// <summary>A workbook that cannot be returned; the receipt says so. Never leaves <see cref="ReturnedCopy"/>.</summary>
internal sealed class NotReturnedException(WhyNotReturned reason) : Exception(reason.ToString())
{
    public WhyNotReturned Reason { get; } = reason;
}
