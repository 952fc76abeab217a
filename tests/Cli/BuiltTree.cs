namespace Cli.Tests;

/// <summary>
/// One copy of the repository for all tests that need a built one: the program, the pack (as a folder and as a published executable)
/// and the offline preview. Made when first asked for, so a machine without a CLI builds nothing.
/// </summary>
public sealed class BuiltTree : IAsyncDisposable, IDisposable
{
    private readonly SemaphoreSlim once = new(1);
    private Workspace? workspace;

    /// <summary>The pack as one executable file, as its README publishes it.</summary>
    internal string PackExecutable => Path.Combine(
        Workspace.Scratch, "pack", OperatingSystem.IsWindows() ? "sagemaker-guardrails.exe" : "sagemaker-guardrails");

    internal string PackFolder => Path.Combine(Workspace.Tree, "policies");

    internal Workspace Workspace => workspace ?? throw new InvalidOperationException("Call GetAsync first.");

    internal async Task<Workspace> GetAsync()
    {
        await once.WaitAsync();
        try
        {
            return workspace ??= await BuildAsync();
        }
        finally
        {
            once.Release();
        }
    }

    /// <summary>The offline preview of a stack of the copy.</summary>
    internal Task<ProcessRun> PreviewOfflineAsync(params string[] arguments) => Workspace.RunAsync(
        Workspace.Tree, "dotnet", ["run", "--no-build", "--project", "preview", "--", .. arguments]);

    public void Dispose()
    {
        once.Dispose();
        workspace?.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task<Workspace> BuildAsync()
    {
        var made = Workspace.CopyOf();
        (await made.RunAsync(made.Tree, "dotnet", "build", "preview")).Ended(0);
        (await made.RunAsync(made.Tree, "dotnet", "publish", "policies", "-o", Path.Combine(made.Scratch, "pack"))).Ended(0);
        return made;
    }
}

/// <summary>Tests of one collection run one after the other and share the tree.</summary>
[CollectionDefinition(Name)]
public sealed class BuiltTreeCollection : ICollectionFixture<BuiltTree>
{
    public const string Name = "built tree";
}
