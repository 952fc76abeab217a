namespace Costs.Plan;

/// <summary>How resources of some types name one of others.</summary>
/// <param name="From">The property that holds the name, by the type it belongs to. These are names of the wire, by which the
/// engine also tells where a value came from.</param>
/// <param name="To">The property by which the named resource is called, by its type.</param>
internal sealed record Reference(ImmutableDictionary<string, string> From, ImmutableDictionary<string, string> To)
{
    /// <summary>The name in the property's text; null where the text names something else.</summary>
    public Func<string, string?> NameIn { get; init; } = text => text;

    public bool Equals(Reference? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
