using System.Runtime.InteropServices;

namespace Emulation.Ingest.Tests.Intake;

/// <summary>Runs work on one thread that is nobody to the file system, as a service is that does not run as root. Where the tests run as another user, they are that already.</summary>
internal static partial class OtherIdentity
{
    private const int Nobody = 65534;

    public static T Run<T>(Func<T> work)
    {
        var outcome = new TaskCompletionSource<T>();
        var thread = new Thread(() =>
        {
            // For this thread alone; the kernel takes the rights over foreign files with it and leaves CAP_LEASE, as the runbook does.
            _ = SetFileSystemUser(Nobody);
            try
            {
                outcome.SetResult(work());
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                outcome.SetException(exception);
            }
            finally
            {
                _ = SetFileSystemUser(0);
            }
        });
        thread.Start();
        thread.Join();
        return outcome.Task.GetAwaiter().GetResult();
    }

    [LibraryImport("libc", EntryPoint = "setfsuid")]
    private static partial int SetFileSystemUser(int user);
}
