namespace Pulumi.Testing;

/// <summary>A resource that a program makes. Inputs that are null or unknown are not there.</summary>
public sealed class MockResourceArgs
{
    public string? Type { get; set; }

    public string? Name { get; set; }

    public ImmutableDictionary<string, object> Inputs { get; set; } = ImmutableDictionary<string, object>.Empty;

    public string? Provider { get; set; }

    /// <summary>The id of a resource that the program looks up instead of making it.</summary>
    public string? Id { get; set; }
}

/// <summary>A provider's function that a program calls.</summary>
public sealed class MockCallArgs
{
    public string? Token { get; set; }

    public ImmutableDictionary<string, object> Args { get; set; } = ImmutableDictionary<string, object>.Empty;

    public string? Provider { get; set; }
}

/// <summary>Outputs that a component or the stack registers.</summary>
public sealed class MockRegisterResourceOutputsRequest
{
    public string? Urn { get; set; }

    public ImmutableDictionary<string, object> Outputs { get; set; } = ImmutableDictionary<string, object>.Empty;
}
