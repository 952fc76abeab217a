namespace Pulumi;

/// <summary>
/// A value that a resource or function gives, perhaps later and perhaps only once it is deployed. It remembers the resources it
/// comes from and whether it is secret.
/// </summary>
public sealed class Output<T> : IOutput
{
    /// <param name="watch">Whether the deployment waits for the output and reports its failure.</param>
    internal Output(Task<OutputData> data, bool watch = true)
    {
        Data = data;
        if (watch && !data.IsCompletedSuccessfully)
        {
            Deployment.Current?.Tasks.Watch(data);
        }
    }

    internal Task<OutputData> Data { get; }

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
