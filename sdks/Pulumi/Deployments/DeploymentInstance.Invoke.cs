namespace Pulumi;

public sealed partial class DeploymentInstance
{
    /// <summary>Calls a provider's function and waits for its result.</summary>
    public async Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        (await RunInvokeAsync(token, args, options, typeof(T))).ValueAs<T>();

    /// <summary>Calls a provider's function for what it does.</summary>
    public Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options = null) =>
        RunInvokeAsync(token, args, options, typeof(ImmutableDictionary<string, object>));

    /// <summary>Calls a provider's function; its result is unknown while its arguments are.</summary>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        new(RunInvokeAsync(token, args, options, typeof(T)));

    /// <inheritdoc cref="Invoke{T}(string, InvokeArgs, InvokeOptions?)"/>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options) =>
        new(RunInvokeAsync(token, args, options, typeof(T)));

    private Task<OutputData> RunInvokeAsync(string token, InvokeArgs args, InvokeOptions? options, Type resultType) =>
        new Invocation(this, features, token, args, options).RunAsync(resultType);
}
