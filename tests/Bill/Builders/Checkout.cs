namespace Bill.Tests.Builders;

/// <summary>Where the repository lies that these tests run in.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Infra.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
