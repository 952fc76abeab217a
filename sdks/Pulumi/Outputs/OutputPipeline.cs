namespace Pulumi;

/// <summary>How outputs are transformed and joined. Functions of the program run only on values that are known.</summary>
internal static class OutputPipeline
{
    public static async Task<OutputData> Map(Task<OutputData> source, Func<object?, object?> map)
    {
        var data = await source.ConfigureAwait(false);
        return data.IsKnown ? data with { Value = map(data.Value) } : data with { Value = null };
    }

    public static async Task<OutputData> MapAsync(Task<OutputData> source, Func<object?, Task<object?>> map)
    {
        var data = await source.ConfigureAwait(false);
        return data.IsKnown ? data with { Value = await map(data.Value).ConfigureAwait(false) } : data with { Value = null };
    }

    /// <summary>Continues with another output; none stands for null.</summary>
    public static async Task<OutputData> Bind(Task<OutputData> source, Func<object?, IOutput?> bind)
    {
        var data = await source.ConfigureAwait(false);
        if (!data.IsKnown)
        {
            return data with { Value = null };
        }

        var next = bind(data.Value);
        return next is null ? data with { Value = null } : data.Then(await next.Data.ConfigureAwait(false));
    }

    /// <summary>One output of many: known only when all are, secret when one is.</summary>
    public static async Task<OutputData> Join(IReadOnlyList<Task<OutputData>> sources, Func<OutputData[], object?> combine)
    {
        var parts = new OutputData[sources.Count];
        var (known, secret) = (true, false);
        var resources = ImmutableHashSet<Resource>.Empty;
        for (var index = 0; index < parts.Length; index++)
        {
            var part = await sources[index].ConfigureAwait(false);
            parts[index] = part;
            known &= part.IsKnown;
            secret |= part.IsSecret;
            resources = resources.Union(part.Resources);
        }

        return new(known ? combine(parts) : null, known, secret, resources);
    }

    public static async Task<OutputData> Of<T>(Task<T> value, bool isSecret = false) =>
        OutputData.Known(await value.ConfigureAwait(false), isSecret);

    public static async Task<OutputData> WithSecrecy(Task<OutputData> source, bool isSecret) =>
        await source.ConfigureAwait(false) with { IsSecret = isSecret };
}
