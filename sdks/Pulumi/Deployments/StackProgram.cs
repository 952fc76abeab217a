using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Pulumi;

/// <summary>A program: makes the stack and everything in it, and gives the stack's outputs.</summary>
internal sealed class StackProgram
{
    private readonly Func<Task<IDictionary<string, object?>>> body;
    private readonly Func<Stack>? makeStack;

    /// <summary>A function that runs inside of a plain stack.</summary>
    public StackProgram(Func<Task<IDictionary<string, object?>>> body, StackOptions? options)
    {
        this.body = body;
        makeStack = () => new Stack(options);
    }

    /// <summary>A stack class: it makes itself the deployment's stack.</summary>
    private StackProgram(Func<Stack> makeStack) => body = () => Task.FromResult(makeStack().ReadOutputs());

    [UnconditionalSuppressMessage("Trimming", "IL2087", Justification = "The constraint new() keeps the constructor.")]
    public static StackProgram Of<TStack>()
        where TStack : Stack, new() => new(() => (TStack)Activator.CreateInstance(
            typeof(TStack), BindingFlags.DoNotWrapExceptions, binder: null, args: null, culture: null)!);

    public static StackProgram Of<TStack>(IServiceProvider services)
        where TStack : Stack => new(() => services.GetService(typeof(TStack)) as TStack
            ?? throw new InvalidOperationException(
                $"Failed to resolve instance of type {typeof(TStack)} from service provider. " +
                $"Register the type with the service provider before calling {nameof(RunAsync)}."));

    /// <summary>Runs the program.</summary>
    /// <returns>The stack's outputs; null inside of them is left out when they are sent.</returns>
    public async Task<IDictionary<string, object?>> RunAsync()
    {
        makeStack?.Invoke();
        return await body();
    }
}
