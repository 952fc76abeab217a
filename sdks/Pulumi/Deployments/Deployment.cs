using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>Runs programs, and gives a running one its deployment.</summary>
[SuppressMessage("Design", "CA1052", Justification = "The official class is not static either.")]
public sealed partial class Deployment
{
    private static readonly AsyncLocal<DeploymentInstance?> Running = new();

    private Deployment()
    {
    }

    /// <summary>The deployment of the program that is running.</summary>
    /// <exception cref="InvalidOperationException">None is running.</exception>
    public static DeploymentInstance Instance => Running.Value
        ?? throw new InvalidOperationException("Trying to acquire Deployment.Instance before 'Run' was called.");

    internal static DeploymentInstance? Current => Running.Value;

    /// <summary>Fails, with the engine's words, if the CLI is not of a version in the range.</summary>
    public static Task RequirePulumiVersionAsync(string pulumiVersionRange) =>
        Instance.Engine.RequirePulumiVersionAsync(new() { PulumiVersionRange = pulumiVersionRange });
}
