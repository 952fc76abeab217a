using Cli.Tests.Previews;

namespace Cli.Tests;

/// <summary>
/// One copy of the repository for all tests that need a built one: the program, the pack (as a folder and as a published executable)
/// and the offline preview. Everything is made when first asked for, and kept: a preview that several tests look at is run once.
/// </summary>
public sealed class BuiltTree : IDisposable
{
    private readonly Lazy<Task<Workspace>> workspace;
    private readonly Lazy<Task<string>> packExecutable;
    private readonly Lazy<Task<string>> nativePreview;
    private readonly HashSet<TestStack> initialized = [];
    private readonly Dictionary<TestStack, Task<StackPreview>> cliPreviews = [];
    private readonly Dictionary<TestStack, Task<StackPreview>> offlinePreviews = [];

    public BuiltTree()
    {
        workspace = new(BuildAsync);
        packExecutable = new(PublishPackAsync);
        nativePreview = new(PublishPreviewAsync);
    }

    /// <summary>The copy, built.</summary>
    internal Task<Workspace> WorkspaceAsync() => workspace.Value;

    /// <summary>The pack as one executable file, as its README publishes it.</summary>
    internal Task<string> PackExecutableAsync() => packExecutable.Value;

    internal async Task<string> PackFolderAsync() => Path.Combine((await WorkspaceAsync()).Tree, "policies");

    /// <summary>Folder of a stack's project in the copy, with the stack's settings in it.</summary>
    internal async Task<string> FolderOfAsync(TestStack stack)
    {
        var tree = (await WorkspaceAsync()).Tree;
        var folder = Path.GetFullPath(Path.Combine(tree, stack.Folder));
        var settings = Path.Combine(folder, $"Pulumi.{stack.Name}.yaml");
        if (stack.SettingsFrom is { } file && !File.Exists(settings))
        {
            File.Copy(Path.Combine(tree, TestStack.Programs, file), settings);
        }

        return folder;
    }

    /// <summary>A folder from which the CLI runs a stack of the repository's program as it is built in the copy.</summary>
    internal async Task<string> LaunchedFolderOfAsync(TestStack stack)
    {
        await InitializeAsync(stack);
        var made = await WorkspaceAsync();
        var folder = Path.Combine(made.Scratch, "launched", stack.Name);
        LaunchedProject.Write(made.Tree, Path.Combine(made.Tree, "infra", "bin", "Debug", "net10.0", "Infra.dll"), folder);
        var settings = $"Pulumi.{stack.Name}.yaml";
        File.Copy(Path.Combine(await FolderOfAsync(stack), settings), Path.Combine(folder, settings), overwrite: true);
        return folder;
    }

    /// <summary>What the CLI says of a stack with the pack as a folder.</summary>
    internal Task<StackPreview> CliPreviewAsync(TestStack stack) => Kept(cliPreviews, stack, async () =>
    {
        await InitializeAsync(stack);
        return await CliPreviewAsync(stack, await PackFolderAsync(), await PackConfigurationOfAsync(stack));
    });

    /// <summary>Tells the CLI of the configuration that the stack names; nothing where it names none.</summary>
    internal async Task<string[]> PackConfigurationOfAsync(TestStack stack) => stack.PackConfiguration is { } file
        ? ["--policy-pack-config", Path.Combine(await PackFolderAsync(), "config", file)]
        : [];

    /// <summary>What the CLI says of a stack that is initialized, with a pack of any form.</summary>
    internal async Task<StackPreview> CliPreviewAsync(TestStack stack, string pack, params string[] arguments)
    {
        var preview = await PreviewOnceAsync(stack, pack, arguments);
        for (var again = 0; again < 5 && !CliPlan.IsWhole(preview.Run.Output, preview.Events); again++)
        {
            preview = await PreviewOnceAsync(stack, pack, arguments);
        }

        return new(preview.Run, CliPlan.Read(preview.Run.Output, preview.Events), preview.Events);
    }

    private async Task<(ProcessRun Run, string[] Events)> PreviewOnceAsync(TestStack stack, string pack, string[] arguments)
    {
        var made = await WorkspaceAsync();
        var eventLog = Path.Combine(made.Scratch, $"{Guid.NewGuid():N}.log");
        var run = await made.PulumiInAsync(
            await FolderOfAsync(stack), ["preview", "--json", "--event-log", eventLog, "--stack", stack.Name, "--policy-pack", pack, .. arguments]);
        Assert.True(run.Output.StartsWith('{') && File.Exists(eventLog), $"{run.Command} wrote no preview:\n{run.Everything}");
        return (run, [.. File.ReadLines(eventLog).Where(line => line.Length > 0)]);
    }

