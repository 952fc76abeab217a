using Costs.Catalogue;
using Costs.Money;
using Costs.Quantities;

namespace Costs.Estimates;

/// <summary>Part of a resource's cost that is not in the total, and why. A gap is never counted as nothing.</summary>
/// <param name="Name">The cost component that is missing.</param>
/// <param name="Reason">A sentence for people that says what would close the gap.</param>
public sealed record Gap(GapKind Kind, string Name, string Reason)
{
    /// <summary>What one run would cost; null where it is not started by runs, or that is not known either.</summary>
    public Cost? PerRun { get; init; }

    /// <summary>What one unit would cost; null where that is not known either.</summary>
    public UnitPrice? Price { get; init; }

    /// <summary>The usage keys that would close it; only for <see cref="GapKind.NeedsUsage"/>.</summary>
    public ImmutableArray<string> UsageKeys { get; init; } = [];

    /// <summary>The properties that deployment makes known; only for <see cref="GapKind.NotKnownYet"/>.</summary>
    public ImmutableArray<string> Properties { get; init; } = [];

    /// <summary>What <see cref="PerRun"/> rests on.</summary>
    public ImmutableArray<Assumption> Assumptions { get; init; } = [];

    public static Gap NotKnownYet(string name, ImmutableArray<string> properties) =>
        new(GapKind.NotKnownYet, name, $"depends on {string.Join(", ", properties)}, not known before deployment.")
        {
            Properties = properties,
        };

    public override string ToString() => $"{Name}: {Reason}";
}

public enum GapKind
{
    /// <summary>Depends on how the resource is used, and nobody stated that.</summary>
    NeedsUsage,

    /// <summary>Depends on a property that is not known before deployment, or on an unknown Region.</summary>
    NotKnownYet,

    /// <summary>The price list of the Region has no such price.</summary>
    NoPrice,

    /// <summary>This library cannot price it.</summary>
    NotSupported,
}
