using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Interop;

/// <summary>
/// The JSONata, Amazon States Language and SQL packages of npm, in one Node.js process for all tests. A test that needs them is skipped,
/// saying so, where Node.js or the packages are missing; with <c>REQUIRE_NODE</c> set it fails instead.
/// </summary>
internal static class NodeTools
{
    private static readonly Lazy<Process> Running = new(Start);
    private static readonly SemaphoreSlim OneAtATime = new(1);

    /// <summary>Skips the calling test where the tools cannot run.</summary>
    public static void Require()
    {
        var reason = NodePack.WhyNot();
        if (reason is not null && Environment.GetEnvironmentVariable("REQUIRE_NODE") is { Length: > 0 })
            Assert.Fail($"REQUIRE_NODE is set, but: {reason}");
        Skip.If(reason is not null, reason);
    }

    /// <summary>What a JSONata expression evaluates to; null for what it calls undefined.</summary>
    /// <param name="expression">The expression, with or without the <c>{% %}</c> of a state machine around it.</param>
    /// <param name="bindings">Variables by name, without their <c>$</c>: <c>states</c>, and what states have assigned.</param>
    public static Task<JsonNode?> EvaluateAsync(string expression, JsonObject bindings) => AskAsync(new()
    {
        ["tool"] = "jsonata",
        ["expression"] = expression.StartsWith("{%", StringComparison.Ordinal) ? expression[2..^2] : expression,
        ["bindings"] = bindings.DeepClone(),
    });

    /// <summary>What is wrong with a state machine definition, a message a fault.</summary>
    public static async Task<string[]> FaultsOfAsync(JsonObject definition)
    {
        var faults = await AskAsync(new() { ["tool"] = "asl", ["definition"] = definition.DeepClone() });
        return [.. faults!.AsArray().Select(fault => (string)fault!)];
    }

    /// <summary>What Trino's grammar does not accept in a statement, a message a fault.</summary>
    public static async Task<string[]> FaultsOfTrinoAsync(string statement)
    {
        var faults = await AskAsync(new() { ["tool"] = "trino", ["statement"] = statement });
        return [.. faults!.AsArray().Select(fault => (string)fault!)];
    }

    /// <summary>What the validator of SARIF says of a document, a line a complaint.</summary>
    public static async Task<string[]> ComplaintsAboutSarifAsync(string document)
    {
        var complaints = await AskAsync(new() { ["tool"] = "sarif", ["text"] = document });
        return [.. complaints!.AsArray().Select(complaint => (string)complaint!)];
    }

    private static async Task<JsonNode?> AskAsync(JsonObject request)
    {
        Require();
        await OneAtATime.WaitAsync();
        try
        {
            await Running.Value.StandardInput.WriteLineAsync(request.ToJsonString());
            await Running.Value.StandardInput.FlushAsync();
            var line = await Running.Value.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1))
                ?? throw new InvalidOperationException("Node.js has ended: is tests/interop installed with npm ci?");
            var answer = JsonNode.Parse(line)!;
            return answer["error"] is { } error ? throw new ArgumentException($"{error} in {request}") : answer["value"];
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    /// <summary>The process ends by itself when its standard input closes, which it does with this process.</summary>
    private static Process Start() => Process.Start(new ProcessStartInfo(NodePack.FindNode()!, [Path.Combine(NodePack.Folder, "tools.mjs")])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        UseShellExecute = false,
    })!;
}
