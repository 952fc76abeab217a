using System.Diagnostics.CodeAnalysis;

namespace Pulumi.Testing;

/// <summary>Plays engine and providers in a test.</summary>
public interface IMocks
{
    /// <summary>Makes a resource.</summary>
    /// <returns>Its id, and its outputs as a dictionary or anything else that can be sent.</returns>
    Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args);

    /// <summary>Answers a provider's function.</summary>
    /// <returns>The result as a dictionary or anything else that can be sent.</returns>
    Task<object> CallAsync(MockCallArgs args);

    /// <summary>Sees the outputs that a component or the stack registers.</summary>
    [SuppressMessage("Naming", "CA1822", Justification = "Part of the official interface.")]
    Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest request) => Task.CompletedTask;
}
