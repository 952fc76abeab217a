using System.Text.Json;
using Preview.CommandLine;
using Preview.Processes;

namespace Preview.Programs;

/// <summary>Finds modules as Node.js does.</summary>
internal static class NodeModule
{
    /// <summary>The file of a module, as seen from a folder.</summary>
    /// <exception cref="UserErrorException">Node.js or the module is missing.</exception>
    public static async Task<string> ResolveAsync(string module, string directory, CancellationToken cancellation)
    {
        var script = $"console.log(require.resolve(\"{JsonEncodedText.Encode(module)}\"))";
        await using var node = ChildProcess.Start(new(Executables.Node, ["-e", script], directory), _ => { });
        var path = (await node.Output.ReadToEndAsync(cancellation)).Trim();
        return await node.WaitAsync(cancellation) == 0 && path.Length > 0
            ? path
            : throw new UserErrorException($"Node.js finds no module {module} from {directory}; run npm install there.");
    }
}
