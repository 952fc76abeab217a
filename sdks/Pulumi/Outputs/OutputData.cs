namespace Pulumi;

/// <summary>What an output turned out to be: its value, and what is said about it.</summary>
/// <param name="Value">The value, boxed; of no meaning while it is not known.</param>
/// <param name="Resources">The resources that must exist before the value does.</param>
internal sealed record OutputData(object? Value, bool IsKnown, bool IsSecret, ImmutableHashSet<Resource> Resources)
{
    public static OutputData Unknown { get; } = new(null, IsKnown: false, IsSecret: false, []);

    public static OutputData Known(object? value, bool isSecret = false) => new(value, IsKnown: true, isSecret, []);

    /// <summary>The value as <typeparamref name="T"/>; its default where there is none.</summary>
    public T ValueAs<T>() => Value is T value ? value : default!;

    /// <summary>Another value that came about through this one: it is as secret and needs the same resources.</summary>
    public OutputData Then(OutputData next) => next with
    {
        IsSecret = IsSecret || next.IsSecret,
        Resources = Resources.Union(next.Resources),
    };
}
