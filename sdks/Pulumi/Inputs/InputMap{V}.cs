using System.Collections;

namespace Pulumi;

/// <summary>Inputs by name. Each value, and also the map as a whole, may be an output.</summary>
/// <remarks>A value that is unknown leaves the others known; a map that is unknown is unknown as a whole.</remarks>
public sealed class InputMap<V>
    : Input<ImmutableDictionary<string, V>>, IEnumerable, IAsyncEnumerable<Input<KeyValuePair<string, V>>>
{
    private readonly List<Part> parts;
    private Output<ImmutableDictionary<string, Input<V>>>? items;

    public InputMap()
        : this([])
    {
    }

    private InputMap(List<Part> parts) => this.parts = parts;

    private protected override IOutput Content => Items;

    private Output<ImmutableDictionary<string, Input<V>>> Items => items ??= new(ResolveAsync([.. parts]));

    public Input<V> this[string key]
    {
        set => Add(key, value);
    }

    public void Add(string key, Input<V> value)
    {
        parts.Add(new(key, value, null, Replaces: false));
        items = null;
    }

    /// <summary>Adds all values of another map, for use in collection initialisers.</summary>
    public void Add(InputMap<V> values) => AddRange(values);

    public void AddRange(InputMap<V> values)
    {
        parts.AddRange(values.parts);
        items = null;
    }

    /// <summary>A new map with the values of both; where both have a key, the second counts.</summary>
    public static InputMap<V> Merge(InputMap<V> first, InputMap<V> second) =>
        new([.. first.parts, .. second.parts.Select(part => part with { Replaces = true })]);

    public async IAsyncEnumerator<Input<KeyValuePair<string, V>>> GetAsyncEnumerator(
        CancellationToken cancellationToken = default)
    {
        var data = await Items.Data;
        foreach (var (key, value) in data.IsKnown ? data.ValueAs<ImmutableDictionary<string, Input<V>>>() : [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return value.Apply(known => KeyValuePair.Create(key, known));
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => throw new NotSupportedException(
        $"A {GetType().FullName} cannot be synchronously enumerated. Use {nameof(GetAsyncEnumerator)} instead.");

    public static implicit operator InputMap<V>(Dictionary<string, V> values) => Of(values);

    public static implicit operator InputMap<V>(ImmutableDictionary<string, V> values) => Of(values);

    public static implicit operator InputMap<V>(Output<Dictionary<string, V>> values) => Of(values.Data);

    public static implicit operator InputMap<V>(Output<IDictionary<string, V>> values) => Of(values.Data);

    public static implicit operator InputMap<V>(Output<ImmutableDictionary<string, V>> values) => Of(values.Data);

    internal override Output<ImmutableDictionary<string, V>> AsOutput() => new(FlattenAsync(Items));

    private static InputMap<V> Of(IEnumerable<KeyValuePair<string, V>> values) =>
        new([.. values.Select(pair => new Part(pair.Key, pair.Value, null, Replaces: false))]);

    private static InputMap<V> Of(Task<OutputData> values) => new([new(null, null, values, Replaces: false)]);

    private static async Task<OutputData> ResolveAsync(Part[] parts)
    {
        var ranges = await OutputPipeline.Join(
            [.. parts.Where(part => part.Range is not null).Select(part => part.Range!)], all => all);
        if (!ranges.IsKnown)
        {
            return ranges;
        }

        var inputs = ImmutableDictionary.CreateBuilder<string, Input<V>>();
        var known = new Queue<OutputData>((OutputData[])ranges.Value!);
        foreach (var part in parts)
        {
            if (part.Key is not null)
            {
                await AddAsync(inputs, part.Key, part.Value!, part.Replaces);
                continue;
            }

            foreach (var (key, value) in known.Dequeue().Value as IEnumerable<KeyValuePair<string, V>> ?? [])
            {
                await AddAsync(inputs, key, value, part.Replaces);
            }
        }

        return ranges with { Value = inputs.ToImmutable() };
    }

    private static async Task AddAsync(
        ImmutableDictionary<string, Input<V>>.Builder inputs, string key, Input<V> value, bool replaces)
    {
        if (!replaces && inputs.TryGetValue(key, out var present) && !ReferenceEquals(present, value))
        {
            var (first, second) = (await present.AsOutput().Data, await value.AsOutput().Data);
            if (!Equals(first.Value, second.Value))
            {
                throw new ArgumentException($"Key '{key}' already exists in the map with a different value.");
            }
        }

        inputs[key] = value;
    }

    private static async Task<OutputData> FlattenAsync(Output<ImmutableDictionary<string, Input<V>>> items)
    {
        var data = await items.Data;
        if (!data.IsKnown)
        {
            return data;
        }

        var inputs = data.ValueAs<ImmutableDictionary<string, Input<V>>>();
        string[] keys = [.. inputs.Keys];
        return data.Then(await OutputPipeline.Join(
            [.. keys.Select(key => inputs[key].AsOutput().Data)],
            values => keys.Zip(values, (key, value) => KeyValuePair.Create(key, value.ValueAs<V>())).ToImmutableDictionary()));
    }

    /// <summary>One value under its key, or many that another output gives.</summary>
    private sealed record Part(string? Key, Input<V>? Value, Task<OutputData>? Range, bool Replaces);
}
