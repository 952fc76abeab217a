using Pulumirpc;

namespace Pulumi;

/// <summary>The engine as far as it listens to messages, wherever it runs.</summary>
internal interface IEngine
{
    Task LogAsync(LogRequest request);

    Task RequirePulumiVersionAsync(RequirePulumiVersionRequest request);
}
