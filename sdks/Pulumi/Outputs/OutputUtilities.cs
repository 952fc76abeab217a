namespace Pulumi.Utilities;

/// <summary>What only libraries and tests ask of an output.</summary>
public static class OutputUtilities
{
    /// <summary>An output that is not known, though the value is there for who looks.</summary>
    public static Output<T> CreateUnknown<T>(T value) => new(Task.FromResult(OutputData.Unknown with { Value = value }));

    /// <inheritdoc cref="CreateUnknown{T}(T)"/>
    public static Output<T> CreateUnknown<T>(Func<Task<T>> valueFactory)
    {
        return new(Make());

        async Task<OutputData> Make() => OutputData.Unknown with { Value = await valueFactory() };
    }

    public static async Task<bool> GetIsKnownAsync<T>(Output<T> output) => (await output.Data).IsKnown;

    /// <summary>The value, or the default where it is not known.</summary>
    public static async Task<T> GetValueAsync<T>(Output<T> output) => (await output.Data).ValueAs<T>();
}
