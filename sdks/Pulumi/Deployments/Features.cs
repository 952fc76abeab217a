using System.Collections.Concurrent;

namespace Pulumi;

/// <summary>What the engine can do; each feature is asked for once.</summary>
internal sealed class Features(IMonitor monitor)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<bool>>> answers = new();

    /// <summary>Whether a resource may be sent as a value, as a reference.</summary>
    public Task<bool> ResourceReferencesAsync() => SupportsAsync("resourceReferences");

    /// <summary>Whether an alias may be sent as the parts that differ.</summary>
    public Task<bool> AliasSpecsAsync() => SupportsAsync("aliasSpecs");

    /// <exception cref="NotSupportedException">The engine is too old for an option that the program uses.</exception>
    public async Task RequireAsync(string feature, string option)
    {
        if (!await SupportsAsync(feature))
        {
            throw NotSupported(option);
        }
    }

    public static NotSupportedException NotSupported(string option) =>
        new($"The Pulumi CLI does not support the {option} option. Please update the Pulumi CLI.");

    private Task<bool> SupportsAsync(string feature) =>
        answers.GetOrAdd(feature, key => new(() => monitor.SupportsFeatureAsync(key))).Value;
}
