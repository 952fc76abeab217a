namespace Pulumi;

/// <summary>What is known of a deployment before its program runs.</summary>
/// <param name="RootDirectory">Folder of Pulumi.yaml; null where nobody said.</param>
/// <param name="IsDryRun">Whether this is a preview.</param>
/// <param name="Config">Configuration by namespace:name, secrets as plain text.</param>
internal sealed record DeploymentSettings(
    string Project,
    string Stack,
    string Organization,
    string? RootDirectory,
    bool IsDryRun,
    ImmutableDictionary<string, string> Config)
{
    /// <summary>Whether the engine is told where the program makes each resource; the official SDK does not say.</summary>
    public bool TellsPlaces { get; init; }
}
