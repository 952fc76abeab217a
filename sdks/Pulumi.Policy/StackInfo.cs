namespace Pulumi.Policy;

/// <summary>The stack under judgement, as far as the engine tells; all empty in an audit of a state file.</summary>
public sealed record StackInfo
{
    /// <summary>A stack of which nothing is known.</summary>
    public static StackInfo Unspecified { get; } = new();

    /// <summary>The name of the project.</summary>
    public string Project { get; init; } = "";

    /// <summary>The stack's short name, for example dev.</summary>
    public string Stack { get; init; } = "";

    /// <summary>The organization that the stack belongs to; <c>organization</c> where the state is kept without Pulumi's service.</summary>
    public string Organization { get; init; } = "";

    /// <summary>Whether this is a preview, in which properties may be unknown.</summary>
    public bool IsPreview { get; init; }

    /// <summary>The stack's configuration, keys as namespace:name. Secret ones are decrypted: see <see cref="SecretConfigKeys"/>.</summary>
    public ImmutableDictionary<string, string> Config { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The keys of <see cref="Config"/> whose values are secret.</summary>
    public ImmutableHashSet<string> SecretConfigKeys { get; init; } = [];

    /// <summary>The tags of the stack itself (<c>pulumi stack tag</c>), not those of its resources.</summary>
    public ImmutableDictionary<string, string> Tags { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>
    /// The folder of the pack's PulumiPolicy.yaml, for files that lie beside it; empty where the engine does not tell. The working
    /// directory is that of the program under judgement.
    /// </summary>
    public string PackDirectory { get; init; } = "";
}
