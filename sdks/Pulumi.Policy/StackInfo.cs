namespace Pulumi.Policy;

/// <summary>The stack under judgement, as far as the engine tells; all empty in an audit of a state file.</summary>
public sealed record StackInfo
{
    public static StackInfo Unspecified { get; } = new();

    public string Project { get; init; } = "";

    /// <summary>The stack's short name, for example dev.</summary>
    public string Stack { get; init; } = "";

    public string Organization { get; init; } = "";

    /// <summary>Whether this is a preview, in which properties may be unknown.</summary>
    public bool IsPreview { get; init; }

    /// <summary>The stack's configuration, keys as namespace:name. Secret ones are decrypted: see <see cref="SecretConfigKeys"/>.</summary>
    public ImmutableDictionary<string, string> Config { get; init; } = ImmutableDictionary<string, string>.Empty;

    public ImmutableHashSet<string> SecretConfigKeys { get; init; } = [];

    public ImmutableDictionary<string, string> Tags { get; init; } = ImmutableDictionary<string, string>.Empty;
}
