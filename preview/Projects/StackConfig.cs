using System.Collections.Immutable;

namespace Preview.Projects;

/// <summary>The settings of one run, as program, providers and policy packs get them.</summary>
/// <param name="Values">Text by namespace:name; lists and maps as JSON, secrets as plain text.</param>
/// <param name="SecretKeys">Keys of settings that are secret, or have a secret part.</param>
/// <param name="Placeholders">Secure settings, and secure parts of settings, whose value is a placeholder.</param>
internal sealed record StackConfig(
    ImmutableSortedDictionary<string, string> Values, ImmutableSortedSet<string> SecretKeys, ImmutableArray<string> Placeholders)
{
    /// <summary>Keys of settings that --config gave for this run.</summary>
    public ImmutableSortedSet<string> FromArguments { get; init; } = [];

    public static StackConfig Empty { get; } = new(
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal), ImmutableSortedSet.Create<string>(StringComparer.Ordinal), []);

    /// <summary>A setting's text; null where it is not set.</summary>
    public string? this[string key] => Values.GetValueOrDefault(key);
}
