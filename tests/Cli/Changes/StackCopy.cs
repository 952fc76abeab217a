using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Nodes;
using Cli.Tests.Previews;

namespace Cli.Tests.Changes;

/// <summary>
/// A stack of the repository's program in a workspace of its own. The program is the one that was built with the tests, so that no
/// run of the CLI builds it again.
/// </summary>
internal sealed class StackCopy : IDisposable
{
    public const string Project = "sagemaker-infra";
    public const string Stack = "everything";

    private readonly Workspace workspace;
    private readonly Account account;
    private readonly JsonNode salt;
    private int runs;

    private StackCopy(Workspace workspace, Account account, JsonNode salt, JsonObject settings)
    {
        (this.workspace, this.account, this.salt, Settings) = (workspace, account, salt, settings);
        Schemas = Path.Combine(workspace.Scratch, "schemas");
        StandIns.WriteSchemas(Schemas);
        workspace.Environment["STANDIN_SCHEMAS"] = Schemas;
    }

    /// <summary>The settings of the stack by key; what is changed here comes with the next run.</summary>
    public JsonObject Settings { get; }

    private string Schemas { get; }

    private string StackFile => Path.Combine(workspace.Tree, $"Pulumi.{Stack}.yaml");

    /// <summary>A stack that has nothing yet.</summary>
    public static async Task<StackCopy> NewAsync(JsonObject settings)
    {
        var workspace = Workspace.Empty();
        var program = typeof(StackCopy).Assembly
            .GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "InfraProgram").Value!;
        LaunchedProject.Write(Workspace.RepositoryRoot, program, workspace.Tree);
        (await workspace.PulumiAsync("stack", "init", Stack)).Ended(0);
        var salt = File.ReadAllLines(Path.Combine(workspace.Tree, $"Pulumi.{Stack}.yaml")).Single()["encryptionsalt: ".Length..];
        return new(workspace, new(), salt, settings);
    }

    public StackCopy Copy() => new(workspace.CopyWithStacks(), account.Copy(), salt.DeepClone(), Settings.DeepClone().AsObject());

    /// <param name="failing">A call that the providers refuse, for example <c>create:aws:s3/bucket:Bucket</c>.</param>
    public Task<Deployment> UpAsync(string? failing = null) => RunAsync(failing, "up", "--yes", "--skip-preview");

    public Task<Deployment> DestroyAsync() => RunAsync(null, "destroy", "--yes", "--skip-preview");

    /// <summary>What the engine would do now.</summary>
    public async Task<ImmutableArray<Step>> PreviewAsync() => StepsOf(await SavePreviewAsync());

    /// <summary>What the engine would do now, as the files that the CLI writes.</summary>
    public async Task<SavedPreview> SavePreviewAsync()
    {
        WriteSettings();
        return await SavedPreview.OfAsync(workspace, workspace.Tree, Stack);
    }

    /// <summary>The steps in a preview, without those that change nothing.</summary>
    public static ImmutableArray<Step> StepsOf(SavedPreview preview) => [..
        from step in JsonNode.Parse(File.ReadAllText(preview.Document))!["steps"]!.AsArray()
        let operation = (string)step["op"]!
        where operation is not "same"
        select new Step(operation, (string)step["urn"]!)];

    /// <summary>The resources of the exported state.</summary>
    public async Task<ImmutableArray<JsonNode>> StateAsync()
    {
        var export = (await workspace.PulumiAsync("stack", "export", "--stack", Stack)).Ended(0);
        var deployment = JsonNode.Parse(export.Output)!["deployment"]!;
        Assert.Empty(deployment["pending_operations"]?.AsArray() ?? []);
        return [.. (deployment["resources"]?.AsArray() ?? []).Select(resource => resource!)];
    }

    /// <summary>Names of what AWS would have of a type.</summary>
    public IEnumerable<string> Existing(string type) => account.NamesOf(type);

    public void Dispose() => workspace.Dispose();

    private async Task<Deployment> RunAsync(string? failing, params string[] arguments)
    {
        WriteSettings();
        var number = ++runs;
        var calls = Path.Combine(workspace.Scratch, $"calls-{number}.log");
        var events = Path.Combine(workspace.Scratch, $"events-{number}.log");
        workspace.Environment["STANDIN_LOG"] = calls;
        workspace.Environment["STANDIN_FAIL"] = failing ?? "";

        var run = await workspace.PulumiAsync([.. arguments, "--stack", Stack, "--event-log", events]);

        ImmutableArray<ProviderCall> made = [.. ProviderCall.ReadLog(calls).Where(call => $"{call.Method}:{call.Type}" != failing)];
        return new(run, StepsIn(events), made, [.. made.SelectMany(account.Take)]);
    }

    private static ImmutableArray<Step> StepsIn(string eventLog) => [..
        from line in File.ReadLines(eventLog)
        where line.Length > 0
        let step = JsonNode.Parse(line)!["resourcePreEvent"]?["metadata"]
        where step is not null && (string)step["op"]! is not "same"
        select new Step((string)step["op"]!, (string)step["urn"]!)];

    /// <summary>Writes the stack file as JSON, which is YAML too.</summary>
    private void WriteSettings()
    {
        var config = new JsonObject { ["aws:region"] = "us-east-1", ["aws-native:region"] = "us-east-1" };
        foreach (var (key, value) in Settings)
        {
            config[$"{Project}:{key}"] = value?.DeepClone();
        }

        File.WriteAllText(StackFile, new JsonObject { ["encryptionsalt"] = salt.DeepClone(), ["config"] = config }.ToJsonString());
    }
}
