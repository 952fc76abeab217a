using System.Collections;

namespace Pulumi;

/// <summary>A list of inputs. Each element, and also the list as a whole, may be an output.</summary>
/// <remarks>An element that is unknown leaves the others known; a list that is unknown is unknown as a whole.</remarks>
public sealed class InputList<T> : Input<ImmutableArray<T>>, IEnumerable, IAsyncEnumerable<Input<T>>
{
    private readonly List<Part> parts;
    private Output<ImmutableArray<Input<T>>>? items;

    public InputList()
        : this([])
    {
    }

    private InputList(List<Part> parts) => this.parts = parts;

    private protected override IOutput Content => Items;

    private Output<ImmutableArray<Input<T>>> Items => items ??= parts.Exists(part => part.Range is not null)
        ? new(ResolveAsync([.. parts]))
        : Output.Create(parts.ConvertAll(part => part.Element!).ToImmutableArray());

    public void Add(params Input<T>[] inputs)
    {
        foreach (var input in inputs)
        {
            parts.Add(new(input, null));
        }

        items = null;
    }

    /// <summary>Adds all elements of another list, for use in collection initialisers.</summary>
    public void Add(InputList<T> inputs) => AddRange(inputs);

    public void AddRange(InputList<T> inputs)
    {
        parts.AddRange(inputs.parts);
        items = null;
    }

    /// <summary>A new list with the elements of both.</summary>
    public InputList<T> Concat(InputList<T> other) => new([.. parts, .. other.parts]);

    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var data = await Items.Data;
        foreach (var input in data.IsKnown ? data.ValueAs<ImmutableArray<Input<T>>>() : [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return input;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => throw new NotSupportedException(
        $"A {GetType().FullName} cannot be synchronously enumerated. Use {nameof(GetAsyncEnumerator)} instead.");

    public static implicit operator InputList<T>(T value) => Of((Input<T>)value);

    public static implicit operator InputList<T>(Output<T> value) => Of((Input<T>)value);

    public static implicit operator InputList<T>(Input<T> value) => Of(value);

    public static implicit operator InputList<T>(T[] values) => Of(values);

    public static implicit operator InputList<T>(Output<T>[] values) => Of(values);

    public static implicit operator InputList<T>(Input<T>[] values) => Of(values);

    public static implicit operator InputList<T>(List<T> values) => Of(values);

    public static implicit operator InputList<T>(List<Output<T>> values) => Of(values);

    public static implicit operator InputList<T>(List<Input<T>> values) => Of(values);

    public static implicit operator InputList<T>(ImmutableArray<T> values) => Of(values);

    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values) => Of(values);

    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) => Of(values);

    public static implicit operator InputList<T>(Output<T[]> values) => Of(values.Data);

    public static implicit operator InputList<T>(Output<List<T>> values) => Of(values.Data);

    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) => Of(values.Data);

    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) => Of(values.Data);

    internal override Output<ImmutableArray<T>> AsOutput() => new(FlattenAsync(Items));

    private static InputList<T> Of(Input<T> value) => new([new(value, null)]);

    private static InputList<T> Of(IEnumerable<T> values) => new([.. values.Select(value => new Part(value, null))]);

    private static InputList<T> Of(IEnumerable<Output<T>> values) => new([.. values.Select(value => new Part(value, null))]);

    private static InputList<T> Of(IEnumerable<Input<T>> values) => new([.. values.Select(value => new Part(value, null))]);

    private static InputList<T> Of(Task<OutputData> values) => new([new(null, values)]);

    private static async Task<OutputData> ResolveAsync(Part[] parts)
    {
        var ranges = await OutputPipeline.Join(
            [.. parts.Where(part => part.Range is not null).Select(part => part.Range!)], all => all);
        if (!ranges.IsKnown)
        {
            return ranges;
        }

        var inputs = ImmutableArray.CreateBuilder<Input<T>>(parts.Length);
        var known = new Queue<OutputData>((OutputData[])ranges.Value!);
        foreach (var part in parts)
        {
            if (part.Element is not null)
            {
                inputs.Add(part.Element);
            }
            else
            {
                inputs.AddRange((known.Dequeue().Value as IEnumerable<T> ?? []).Select(value => (Input<T>)value));
            }
        }

        return ranges with { Value = inputs.ToImmutable() };
    }

    private static async Task<OutputData> FlattenAsync(Output<ImmutableArray<Input<T>>> items)
    {
        var data = await items.Data;
        return data.IsKnown
            ? data.Then(await Output.All(data.ValueAs<ImmutableArray<Input<T>>>()).Data)
            : data;
    }

    /// <summary>One element, or many that another output gives.</summary>
    private readonly record struct Part(Input<T>? Element, Task<OutputData>? Range);
}