    /// <summary>What the offline preview says of a stack with the pack of the copy.</summary>
    internal Task<StackPreview> OfflinePreviewAsync(TestStack stack) =>
        Kept(offlinePreviews, stack, () => OfflinePreviewAsync(stack, arguments: []));

    internal async Task<StackPreview> OfflinePreviewAsync(TestStack stack, params string[] arguments)
    {
        var run = await RunOfflineAsync(stack, ["--json", .. arguments]);
        Assert.True(run.Output.StartsWith('{'), $"{run.Command} wrote no preview:\n{run.Everything}");
        return new(run, OfflinePlan.Read(run.Output), []);
    }

    internal async Task<ProcessRun> RunOfflineAsync(TestStack stack, params string[] arguments)
    {
        var made = await WorkspaceAsync();
        foreach (var (key, value) in stack.Secrets)
        {
            made.Environment[$"PREVIEW_SECRET_{Path.GetFileName(stack.Folder)}_{key}".ToUpperInvariant()] = value;
        }

        return await made.RunAsync(
            made.Tree,
            "dotnet",
            ["run", "--no-build", "--project", "preview", "--", "--stack", stack.Name, "--cwd", await FolderOfAsync(stack), .. arguments]);
    }

    /// <summary>The offline preview as one native executable.</summary>
    internal async Task<ProcessRun> RunNativeAsync(TestStack stack, params string[] arguments)
    {
        var (made, preview) = (await WorkspaceAsync(), await nativePreview.Value);
        return await made.RunAsync(made.Tree, preview, ["--stack", stack.Name, "--cwd", await FolderOfAsync(stack), .. arguments]);
    }

    /// <summary>Makes the stack known to the CLI.</summary>
    internal async Task InitializeAsync(TestStack stack)
    {
        if (!initialized.Add(stack))
        {
            return;
        }

        var (made, folder) = (await WorkspaceAsync(), await FolderOfAsync(stack));
        (await made.PulumiInAsync(folder, "stack", "init", stack.Name)).Ended(0);
        foreach (var (key, value) in stack.Secrets)
        {
            (await made.PulumiInAsync(folder, "config", "set", "--secret", key, value, "--stack", stack.Name)).Ended(0);
        }
    }

    public void Dispose()
    {
        if (workspace is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            workspace.Value.Result.Dispose();
        }
    }

    private static async Task<Workspace> BuildAsync()
    {
        var made = Workspace.CopyOf();
        (await made.RunAsync(made.Tree, "dotnet", "build", "preview")).Ended(0);
        return made;
    }

    private async Task<string> PublishPackAsync()
    {
        var made = await WorkspaceAsync();
        var folder = Path.Combine(made.Scratch, "pack");
        (await made.RunAsync(made.Tree, "dotnet", ["publish", "policies", "-o", folder, .. NativeToolchain.PublishArguments])).Ended(0);
        return Path.Combine(folder, OperatingSystem.IsWindows() ? "sagemaker-guardrails.exe" : "sagemaker-guardrails");
    }

    private async Task<string> PublishPreviewAsync()
    {
        var made = await WorkspaceAsync();
        var folder = Path.Combine(made.Scratch, "preview");
        (await made.RunAsync(made.Tree, "dotnet", "publish", "preview", "-p:NativeAot=true", "-o", folder)).Ended(0);
        return Path.Combine(folder, OperatingSystem.IsWindows() ? "sagemaker-preview.exe" : "sagemaker-preview");
    }

    private static Task<StackPreview> Kept(
        Dictionary<TestStack, Task<StackPreview>> kept, TestStack stack, Func<Task<StackPreview>> preview)
    {
        if (!kept.TryGetValue(stack, out var found))
        {
            kept[stack] = found = preview();
        }

        return found;
    }
}

/// <summary>Tests of one collection run one after the other and share the tree.</summary>
[CollectionDefinition(Name)]
public sealed class BuiltTreeCollection : ICollectionFixture<BuiltTree>
{
    public const string Name = "built tree";
}
