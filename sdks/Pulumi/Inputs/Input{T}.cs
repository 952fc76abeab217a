namespace Pulumi;

/// <summary>A property of a resource or function: a plain value, or the output of something else.</summary>
public class Input<T> : IInput
{
    private readonly Output<T>? output;

    /// <summary>For inputs that make their output on demand.</summary>
    private protected Input()
    {
    }

    private protected Input(Output<T> output) => this.output = output;

    IOutput IInput.Content => Content;

    Task<OutputData> IInput.Data => AsOutput().Data;

    private protected virtual IOutput Content => AsOutput();

    public static implicit operator Input<T>(T value) => new(Output.Create(value));

    public static implicit operator Input<T>(Output<T> value) => new(value);

    public static implicit operator Output<T>(Input<T> input) => input.AsOutput();

    internal virtual Output<T> AsOutput() => output!;
}
