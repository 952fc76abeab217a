namespace Pulumi;

/// <summary>Makes and joins outputs.</summary>
public static partial class Output
{
    public static Output<T> Create<T>(T value) => new(Task.FromResult(OutputData.Known(value)));

    public static Output<T> Create<T>(Task<T> value) => new(OutputPipeline.Of(value));

    public static Output<T> CreateSecret<T>(T value) => new(Task.FromResult(OutputData.Known(value, isSecret: true)));

    public static Output<T> CreateSecret<T>(Task<T> value) => new(OutputPipeline.Of(value, isSecret: true));

    public static Output<T> CreateSecret<T>(Output<T> value) => new(OutputPipeline.WithSecrecy(value.Data, isSecret: true));

    /// <summary>The same value, no longer secret.</summary>
    public static Output<T> Unsecret<T>(Output<T> value) => new(OutputPipeline.WithSecrecy(value.Data, isSecret: false));

    public static async Task<bool> IsSecretAsync<T>(Output<T> value) => (await value.Data.ConfigureAwait(false)).IsSecret;

    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs) => All((IEnumerable<Input<T>>)inputs);

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs) =>
        AllOf<T>([.. inputs.Select(input => input.AsOutput().Data)]);

    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => All((IEnumerable<Output<T>>)outputs);

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs) =>
        AllOf<T>([.. outputs.Select(output => output.Data)]);

    /// <summary>An interpolated string with outputs and inputs in it. Numbers are written the same way in every culture.</summary>
    public static Output<string> Format(FormattableString formattableString)
    {
        var sources = formattableString.GetArguments().Select(argument => argument switch
        {
            IInput input => input.Data,
            IOutput output => output.Data,
            _ => Task.FromResult(OutputData.Known(argument)),
        });
        return new(OutputPipeline.Join([.. sources], parts => string.Format(
            System.Globalization.CultureInfo.InvariantCulture,
            formattableString.Format,
            [.. parts.Select(part => part.Value)])));
    }

    private static Output<ImmutableArray<T>> AllOf<T>(IReadOnlyList<Task<OutputData>> sources) =>
        new(OutputPipeline.Join(sources, parts => parts.Select(part => part.ValueAs<T>()).ToImmutableArray()));
}
