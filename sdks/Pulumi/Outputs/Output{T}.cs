namespace Pulumi;

/// <summary>
/// A value that a resource or function gives, perhaps later and perhaps only once it is deployed. It remembers the resources it
/// comes from and whether it is secret.
/// </summary>
public sealed class Output<T> : IOutput
{
    private readonly IOutputSource? source;
    private Task<OutputData>? data;

    /// <summary>An output of work under way, which the deployment waits for and whose failure it reports.</summary>
    internal Output(Task<OutputData> data)
    {
        this.data = data;
        if (!data.IsCompletedSuccessfully)
        {
            Deployment.Current?.Tasks.Watch(data);
        }
    }

    /// <summary>An output that is read when somebody first wants it.</summary>
    internal Output(IOutputSource source) => this.source = source;

    internal Task<OutputData> Data => data ??= source!.ReadAsync();

    Task<OutputData> IOutput.Data => Data;

    /// <summary>Transforms the value once it is known; in a preview that may be never.</summary>
    public Output<U> Apply<U>(Func<T, U> func) => new(OutputPipeline.Map(Data, value => func(Cast(value))));

    /// <inheritdoc cref="Apply{U}(Func{T, U})"/>
    public Output<U> Apply<U>(Func<T, Task<U>> func) =>
        new(OutputPipeline.MapAsync(Data, async value => await func(Cast(value)).ConfigureAwait(false)));

    /// <inheritdoc cref="Apply{U}(Func{T, U})"/>
    public Output<U> Apply<U>(Func<T, Input<U>?> func) => new(OutputPipeline.Bind(Data, value => func(Cast(value))?.AsOutput()));

    /// <inheritdoc cref="Apply{U}(Func{T, U})"/>
    public Output<U> Apply<U>(Func<T, Output<U>?> func) => new(OutputPipeline.Bind(Data, value => func(Cast(value))));

    /// <summary>Does something with the value once it is known.</summary>
    public Output<ValueTuple> Apply(Func<T, Task> func) => new(OutputPipeline.MapAsync(Data, async value =>
    {
        await func(Cast(value)).ConfigureAwait(false);
        return default(ValueTuple);
    }));

    /// <summary>Explains itself, because text with an output inside is nearly always a mistake.</summary>
    public override string ToString() =>
        "Calling [ToString] on an [Output<T>] is not supported.\n\n" +
        "To get the value of an Output<T> as an Output<string>, use Output.Format($\"...{output}...\") or " +
        "output.Apply(value => $\"...{value}...\").";

    private static T Cast(object? value) => value is T typed ? typed : default!;
}
