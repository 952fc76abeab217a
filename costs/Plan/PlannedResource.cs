namespace Costs.Plan;

/// <summary>A resource of a plan, as far as its cost needs it.</summary>
public sealed record PlannedResource
{
    public required string Urn { get; init; }

    /// <summary>The type token, for example aws:s3/bucket:Bucket.</summary>
    public required string Type { get; init; }

    public required string Name { get; init; }

    public PropertyMap Inputs { get; init; }

    /// <summary>What the provider answered; whatever AWS decides is unknown in a preview.</summary>
    public PropertyMap Outputs { get; init; }

    /// <summary>The parent's URN; empty for none.</summary>
    public string Parent { get; init; } = "";

    /// <summary>URNs of the resources it depends on.</summary>
    public ImmutableArray<string> Dependencies { get; init; } = [];

    /// <summary>For each input, the URNs of the resources its value came from.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> PropertyDependencies { get; init; } =
        ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>Where it is deployed; null where that is not known.</summary>
    public string? Region { get; init; }

    /// <summary>Whether a provider manages it. Components, stacks and providers only group others and never cost anything.</summary>
    public bool IsCustom { get; init; } = true;
}
