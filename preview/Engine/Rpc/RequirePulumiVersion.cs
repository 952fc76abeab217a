using Pulumirpc;

namespace Preview.Engine.Rpc;

/// <summary>A program names the Pulumi CLI that it needs. There is none here, so the user is told that nobody looked.</summary>
internal static class RequirePulumiVersion
{
    public static RequirePulumiVersionResponse Answer(RequirePulumiVersionRequest request, StackState state)
    {
        state.ReportOnce(new(
            DiagnosticSeverity.Info,
            $"The program requires a Pulumi CLI {request.PulumiVersionRange}; an offline preview has none to compare with."));
        return new();
    }
}
