namespace Pulumi;

/// <summary>
/// An engine in the program's own process: while it runs a program, <see cref="Deployment.RunAsync(Action)"/> and its kin talk to
/// it instead of looking for an engine in the environment.
/// </summary>
internal sealed record DeploymentHost(DeploymentSettings Settings, IMonitor Monitor, IEngine Engine)
{
    private static readonly AsyncLocal<DeploymentHost?> Hosting = new();

    /// <summary>The host that runs the current program, if any.</summary>
    internal static DeploymentHost? Current => Hosting.Value;

    /// <summary>Runs a program's entry point; whatever it starts belongs to this host.</summary>
    internal async Task<T> RunAsync<T>(Func<Task<T>> program)
    {
        Hosting.Value = this;
        return await program();
    }
}
