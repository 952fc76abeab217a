using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace Emulator.Tests.Account;

/// <summary>
/// An AWS account in memory: moto's server on a free port of 127.0.0.1, and botocore in front of it, which knows what every operation
/// accepts. Both live in one Python process that ends with this object.
/// </summary>
internal sealed class AwsAccount : IDisposable
{
    public const string Id = "123456789012";
    public const string Region = "us-east-1";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process process;
    private readonly StringBuilder log = new();
    private readonly SemaphoreSlim oneAtATime = new(1);

    /// <summary>Where it listens, for clients of its own.</summary>
    public Uri Endpoint { get; private set; } = new("http://127.0.0.1");

    private AwsAccount(Process process)
    {
        this.process = process;
        process.ErrorDataReceived += (_, line) =>
        {
            lock (log)
                log.AppendLine(line.Data);
        };
        process.BeginErrorReadLine();
    }

    /// <summary>
    /// An empty account. The calling test is skipped, saying so, where moto is not installed; with <c>REQUIRE_EMULATOR</c> set it fails.
    /// </summary>
    public static async Task<AwsAccount> OpenAsync()
    {
        var python = OnPath("python3") ?? OnPath("python");
        Require(OnPath("moto_server") is not null && python is not null, "moto_server is not on PATH: pip install \"moto[server]\".");
        var start = new ProcessStartInfo(python!, [RepositoryFile("tests", "Emulator", "driver", "driver.py")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";

        // Python takes its console's encoding otherwise, which Windows does not have as UTF-8.
        start.Environment["PYTHONUTF8"] = "1";
        var account = new AwsAccount(Process.Start(start)!);
        var ready = await account.process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        Require(ready is not null, $"The Python of moto_server is not the one on PATH:\n{account.Log()}");
        account.Endpoint = new((string)JsonNode.Parse(ready!)!["ready"]!);
        return account;
    }

    /// <summary>Creates what a program asks for, with every call that this takes.</summary>
    /// <param name="stack">Tells the generated names of one stack from those of another.</param>
    public async Task<CreatedResource> CreateAsync(string type, string stack, string name, JsonObject inputs)
    {
        var answer = await AskAsync(new()
        {
            ["do"] = "create",
            ["type"] = type,
            ["stack"] = stack,
            ["name"] = name,
            ["inputs"] = inputs.DeepClone(),
        });
        return new(type, name, inputs, AwsCall.AllOf(answer), answer["outputs"]?.AsObject() ?? [], (string?)answer["fault"]);
    }

    /// <summary>Calls an operation; parameters and answer are botocore's.</summary>
    public async Task<AwsCall> CallAsync(string service, string operation, JsonObject parameters)
    {
        var answer = await AskAsync(new()
        {
            ["do"] = "call",
            ["service"] = service,
            ["operation"] = operation,
            ["parameters"] = parameters.DeepClone(),
        });
        answer["service"] = service;
        answer["operation"] = operation;
        return AwsCall.Of(answer);
    }

    /// <summary>What a state machine's task would call, held to the model of the operation.</summary>
    public async Task<JsonObject> CheckTaskAsync(string resource, JsonObject arguments) =>
        await AskAsync(new() { ["do"] = "task", ["resource"] = resource, ["arguments"] = arguments.DeepClone() });

    /// <summary>Calls what a state machine's task calls; parameters and answer are as in a state machine.</summary>
    public async Task<AwsCall> InvokeTaskAsync(string resource, JsonObject arguments) =>
        AwsCall.Of(await AskAsync(new() { ["do"] = "invoke", ["resource"] = resource, ["arguments"] = arguments.DeepClone() }));

    /// <summary>Whether the emulator has the operation that a state machine's task names.</summary>
    public async Task<AwsCall> FindOperationAsync(string resource, JsonObject arguments) =>
        AwsCall.Of(await AskAsync(new() { ["do"] = "implemented", ["resource"] = resource, ["arguments"] = arguments.DeepClone() }));

    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(TimeSpan.FromSeconds(10)))
            process.Kill(entireProcessTree: true);
        process.Dispose();
        oneAtATime.Dispose();
    }

    private async Task<JsonObject> AskAsync(JsonObject request)
    {
        await oneAtATime.WaitAsync();
        try
        {
            await process.StandardInput.WriteLineAsync(request.ToJsonString());
            await process.StandardInput.FlushAsync();
            var line = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience)
                ?? throw new InvalidOperationException($"The emulator has ended:\n{Log()}");
            return JsonNode.Parse(line)!.AsObject();
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private string Log()
    {
        lock (log)
            return log.ToString();
    }

    private static void Require(bool met, string reason)
    {
        if (!met && Environment.GetEnvironmentVariable("REQUIRE_EMULATOR") is { Length: > 0 })
            Assert.Fail($"REQUIRE_EMULATOR is set, but: {reason}");
        Skip.IfNot(met, reason);
    }

    private static string RepositoryFile(params string[] path) => Path.Combine([Infra.Tests.Builders.StackYaml.RepositoryFolder, .. path]);

    /// <summary>Null where there is no such program.</summary>
    public static string? OnPath(string program)
    {
        string[] names = OperatingSystem.IsWindows() ? [$"{program}.exe", $"{program}.cmd"] : [program];
        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
    }
}
