namespace Emulation.Ingest.Tests.Validation.Support;

/// <summary>Texts that a person has read and approved. With EMULATION_APPROVE=1 the file is written anew, to be read in the diff.</summary>
internal static class Approved
{
    public static void Check(string folder, string file, string actual)
    {
        var path = Path.Combine(Reading.RepositoryFolder(folder), file);
        if (Environment.GetEnvironmentVariable("EMULATION_APPROVE") == "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.Exists(path) ? File.ReadAllText(path) : "", actual);
    }
}
