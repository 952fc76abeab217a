using Costs.Usage;

namespace Costs.Strategies;

/// <summary>A way to spend less whose effect on a plan can be taken out of it again. What it changes, it says by
/// <see cref="IUndoes{T}"/> for each kind of thing.</summary>
internal abstract class Strategy
{
    /// <summary>As machines read it, for example spotTraining.</summary>
    public abstract string Name { get; }

    /// <summary>As people read it.</summary>
    public abstract string Title { get; }

    /// <summary>What has to be stated before its saving can be worked out; null where the plan says enough.</summary>
    public virtual UsageSetting? Needs => null;
}

/// <summary>How something that costs money would be without a strategy.</summary>
internal interface IUndoes<T>
{
    /// <summary>Whether the strategy is at work there.</summary>
    bool AppliesTo(T planned, ResourceUsage usage);

    T Without(T planned, ResourceUsage usage);
}
